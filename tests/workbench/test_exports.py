import io
import json
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from docx import Document

from qualcode.actions.theming import ThemeChange
from qualcode.model import ConsentScope
from tests.workbench.conftest import Browser


@pytest.mark.parametrize(
    ("part", "form"),
    [("table", "xlsx"), ("table", "csv"), ("summary", "docx"), ("matrix", "html"), ("frequencies", "md"),
     ("methods", "docx"), ("codebook", "yaml"), ("triangulation", "docx")],
)  # fmt: skip
def test_what_the_commands_write_can_be_downloaded(rani: Browser, part: str, form: str) -> None:
    rani.mark("W1-zul", "belajar sendiri", "awareness")
    rani.project.theme("swadaya", "Orang belajar sendiri.")
    file = rani.http.post(f"/api/export/{part}", params={"lang": "id"}, data={"form": form})
    assert file.status_code == 200, file.text
    assert f"{part}.{form}" in file.headers["content-disposition"]
    if form in ("docx", "xlsx"):
        assert ZipFile(io.BytesIO(file.content)).testzip() is None
    left = list((rani.project.settings.root / ".qualcode").glob("download-*"))
    assert left == []


def test_the_log_of_what_left_the_project_names_a_download_by_what_it_is(rani: Browser) -> None:
    rani.mark("W1-zul", "belajar sendiri", "awareness")
    rani.http.post("/api/export/table", data={"form": "csv"})
    with rani.project.view() as view:
        assert [each.path for each in view.exports()] == ["table.csv (download)"]


def test_a_link_or_a_picture_on_another_page_cannot_set_off_a_download(rani: Browser) -> None:
    assert rani.http.get("/api/export/summary", params={"form": "docx"}).status_code == 404
    with rani.project.view() as view:
        assert view.exports() == []


def test_names_are_disguised_as_the_project_has_it_unless_said_otherwise(rani: Browser) -> None:
    rani.mark("W1-zul", "belajar sendiri", "awareness")
    rani.project.set_pseudonym("zul", "Rahmat")
    shown = [
        "Rahmat" in rani.http.post("/api/export/table", data={"form": "csv", **said}).text
        for said in ({}, {"pseudonyms": "false"}, {"pseudonyms": "true"})
    ]
    assert shown == [True, False, True]


def test_only_what_is_chosen_is_downloaded(rani: Browser) -> None:
    rani.mark("W1-zul", "belajar sendiri", "awareness")
    rani.mark("W2-lina", "Modal dari bank", "capital")
    table = rani.http.post("/api/export/table", params={"code": "capital"}, data={"form": "csv"}).text
    assert "Modal dari bank" in table
    assert "belajar sendiri" not in table


def test_what_cannot_be_written_is_told_with_what_can(rani: Browser) -> None:
    for path, form, remedy in [("table", "exe", "docx"), ("nothing", "docx", "table")]:
        refused = rani.http.post(f"/api/export/{path}", data={"form": form})
        assert (refused.status_code, remedy in refused.json()["remedy"]) == (422, True)
    nothing = rani.http.post("/api/export/table", data={"form": "xlsx"})
    assert (nothing.status_code, nothing.json()["what"][:14]) == (422, "no coding fits")


def test_what_is_chosen_of_a_list_is_downloaded_or_all_but_that(rani: Browser) -> None:
    one = rani.mark("W1-zul", "belajar sendiri", "awareness")["coding"]["id"]
    rani.mark("W2-lina", "Modal dari bank", "capital")
    form = {"form": "csv", "pseudonyms": "false"}
    chosen = rani.http.post("/api/export/table", data={**form, "codings": one}).text
    assert ("belajar sendiri" in chosen, "Modal dari bank" in chosen) == (True, False)
    others = rani.http.post("/api/export/table", data={**form, "without": one}).text
    assert ("belajar sendiri" in others, "Modal dari bank" in others) == (False, True)


