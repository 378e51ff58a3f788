import io
from zipfile import ZipFile

import pytest

from tests.workbench.conftest import Browser


@pytest.mark.parametrize(
    ("part", "form"),
    [("table", "xlsx"), ("table", "csv"), ("summary", "docx"), ("matrix", "html"), ("frequencies", "md"),
     ("methods", "docx"), ("codebook", "yaml"), ("triangulation", "docx")],
)  # fmt: skip
def test_what_the_commands_write_can_be_downloaded(rani: Browser, part: str, form: str) -> None:
    rani.mark("W1-zul", "belajar sendiri", "awareness")
    rani.project.theme("swadaya", "Orang belajar sendiri.")
    file = rani.http.get(f"/api/export/{part}", params={"form": form, "lang": "id"})
    assert file.status_code == 200, file.text
    assert f"{part}.{form}" in file.headers["content-disposition"]
    if form in ("docx", "xlsx"):
        assert ZipFile(io.BytesIO(file.content)).testzip() is None
    left = list((rani.project.settings.root / ".qualcode").glob("download-*"))
    assert left == []


def test_only_what_is_chosen_is_downloaded(rani: Browser) -> None:
    rani.mark("W1-zul", "belajar sendiri", "awareness")
    rani.mark("W2-lina", "Modal dari bank", "capital")
    table = rani.http.get("/api/export/table", params={"form": "csv", "code": "capital"}).text
    assert "Modal dari bank" in table
    assert "belajar sendiri" not in table


def test_what_cannot_be_written_is_told_with_what_can(rani: Browser) -> None:
    assert "docx" in rani.get("/export/table", status=422, form="exe")["remedy"]
    assert "table" in rani.get("/export/nothing", status=422, form="docx")["remedy"]
    assert rani.get("/export/table", status=422, form="xlsx")["what"].startswith("no coding fits")


def test_every_chart_comes_as_a_specification(rani: Browser) -> None:
    for words, code in [("belajar sendiri", "awareness"), ("Modal keluarga", "capital")]:
        rani.mark("W1-zul", words, code)
    rani.put("/sources/W1-zul/read")
    names = [chart["name"] for chart in rani.get("/charts", lang="id")]
    assert "frameworks" in names
    for name in ("frequencies", "matrix"):
        assert "vega-lite" in rani.get(f"/charts/{name}")["$schema"]
    assert "vega-lite" in rani.get("/charts/timeline", source="W1-zul")["$schema"]
    assert rani.get("/charts/nothing", status=422)["remedy"]
