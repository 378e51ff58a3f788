from pathlib import Path

import pytest

from qualcode.errors import FileProblem, ProjectNotFound
from qualcode.model import Role, SourceKind
from qualcode.settings import TEMPLATE, Profile, find_root, load


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
tiers = ["Rina", "Pak Zul"]

[[profile]]
files = "*.txt"
"""


def test_profiles_say_what_is_known_of_files(tmp_path: Path) -> None:
    first, second = load(toml(tmp_path, PROFILE)).profiles
    assert (first.kind, first.language) == (SourceKind.FOCUS_GROUP, "id")
    assert first.roles == {"P": Role.INTERVIEWER, "S": Role.INFORMANT}
    assert first.tiers == ("Rina", "Pak Zul")
    assert (second.kind, second.language, second.roles, second.tiers) == (None, None, {}, ())


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
        ("[[profile]]\nfiles = 'a'\nlanguage = 'xx'", "profile 1: language"),
        ("[[profile]]\nfiles = 'a'\ntiers = 'Rina'", "profile 1: tiers"),
        ("[[profile]]\nfiles = 'a'\nroles = {P = 'boss'}", "profile 1: roles .*informant"),
        ("[[profile]]\nfiles = 'a'\nroles = {P = [1]}", "profile 1: roles"),
        ("[[profile]]\nfiles = 'a'\nrole = {P = 'other'}", "profile 1: role is not right"),
    ],
)
def test_a_profile_that_is_not_right_is_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(FileProblem, match=rf"qualcode\.toml: {message}"):
        load(toml(tmp_path, text))
