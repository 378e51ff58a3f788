"""Names and consent in everything that leaves the project."""

import inspect
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import qualcode.actions
from qualcode.actions.appendix import Wanted
from qualcode.actions.exporting import NothingToShow, Notice
from qualcode.actions.noting import Subject
from qualcode.actions.theming import ThemeChange
from qualcode.model import ConsentScope, Naming
from qualcode.project import Project

EXPORTS: dict[str, tuple[Callable[..., object], tuple[str, ...]]] = {
    "table": (Project.table, (".csv", ".xlsx", ".docx", ".html", ".md", ".tex")),
    "frequencies": (Project.frequencies, (".csv", ".docx")),
    "matrix": (Project.matrix, (".csv", ".xlsx", ".html")),
    "summary": (Project.summary, (".csv", ".xlsx", ".docx", ".html", ".md")),
    "triangulation": (Project.triangulation, (".docx", ".md")),
    "appendix": (lambda project, path: project.appendix(path, wanted=Wanted()), (".docx", ".xlsx")),
    "transcript": (lambda project, path: project.transcript("W1-zul", path), (".docx", ".html", ".md")),
    "comments": (lambda project, path: project.transcript("W1-zul", path, comments=True), (".docx",)),
    "methods": (Project.methods, (".docx", ".md")),
    "changes": (lambda project, path: project.changes("7d", path), (".docx", ".md")),
    "chart": (lambda project, path: project.chart("matrix", path), (".svg", ".json", ".csv", ".xlsx")),
    "draw": (lambda project, path: project.draw("matrix", path), (".svg",)),
    "timeline": (lambda project, path: project.chart("timeline", path, source="W1-zul"), (".svg", ".csv")),
    "write_check": (lambda project, path: project.write_check("zul", path, disguised=True), (".docx", ".md")),
    "query": (lambda project, path: project.query("awareness OR capital", path), (".csv", ".docx")),
    "export_codebook": (lambda project, path: project.export_codebook(path, renamed=True), (".yaml",)),
}
"""Every action that writes a file, and the kinds of file."""

KEYS = {"export_pseudonyms", "missing_translations"}
"""Those that write real names: the key itself, and what a translator of the project fills in."""

NAMES = re.compile(r"(?<![^\W\d_])(?:zul|zulkifli|lina)(?![^\W\d_])", re.IGNORECASE)


def put_names(project: Project) -> Project:
    """Put names wherever there is room for one."""
    project.set("title", "Cerita Pak Zul dan Bu Lina")
    project.set_case("zul", attributes={"usaha": "kunci Zul"})
    project.code("W1-zul", "Awalnya saya belajar sendiri di rumah", "awareness", memo="Zul sendiri",
                 condensation="Zulnya otodidak")  # fmt: skip
    project.code("W1-zul", "Kami dibina", "kata Pak Zul", new=True, framework="problems")
    project.code("W2-lina", "Saya ikut pelatihan tiga hari", "capacity", memo="Bu Lina dan Pak Zulkifli")
    project.code("W2-lina", "Modal dari bank", "capital", negative=True)
    project.code("O1-pelatihan", "memegang alat sendiri", "capacity")
    for source in ("W1-zul", "W2-lina", "O1-pelatihan"):
        project.mark_read(source)
    change = ThemeChange(codes=("awareness", "capacity"), verdicts={"interview": "Didukung Zul."})
    project.theme("tangan-zul", "Zul belajar dengan tangan.", change=change)
    project.memo("Tema ini dari Lina.", Subject(theme="tangan-zul"))
    project.memo("Kode ini dari ZUL.", Subject(code="awareness"))
    return project


def put_pseudonyms(project: Project) -> Project:
    """Hide the names."""
    project.set_pseudonym("zul", "Rudi")
    project.set_pseudonym("Zulkifli", "Rudianto", case="zul")
    project.set_pseudonym("Bu Lina", "Bu Ratna")
    return project


@pytest.fixture
def named(rani: Project) -> Project:
    """A study with names wherever there is room for one."""
    return put_names(rani)


@pytest.fixture
def hidden(named: Project) -> Project:
    """The same with pseudonyms."""
    return put_pseudonyms(named)


