from qualcode.model import Coding, Revision
from tests.notation import utf16
from tests.workbench.conftest import Browser


def test_sources_are_listed_with_how_far_the_coder_is(rani: Browser) -> None:
    rani.mark("W1-zul", "belajar sendiri", "awareness")
    rani.project.suggest(method="keywords")
    before = {source["name"]: source for source in rani.get("/sources")}
    assert list(before) == ["O1-pelatihan", "W1-zul", "W2-lina"]
    zul = before["W1-zul"]
    assert (zul["codings"], zul["own"], zul["read"], zul["waiting"]) == (1, 1, False, 0)
    assert zul["hidden"] > 0
    rani.put("/sources/W1-zul/read")
    after = {source["name"]: source for source in rani.get("/sources")}["W1-zul"]
    assert (after["read"], after["hidden"]) == (True, 0)
    assert after["waiting"] > 0
    rani.delete("/sources/W1-zul/read")
    assert rani.get("/sources/W1-zul/reader")["read"] is False


def test_a_reader_has_all_that_is_marked_at_places_a_browser_counts(rani: Browser) -> None:
    rani.mark("W2-lina", "pelatihan tiga hari", "capacity", memo="Ini penting", condensation="Dilatih.")
    reader = rani.get("/sources/W2-lina/reader")
    (coding,) = reader["codings"]
    utf16_text = reader["text"].encode("utf-16-le")
    marked = utf16_text[coding["start"] * 2 : coding["end"] * 2].decode("utf-16-le")
    assert marked == "pelatihan tiga hari"
    assert (coding["memo"], coding["condensation"], coding["mine"]) == ("Ini penting", "Dilatih.", True)
    said = [utf16_text[turn["start"] * 2 : turn["end"] * 2].decode("utf-16-le") for turn in reader["turns"]]
    assert said[1].startswith("🙂 Saya ikut")
    assert said[3].startswith("Sekarang")
    assert [turn["role"] for turn in reader["turns"]] == ["interviewer", "informant"] * 2


def test_suggestions_show_with_their_evidence_once_the_source_is_coded_through(rani: Browser) -> None:
    rani.project.suggest(method="keywords")
    assert rani.get("/sources/W2-lina/reader")["suggestions"] == []
    rani.put("/sources/W2-lina/read")
    reader = rani.get("/sources/W2-lina/reader")
    suggestion = next(each for each in reader["suggestions"] if each["code"] == "capacity")
    (evidence,) = suggestion["evidence"]
    assert (evidence["start"], evidence["end"]) == utf16(reader["text"], "pelatihan")
    assert rani.put("/sources/W2-lina/read", codes=["capital"])["action"] == "mark_read"


def test_a_stretch_is_coded_through_for_some_codes_and_no_longer(rani: Browser) -> None:
    text = rani.get("/sources/W2-lina/reader")["text"]
    start, end = utf16(text, "🙂 Saya ikut pelatihan tiga hari di kecamatan.")
    rani.put("/sources/W2-lina/read", start=start, end=end, frameworks=["stage"])
    reader = rani.get("/sources/W2-lina/reader")
    (reading,) = reader["readings"]
    assert (reading["start"], reading["end"]) == (start, end)
    assert (reading["codes"], reader["read"]) == (["awareness", "motivation", "capacity"], False)
    assert next(each for each in rani.get("/sources") if each["name"] == "W2-lina")["begun"]
    assert rani.put("/sources/W2-lina/read", status=422, start=start)["what"]
    rani.delete("/sources/W2-lina/read", start=start, end=start + 2)
    (reading,) = rani.get("/sources/W2-lina/reader")["readings"]
    assert (reading["start"], reading["end"]) == (start + 2, end)
    rani.post("/undo")
    assert rani.get("/sources/W2-lina/reader")["readings"][0]["start"] == start


def test_a_source_is_noted_as_not_asked_about_a_code_and_as_asked_again(rani: Browser) -> None:
    rani.put("/sources/W1-zul/not-asked", code="capital")
    assert rani.get("/sources/W1-zul/reader")["not_asked"] == ["capital"]
    assert rani.put("/sources/W1-zul/not-asked", status=409, code="capital")["where"] == "W1-zul, capital"
    rani.put("/sources/W1-zul/not-asked", code="capital", asked=True)
    assert rani.get("/sources/W1-zul/reader")["not_asked"] == []


