"""Each query in the documentation is asked of the example study."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcode.cli.printing import pointed
from qualcode.errors import QueryProblem
from qualcode.project import Project

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "qualcode" / "docs" / "queries.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"^\| `([^`]+)` \|", PAGE, re.MULTILINE)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The example study, as rani coded it."""
    folder = tmp_path_factory.mktemp("example")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALCODE_CONFIG", str(folder / "identity.toml"))
        with Project.create(folder / "study", coder="rani") as project:
            project.add(sorted((ROOT / "transcripts").glob("*.*")))
            project.apply_codebook(ROOT / "codebooks" / "empowerment.yaml")
            project.import_codings(ROOT / "transcripts" / "codings" / "rani.csv")
            project.import_themes(ROOT / "transcripts" / "codings" / "themes.csv")
            yield project


@pytest.mark.parametrize("query", QUERIES)
def test_each_of_its_queries_finds_some_codings_and_not_all(example: Project, query: str) -> None:
    assert 0 < len(example.query(query)) < len(example.codings())


def test_its_indonesian_query_is_its_english_one(example: Project) -> None:
    (indonesian,) = re.findall(r"`(awareness DAN\s[^`]+)`", PAGE)
    english = "awareness AND strategy:* WHERE kind = interview"
    assert list(example.query(indonesian)["coding_id"]) == list(example.query(english)["coding_id"])


def test_the_mistake_it_shows_is_pointed_at_as_it_shows(example: Project) -> None:
    (query, *shown) = re.findall(r"query '(.*)'\nError: (.*)\n(.*)\n(.*)\n```", PAGE)[0]
    with pytest.raises(QueryProblem) as caught:
        example.query(query)
    assert [str(caught.value), *pointed(caught.value.text, caught.value.position)] == shown
