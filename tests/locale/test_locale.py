import pytest

from qualcode.errors import SourceNotFound, UsageError
from qualcode.locale import explain, language_of, translator


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "id_ID.UTF-8"}, "id"),
        ({"LANG": "id"}, "id"),
        ({"LANG": "in_ID"}, "id"),
        ({"LANG": "id_ID.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LC_MESSAGES": "en_GB.UTF-8", "LC_ALL": "id_ID.UTF-8"}, "id"),
        ({"LC_ALL": "en_GB.UTF-8", "QUALCODE_LANG": "id"}, "id"),
        ({"LC_ALL": "", "LANG": "id_ID"}, "id"),
        ({"QUALCODE_LANG": "fr"}, "en"),
    ],
)
def test_the_language_is_what_the_environment_asks_for(environ: dict[str, str], language: str) -> None:
    assert language_of(environ) == language


def test_a_message_without_translation_stays_english() -> None:
    assert translator("id")("no such message") == "no such message"


@pytest.mark.parametrize("language", ["fr", "../id", ""])
def test_a_language_that_there_is_not_is_refused_with_those_there_are(language: str) -> None:
    with pytest.raises(UsageError, match="the languages are en, id"):
        translator(language)


def test_an_error_without_translation_reads_like_itself() -> None:
    error = SourceNotFound("no {name!r} there", where="study", remedy="see {list}", name="W9", list="`x`")
    assert explain(error, "id") == str(error) == "study: no 'W9' there (see `x`)"