@pytest.fixture(scope="module")
def kept(study_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The same, made once for all that only read it."""
    folder = tmp_path_factory.mktemp("kept")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALCODE_CONFIG", str(folder / "identity.toml"))
        with Project.open(shutil.copytree(study_template, folder / "study"), coder="rani") as project:
            yield put_pseudonyms(put_names(project))


def text_of(path: Path) -> str:
    """Everything in a file, its parts unpacked."""
    if not zipfile.is_zipfile(path):
        return path.read_text(encoding="utf-8-sig")
    with zipfile.ZipFile(path) as parts:
        return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def words_of(path: Path) -> str:
    return re.sub(r"<[^>]*>", "", text_of(path))


@pytest.mark.parametrize(
    ("name", "suffix"), [(name, suffix) for name, (_, suffixes) in EXPORTS.items() for suffix in suffixes]
)
def test_no_real_name_is_in_any_file(kept: Project, tmp_path: Path, name: str, suffix: str) -> None:
    path = tmp_path / f"out{suffix}"
    EXPORTS[name][0](kept, path)

    assert NAMES.findall(text_of(path)) == []


def test_pseudonyms_stand_in_their_place(hidden: Project, tmp_path: Path) -> None:
    hidden.table(tmp_path / "coded.csv")
    hidden.summary(tmp_path / "themes.md")

    table, themes = text_of(tmp_path / "coded.csv"), text_of(tmp_path / "themes.md")
    assert "Bagaimana awalnya, Pak Rudi?" in table
    assert "Bu Ratna dan Pak Rudianto" in table
    assert "W1-rudi.2" in table
    assert "Rudi belajar dengan tangan." in themes


def test_stored_texts_and_what_is_shown_on_the_screen_stay_as_they_are(
    hidden: Project, tmp_path: Path
) -> None:
    before = hidden.table().to_csv()
    hidden.table(tmp_path / "coded.csv")

    assert hidden.table().to_csv() == before
    assert "Pak Zul?" in before


def test_every_action_that_writes_a_file_is_looked_at_here() -> None:
    writing = {
        name
        for name, method in inspect.getmembers(Project, inspect.isfunction)
        if "log_export(" in inspect.getsource(inspect.unwrap(method))
        or "on_notice" in inspect.signature(inspect.unwrap(method)).parameters
    }

    assert writing - KEYS <= EXPORTS.keys()


def test_no_action_writes_a_document_without_asking_what_may_leave() -> None:
    for file in sorted(Path(inspect.getfile(qualcode.actions)).parent.glob("*.py")):
        text = file.read_text(encoding="utf-8")
        if re.search(r"import .*\bwrite_(?!check|back)\w+", text) and file.stem != "pseudonym_tables":
            assert "prepared(" in text, file.name


def test_real_names_stay_where_somebody_says_so(hidden: Project, tmp_path: Path) -> None:
    hidden.table(tmp_path / "coded.csv", pseudonyms=False)

    assert "Pak Zul?" in text_of(tmp_path / "coded.csv")


def test_the_log_says_whether_names_were_replaced(hidden: Project, tmp_path: Path) -> None:
    hidden.table(tmp_path / "a.csv")
    hidden.table(tmp_path / "b.csv", pseudonyms=False)

    with hidden.view() as view:
        assert [export.disguised for export in view.exports()] == [True, False]


def test_each_case_is_named_as_it_is_to_be(hidden: Project, tmp_path: Path) -> None:
    hidden.set_case("zul", naming=Naming.NAME)
    hidden.set_case("Bu Lina", naming=Naming.INITIALS)
    hidden.matrix(tmp_path / "matrix.csv")
    hidden.table(tmp_path / "coded.csv")

    assert text_of(tmp_path / "matrix.csv").startswith("code_path,zul,L.")
    assert "Zul sendiri" in text_of(tmp_path / "coded.csv")
    assert "Lina" not in text_of(tmp_path / "coded.csv")


def heard(project: Project, path: Path, export: Callable[..., object], **options: object) -> Notice:
    notices: list[Notice] = []
    export(project, path, on_notice=notices.append, **options)
    return notices[0]


def test_who_may_only_be_counted_is_counted_and_not_quoted(hidden: Project, tmp_path: Path) -> None:
    hidden.set_case("zul", scope=ConsentScope.COUNTED)

    table = heard(hidden, tmp_path / "coded.csv", Project.table)
    summary = heard(hidden, tmp_path / "themes.docx", Project.summary)
    matrix = heard(hidden, tmp_path / "matrix.csv", Project.matrix)

    assert (table.unquoted, summary.unquoted, matrix) == (("zul",), ("zul",), Notice())
    assert "belajar sendiri" not in text_of(tmp_path / "coded.csv") + words_of(tmp_path / "themes.docx")
    assert "otodidak" not in text_of(tmp_path / "coded.csv") + words_of(tmp_path / "themes.docx")
    assert "Awareness,1,0" in text_of(tmp_path / "matrix.csv").replace("Penyadaran", "Awareness")


def test_of_who_agreed_to_nothing_of_the_kind_nothing_leaves(hidden: Project, tmp_path: Path) -> None:
    hidden.set_case("zul", scope=ConsentScope.INTERNAL)

    matrix = heard(hidden, tmp_path / "matrix.csv", Project.matrix)
    frequencies = heard(hidden, tmp_path / "counts.csv", Project.frequencies)

    assert (matrix.uncounted, frequencies.uncounted) == (("zul",), ("zul",))
    assert text_of(tmp_path / "matrix.csv").splitlines()[0] == "code_path,Bu Ratna"
    with pytest.raises(NothingToShow):
        hidden.transcript("W1-zul", tmp_path / "zul.docx")


@pytest.fixture(scope="module")
def internal(study_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A study of which one case may not leave the project, whom nobody else speaks of."""
    folder = tmp_path_factory.mktemp("internal")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALCODE_CONFIG", str(folder / "identity.toml"))
        with Project.open(shutil.copytree(study_template, folder / "study"), coder="rani") as project:
            project.set_pseudonym("zul", "Rudi")
            project.set_pseudonym("Bu Lina", "Bu Ratna")
            project.set_case("zul", scope=ConsentScope.INTERNAL, attributes={"usaha": "sepuh"})
            project.code("W1-zul", "Awalnya saya belajar sendiri", "awareness", memo="otodidak")
            project.code("W1-zul", "Awalnya saya belajar sendiri", "capital", negative=True)
            project.code("W2-lina", "Saya ikut pelatihan tiga hari", "capacity")
            project.code("W2-lina", "Saya ikut pelatihan tiga hari", "awareness")
            for source in ("W1-zul", "W2-lina", "O1-pelatihan"):
                project.mark_read(source)
            against = ["W1-zul.2 capital"]
            project.theme("sadar", "Belajar.", change=ThemeChange(codes=("awareness", "capacity")))
            project.theme("uang", "Modal.", change=ThemeChange(codes=("capital",), evidence_against=against))
            project.memo("Sel itu.", Subject(case="zul", code="awareness"))
            project.set_case("zul", rename="Joko")
            yield project


TRACES = re.compile(
    r"(?<![^\W\d_])(?:zul|joko|rudi|sepuh|otodidak|Awalnya|Sel itu)(?![^\W\d_])", re.IGNORECASE
)


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        (name, suffix) for name, (_, suffixes) in EXPORTS.items() for suffix in suffixes
        if name != "write_check"  # which is for nobody else's eyes
    ],
)  # fmt: skip
def test_who_agreed_to_nothing_of_the_kind_is_in_no_file(
    internal: Project, tmp_path: Path, name: str, suffix: str
) -> None:
    path = tmp_path / f"out{suffix}"
    try:
        EXPORTS[name][0](internal, path)
    except NothingToShow:
        assert not path.exists()
        return

    assert TRACES.findall(text_of(path)) == []


