from tests.workbench.conftest import Browser

CLAIM = "Orang belajar sebelum ada yang melatih."


def test_a_theme_gathers_codes_and_evidence_and_lets_them_go(rani: Browser) -> None:
    made = rani.mark("W1-zul", "belajar sendiri", "awareness")["coding"]
    rani.post("/themes", status=201, name="swadaya", claim=CLAIM, codes=["awareness"])
    theme = rani.patch(
        "/themes/swadaya", evidence_for=[made["id"]], codes=["capital"], verdicts={"interview": "kuat"}
    )
    assert (theme["codes"], theme["evidence_for"]) == (["awareness", "capital"], [made["id"]])
    theme = rani.patch("/themes/swadaya", seq=theme["seq"], without=["capital", made["id"]])
    assert (theme["codes"], theme["evidence_for"], theme["claim"]) == (["awareness"], [], CLAIM)
    assert [each["name"] for each in rani.get("/themes")] == ["swadaya"]
    rani.delete("/themes/swadaya")
    assert rani.get("/themes") == []


def test_a_theme_that_is_there_or_stale_or_missing_is_told(rani: Browser) -> None:
    theme = rani.post("/themes", status=201, name="swadaya", claim=CLAIM)
    assert rani.post("/themes", status=409, name="swadaya", claim="Lain")["what"]
    rani.patch("/themes/swadaya", claim="Orang belajar sendiri.")
    assert rani.patch("/themes/swadaya", status=409, seq=theme["seq"], claim="Lain")["where"] == "swadaya"
    assert rani.patch("/themes/lain", status=404, claim="Lain")["what"]


def test_memos_can_be_on_anything(rani: Browser) -> None:
    made = rani.mark("W2-lina", "Modal dari bank", "capital")["coding"]
    place = {"source": "W2-lina", "start": made["start"], "end": made["end"]}
    for about in ({}, {"source": "W1-zul"}, {"code": "capital"}, {"coding": made["id"]}, place):
        rani.post("/memos", status=201, text="Catatan", **about)
    memos = {memo["about"]: memo for memo in rani.get("/memos")}
    assert memos.keys() == {"project", "source", "code", "coding", "span"}
    assert {name: memos["span"][name] for name in place} == place
    assert [memo["about"] for memo in rani.get("/sources/W2-lina/reader")["memos"]] == ["span"]
    span = memos["span"]
    rani.patch(f"/memos/{span['id']}", text="Lebih jelas", seq=span["seq"])
    assert rani.patch(f"/memos/{span['id']}", status=409, text="Lain", seq=span["seq"])["what"]
    assert [memo["text"] for memo in rani.get("/sources/W2-lina/reader")["memos"]] == ["Lebih jelas"]
    rani.delete(f"/memos/{span['id']}")
    assert rani.get("/sources/W2-lina/reader")["memos"] == []
    assert rani.post("/memos", status=422, text=" ")["what"] == "an empty memo says nothing"
    assert rani.post("/memos", status=422, text="x", source="W1-zul", start=3)["what"]
