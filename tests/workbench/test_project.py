from tests.workbench.conftest import Browser


def test_the_project_says_who_works_on_what(rani: Browser) -> None:
    project = rani.get("/project")
    assert (project["title"], project["coder"], project["role"]) == ("Studi kecil", "rani", "coder")
    assert project["codebook"] == 1
    assert project["undo"] == {"can": True, "what": "apply codebook book.yaml"}
    assert project["redo"] == {"can": False, "what": ""}


def test_everything_can_be_undone_and_done_again(rani: Browser) -> None:
    rani.mark("W1-zul", "belajar sendiri", "awareness")
    undone = rani.post("/undo")
    assert undone["summary"] == "code W1-zul.2 awareness"
    assert rani.get("/sources/W1-zul/reader")["codings"] == []
    assert rani.get("/project")["redo"] == {"can": True, "what": "code W1-zul.2 awareness"}
    assert rani.post("/redo")["seq"] == undone["seq"] + 1
    assert len(rani.get("/sources/W1-zul/reader")["codings"]) == 1


def test_where_nothing_can_be_done_again_a_sentence_says_so(rani: Browser) -> None:
    assert rani.post("/redo", status=409)["what"] == "there is nothing to redo"


def test_the_log_tells_the_latest_first_in_the_readers_language(rani: Browser) -> None:
    rani.mark("W1-zul", "belajar sendiri", "awareness")
    latest, *_ = rani.get("/log", lang="id", limit=2)
    assert (latest["action"], latest["words"], latest["actor"]) == ("code", "mengodekan", "rani")


def test_cases_come_with_the_sources_they_speak_in(rani: Browser) -> None:
    cases = {case["name"]: case for case in rani.get("/cases")}
    assert any("W1-zul" in case["sources"] for case in cases.values())


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
