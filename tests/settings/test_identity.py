from pathlib import Path

import pytest

from qualcode.errors import FileProblem, UsageError
from qualcode.model.ids import is_guid
from qualcode.settings import identity, user_config


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
