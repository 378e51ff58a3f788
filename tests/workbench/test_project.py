from tests.workbench.conftest import Browser


def test_the_project_says_who_works_on_what(rani: Browser) -> None:
    project = rani.get("/project")
    assert (project["title"], project["coder"], project["role"]) == ("Studi kecil", "rani", "coder")
    assert project["codebook"] == 1
    assert project["undo"] == {"can": True, "what": "apply codebook book.yaml"}
    assert project["redo"] == {"can": False, "what": ""}


def test_errors_speak_the_language_of_the_browser(rani: Browser) -> None:
    rani.http.headers["Accept-Language"] = "id-ID,id;q=0.9,en;q=0.8"
    error = rani.get("/sources/W9/reader", status=404)
    assert error["what"] == "tidak ada sumber 'W9'"
    assert rani.get("/sources/W9/reader", status=404, lang="en")["what"] == "there is no source 'W9'"


def test_a_request_that_cannot_be_read_names_the_field(rani: Browser) -> None:
    error = rani.post("/codings", status=422, source="W1-zul", start=-1, end=3, code="awareness")
    assert error["where"] == "start"
    assert rani.post("/codings", status=422, source="W1-zul", start=0, end=3, cod="x")["where"] == "cod"


def test_where_there_is_nothing_a_sentence_says_so(rani: Browser) -> None:
    assert rani.get("/nothing", status=404)["what"] == "there is nothing at this address"
    assert rani.delete("/project", status=405)["what"] == "this cannot be done here"