def test_a_document_takes_the_template_and_the_language_asked_for(rani: Browser) -> None:
    rani.mark("W1-zul", "belajar sendiri", "awareness")
    plain = rani.http.post("/api/export/table", data={"form": "docx", "document_language": "id"})
    template = Document()
    template.add_paragraph("Universitas Sriwijaya")
    template.sections[0].header.paragraphs[0].text = "Universitas Sriwijaya"
    kept = io.BytesIO()
    template.save(kept)
    dressed = rani.http.post(
        "/api/export/table", data={"form": "docx", "document_language": "id"},
        files={"template": ("fakultas.docx", kept.getvalue())},
    )  # fmt: skip
    assert dressed.status_code == 200, dressed.text
    heads = [
        Document(io.BytesIO(file.content)).sections[0].header.paragraphs[0].text for file in (plain, dressed)
    ]
    assert heads == ["", "Universitas Sriwijaya"]
    wrong = rani.http.post("/api/export/table", data={"form": "docx"}, files={"template": ("x.docx", b"no")})
    assert wrong.status_code == 422
    assert wrong.json()["remedy"]


def test_what_consent_left_out_is_told_with_the_file(rani: Browser) -> None:
    rani.mark("W1-zul", "belajar sendiri", "awareness")
    rani.mark("W2-lina", "Modal dari bank", "capital")
    rani.project.set_case("zul", scope=ConsentScope.COUNTED)
    file = rani.http.post("/api/export/table", data={"form": "csv"}, headers={"Accept-Language": "en"})
    assert "belajar sendiri" not in file.text
    told, *_ = json.loads(unquote(file.headers["X-Notice"]))
    assert told == "Not quoted, for want of consent: zul."


@pytest.fixture
def charted(rani: Browser) -> Browser:
    """The study with two codings on one interview, coded through."""
    for words, code in [("belajar sendiri", "awareness"), ("Modal keluarga", "capital")]:
        rani.mark("W1-zul", words, code)
    rani.put("/sources/W1-zul/read")
    return rani


def test_every_chart_comes_as_a_specification_and_as_a_table(charted: Browser) -> None:
    names = [chart["name"] for chart in charted.get("/charts", lang="id")]
    assert "frameworks" in names
    for name in names:
        chart = charted.get(f"/charts/{name}", of="W1-zul")
        assert "vega-lite" in chart["spec"]["$schema"]
        assert chart["alt"]
        assert len(chart["table"]["rows"][0]["cells"]) == len(chart["table"]["columns"])
    assert charted.get("/charts/nothing", status=422)["remedy"]


def test_a_table_says_what_its_cells_are_about(charted: Browser) -> None:
    table = charted.get("/charts/matrix", lang="en")["table"]
    assert table["columns"][1] == {
        "title": "zul",
        "about": {"code": "", "other": "", "case": "zul", "source": "", "theme": "", "kind": ""},
    }
    about = {row["about"]["code"]: row["cells"] for row in table["rows"]}
    assert about["capital"] == ["Capital", "1", "…"]
    pairs = charted.get("/charts/cooccurrence")["table"]["rows"]
    assert {(row["about"]["code"], row["about"]["other"]) for row in pairs} >= {("awareness", "awareness")}


def test_themes_are_drawn_where_there_are_some_and_their_cells_say_what_they_are_about(
    charted: Browser,
) -> None:
    assert "triangulation" not in [chart["name"] for chart in charted.get("/charts")]
    charted.project.theme("modal-keluarga", "Keluarga memodali.", change=ThemeChange(codes=["capital"]))
    assert "triangulation" in [chart["name"] for chart in charted.get("/charts")]
    first, *_ = charted.get("/charts/triangulation", lang="en")["table"]["rows"]
    assert (first["about"]["theme"], first["about"]["kind"]) == ("modal-keluarga", "interview")
    assert first["cells"] == ["Modal keluarga", "interview", "", "1", "0", ""]


def test_a_chart_is_downloaded_as_picture_and_as_numbers(charted: Browser) -> None:
    asked = {"chart": "frequencies"}
    picture = charted.http.post("/api/export/chart", params=asked, data={"form": "png"})
    assert picture.content.startswith(b"\x89PNG")
    numbers = charted.http.post("/api/export/chart", params=asked, data={"form": "csv"}).text
    assert numbers.splitlines()[0].startswith("code,")
