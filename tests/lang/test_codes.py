import pytest

from qualcode.errors import UsageError
from qualcode.lang import language_code
from qualcode.lang.detect import LANGUAGES
from qualcode.lang.others import SIGNS


@pytest.mark.parametrize("code", [*LANGUAGES, *SIGNS])
def test_every_language_that_is_told_apart_may_be_named(code: str) -> None:
    assert language_code(code) == language_code(code.upper()) == code


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("dansk", "da"),
        ("Inggris", "en"),
        ("bahasa jawa", "jv"),
        ("pt_BR", "pt"),
        ("ind", "id"),
        ("plm", "plm"),
    ],
)
def test_a_name_or_a_longer_code_will_do(written: str, code: str) -> None:
    assert language_code(written) == code


@pytest.mark.parametrize("written", ["", "xx", "klingonish", "1d"])
def test_what_is_no_language_is_refused_with_the_codes(written: str) -> None:
    with pytest.raises(UsageError, match=r"there is no language .* such as id, en, da"):
        language_code(written)