def test_files_are_added_and_what_was_recognised_is_told(rani: Browser) -> None:
    files = [
        ("files", ("W3.txt", b"P: Kapan mulai?\nI: Tahun lalu, <script>alert(1)</script>.\n", "text/plain")),
        ("files", ("C:\\Users\\x\\W4.docx", b"not a document", "text/plain")),
    ]
    answer = rani.http.post("/api/sources", files=files).json()
    added, refused = answer["files"]
    assert (added["status"], added["source"], added["turns"]) == ("added", "W3", 2)
    assert [speaker["role"] for speaker in added["speakers"]] == ["interviewer", "informant"]
    assert (refused["file"], refused["status"]) == ("W4.docx", "refused")
    assert refused["error"]["what"]
    assert "/tmp" not in refused["error"]["where"]
    assert rani.get("/sources/W3/reader")["text"].endswith("<script>alert(1)</script>.\n")


def test_a_preview_adds_nothing(rani: Browser) -> None:
    files = [("files", ("W3.txt", b"P: Kapan?\nI: Lalu.\n"))]
    answer = rani.http.post("/api/sources", files=files, data={"preview": "true"}).json()
    assert answer["files"][0]["status"] == "found"
    assert len(rani.get("/sources")) == 3


def test_a_file_cannot_name_a_place_outside_of_its_folder(rani: Browser) -> None:
    for name in ("..", "../../etc/passwd", ".hidden", "a" * 300):
        answer = rani.http.post("/api/sources", files=[("files", (name, b"P: Halo\nI: Ya\n"))])
        assert answer.status_code in (200, 422)
    assert {source["name"] for source in rani.get("/sources")} <= {
        "O1-pelatihan", "W1-zul", "W2-lina", "passwd"
    }  # fmt: skip


def test_two_files_of_one_name_are_told_apart_by_a_sentence(rani: Browser) -> None:
    files = [("files", ("W3.txt", b"P: Halo\nI: Ya\n"))] * 2
    answer = rani.http.post("/api/sources", files=files)
    assert (answer.status_code, answer.json()["where"]) == (422, "W3.txt")


def test_words_marked_on_a_text_that_was_corrected_since_are_not_coded(rani: Browser) -> None:
    seen = rani.get("/sources/W1-zul/reader")
    with rani.project.view() as view:
        (revision,) = (each for each in view.all(Revision) if each.id == seen["revision_id"])
        assert revision.number == 1
    corrected = rani.project.settings.root / "files" / "corrected.txt"
    corrected.write_text(seen["text"].replace("modal juga", "modal pun"), encoding="utf-8")
    rani.project.revise("W1-zul", corrected)
    start, end = utf16(seen["text"], "belajar sendiri")
    error = rani.post(
        "/codings", status=409, source="W1-zul", start=start, end=end, codes=["awareness"],
        revision_id=seen["revision_id"],
    )  # fmt: skip
    assert error["what"] == "this source has a corrected text since it was read"
    with rani.project.view() as view:
        assert view.count(Coding) == 0


def test_what_was_guessed_of_a_source_and_its_speakers_can_be_corrected(rani: Browser) -> None:
    rani.patch("/sources/W1-zul", kind="focus_group", language="Jawa")
    rani.patch("/sources/W1-zul/speakers", label="I", role="other")
    zul = next(each for each in rani.get("/sources") if each["name"] == "W1-zul")
    assert (zul["kind"], zul["language"]) == ("focus_group", "jv")
    assert {each["label"]: each["role"] for each in zul["speakers"]} == {"P": "interviewer", "I": "other"}
    rani.patch("/sources/W1-zul/speakers", label="I", role="informant", case="Pak Zul")
    zul = next(each for each in rani.get("/sources") if each["name"] == "W1-zul")
    assert {each["label"]: each["case"] for each in zul["speakers"]}["I"] == "Pak Zul"
    assert rani.patch("/sources/W1-zul", status=422, language="Klingonesisch")["remedy"]
    assert rani.patch("/sources/W1-zul/speakers", status=422, label="X")["remedy"] == "it has I, P"
