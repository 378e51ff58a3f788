from pathlib import Path

import pytest

from qualcode.errors import UsageError
from qualcode.exports import SUFFIXES, check_suffix, write_summary, write_table
from qualcode.tables import frequencies, of_codes
from tests.tables.sample import CODEBOOK, codings


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_frame_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    made = []
    for name in ("one", "two"):
        write_table(codings(), tmp_path / f"{name}{suffix}", language="id")
        made.append((tmp_path / f"{name}{suffix}").read_bytes())
    assert made[0] == made[1]


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_kind_of_file_takes_passages_counts_and_summaries(
    tmp_path: Path, suffix: str, language: str
) -> None:
    path = tmp_path / f"out{suffix.upper()}"
    write_table(codings(()), path, language=language)
    write_table(frequencies(codings(), CODEBOOK), path, language=language)
    write_summary(of_codes(codings(), CODEBOOK), path, language=language)
    write_summary([], path, language=language)
    assert path.stat().st_size


def test_an_unknown_suffix_is_refused_and_the_known_ones_are_listed(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.csv \.docx \.html \.md \.tex \.xlsx"):
        write_table(codings(), tmp_path / "coded.pdf")
    with pytest.raises(UsageError, match="no file of the kind ''"):
        check_suffix(Path("coded"))


def test_an_unknown_column_is_refused_and_the_known_ones_are_listed(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no column quote in this table .*quotation"):
        write_table(codings(), tmp_path / "coded.csv", columns=["quote"])
    assert not list(tmp_path.iterdir())
