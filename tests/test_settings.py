from pathlib import Path

import pytest

from qualcode.errors import FileProblem, ProjectNotFound, UsageError
from qualcode.model import Role, SourceKind
from qualcode.model.ids import is_guid
from qualcode.settings import TEMPLATE, Profile, find_root, identity, load, user_config


def toml(folder: Path, text: str | bytes = TEMPLATE) -> Path:
    (folder / "qualcode.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def test_the_nearest_project_upwards_is_meant(tmp_path: Path) -> None:
    inner = tmp_path / "study" / "transcripts" / "wave1"
    inner.mkdir(parents=True)
    toml(tmp_path)
    assert find_root(inner) == tmp_path
    toml(tmp_path / "study")
    assert find_root(inner) == find_root(tmp_path / "study") == tmp_path / "study"


def test_no_project_is_an_error_that_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ProjectNotFound, match="qualcode init"):
        find_root(tmp_path)


def test_a_new_projects_file_says_where_the_database_is(tmp_path: Path) -> None:
    settings = load(toml(tmp_path))
    assert (settings.database, settings.commands) == (tmp_path / "qualcode.db", {})
    assert settings.cache_dir == tmp_path / ".qualcode" / "cache"


def test_commands_have_their_defaults(tmp_path: Path) -> None:
    settings = load(toml(tmp_path, 'database = "data/x.db"\n[table]\nout = "outputs/coded.xlsx"\n'))
    assert settings.database == tmp_path / "data" / "x.db"
    assert settings.commands["table"]["out"] == "outputs/coded.xlsx"


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    assert load(toml(tmp_path, TEMPLATE.encode("utf-8-sig"))).database.name == "qualcode.db"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("database = ", "Invalid value"),
        ("database = 5", "database must be a file name"),
        (b"\xff\xfe\x00", "cannot be read"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, text: str | bytes, message: str) -> None:
    with pytest.raises(FileProblem, match=rf"qualcode\.toml: .*{message}"):
        load(toml(tmp_path, text))


PROFILE = """\
[[profile]]
files = "transcripts/pak-*.docx"
kind = "focus_group"
language = "id"
roles = {P = "interviewer", S = "informant"}

[[profile]]
files = "*.txt"
"""


def test_profiles_say_what_is_known_of_files(tmp_path: Path) -> None:
    first, second = load(toml(tmp_path, PROFILE)).profiles
    assert (first.kind, first.language) == (SourceKind.FOCUS_GROUP, "id")
    assert first.roles == {"P": Role.INTERVIEWER, "S": Role.INFORMANT}
    assert (second.kind, second.language, second.roles) == (None, None, {})


@pytest.mark.parametrize(
    ("path", "fits"),
    [
        ("study/transcripts/pak-zul.docx", True),
        ("study/transcripts/bu-ani.docx", False),
        ("study/transcripts/old/pak-zul.docx", False),
        ("elsewhere/transcripts/pak-zul.docx", True),
        ("transcripts/pak-zul.docx", False),
    ],
)
def test_a_profile_means_files_as_seen_from_the_project_or_the_folder_added(path: str, fits: bool) -> None:
    profile = Profile(files="transcripts/pak-*.docx")
    assert profile.fits(Path("/home", path), [Path("/home/study"), Path("/home/elsewhere")]) is fits


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[profile]\nfiles = 'a'", r"a profile must be a table .*\[\[profile\]\]"),
        ("profile = ['a']", "a profile must be a table"),
        ("[[profile]]\nkind = 'interview'", "profile 1: files is not right"),
        ("[[profile]]\nfiles = ''", "profile 1: files is not right"),
        (
            "[[profile]]\nfiles = 'a'\n[[profile]]\nfiles = 'b'\nkind = 'talk'",
            "profile 2: kind .*focus_group",
        ),
        ("[[profile]]\nfiles = 'a'\nkind = ['interview']", "profile 1: kind"),
        ("[[profile]]\nfiles = 'a'\nlanguage = 5", "profile 1: language"),
        ("[[profile]]\nfiles = 'a'\nroles = {P = 'boss'}", "profile 1: roles .*informant"),
        ("[[profile]]\nfiles = 'a'\nroles = {P = [1]}", "profile 1: roles"),
        ("[[profile]]\nfiles = 'a'\nrole = {P = 'other'}", "profile 1: role is not right"),
    ],
)
def test_a_profile_that_is_not_right_is_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(FileProblem, match=rf"qualcode\.toml: {message}"):
        load(toml(tmp_path, text))


def test_a_handle_keeps_its_guid_on_this_machine() -> None:
    rani = identity("rani")
    assert is_guid(rani.guid)
    assert identity("rani") == rani
    assert identity("bayu").guid != rani.guid


def test_who_is_said_comes_before_the_environment_and_that_before_the_config(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    user_config().write_text('handle = "own"\n')
    assert identity().handle == "own"
    monkeypatch.setenv("QUALCODE_CODER", "env")
    assert identity().handle == "env"
    assert identity("said").handle == "said"


def test_acting_as_somebody_once_does_not_make_one_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "dewi")
    user_config().write_text("")
    identity("bayu")
    assert identity().handle == "dewi"


@pytest.mark.parametrize("handle", ["müller", "🙂", 'a"b\\c'])
def test_any_word_is_kept_as_it_is_written(handle: str) -> None:
    assert identity(handle) == identity(handle)


def test_without_anything_the_login_name_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "Bu Dewi")
    assert identity().handle == "Bu_Dewi"


def test_a_login_that_cannot_be_known_is_me(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise OSError

    monkeypatch.setattr("getpass.getuser", nobody)
    assert identity().handle == "me"


@pytest.mark.parametrize("handle", ["Bu Dewi", "a,b", "\t"])
def test_a_handle_is_one_word(handle: str) -> None:
    with pytest.raises(UsageError, match="one word"):
        identity(handle)


@pytest.mark.parametrize("text", ["handle = ", "handle = 5\n", 'coders = "x"\n'])
def test_a_broken_identity_file_is_named(text: str) -> None:
    user_config().write_text(text)
    with pytest.raises(FileProblem, match=r"identity\.toml"):
        identity()


def test_a_home_that_cannot_be_written_still_has_a_user(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert identity("rani", config=tmp_path / "file" / "config.toml").handle == "rani"


def test_the_config_is_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("QUALCODE_CONFIG", str(tmp_path / "mine.toml"))
    assert user_config() == tmp_path / "mine.toml"
    monkeypatch.delenv("QUALCODE_CONFIG")
    assert user_config().name == "config.toml"