def test_who_agreed_under_a_pseudonym_gets_one_though_nobody_asks(hidden: Project, tmp_path: Path) -> None:
    hidden.set_case("zul", scope=ConsentScope.PSEUDONYM, naming=Naming.NAME)
    notice = heard(hidden, tmp_path / "coded.csv", Project.table, pseudonyms=False)

    assert notice.disguised == ("zul",)
    assert "Pak Rudi?" in text_of(tmp_path / "coded.csv")
    assert "Bu Lina" in text_of(tmp_path / "coded.csv")


def test_without_a_pseudonym_of_their_own_they_get_initials(named: Project, tmp_path: Path) -> None:
    named.set_case("zul", scope=ConsentScope.PSEUDONYM)
    named.matrix(tmp_path / "matrix.csv", pseudonyms=False)

    assert text_of(tmp_path / "matrix.csv").startswith("code_path,Z.,Bu Lina")


def test_it_is_said_who_has_no_pseudonym_and_which_words_are_doubtful(named: Project, tmp_path: Path) -> None:
    named.set_pseudonym("Modal", "Rudi")
    notice = heard(named, tmp_path / "coded.csv", Project.table)

    assert notice.unnamed == ("Bu Lina", "zul")
    assert notice.unsure == 1


def test_a_passage_that_runs_into_words_of_who_is_not_quoted_is_left_out(
    hidden: Project, tmp_path: Path
) -> None:
    hidden.set_case("Bu Lina", scope=ConsentScope.COUNTED)
    with hidden.view() as view:
        from qualcode.actions.lookup import source_named
        from qualcode.actions.texts import text_of as source_text

        text = source_text(view, source_named(view, "W2-lina")).text
    start = text.index("Bagaimana mulainya")
    hidden.code("W2-lina", code="awareness", at=(start, start + 60))
    hidden.table(tmp_path / "coded.csv")

    assert "Bagaimana mulainya" not in text_of(tmp_path / "coded.csv")
