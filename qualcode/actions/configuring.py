"""Settings that change meaning, and therefore have a history."""

from qualcode.actions.acting import acting
from qualcode.errors import UsageError
from qualcode.model import Coder, Setting
from qualcode.references import check_pattern
from qualcode.store import Store, View

CHOICES = {
    "title": None,
    "languages": None,
    "reference_pattern": None,
    "show_suggestions": ("after_reading", "always"),
    "approach": ("codebook", "reliability", "reflexive", "content"),
}
"""Every setting, with its values where they are given."""


def check_setting(name: str, value: str) -> None:
    """Refuse what cannot be set.

    Raises
    ------
    UsageError
        No such setting, a value it cannot have, or a reference pattern with an unknown field.
    """
    if name not in CHOICES:
        raise UsageError(
            "there is no setting {name!r}",
            remedy="the settings are {names}",
            name=name,
            names=", ".join(CHOICES),
        )
    choices = CHOICES[name]
    if choices and value not in choices:
        raise UsageError(
            "{value!r} is no value of {name}", remedy="say {choices}", value=value, name=name,
            choices=" or ".join(choices),
        )  # fmt: skip
    if name == "reference_pattern":
        check_pattern(value)


def set_setting(store: Store, actor: Coder, name: str, value: str) -> Setting:
    """Set a setting; see `check_setting` for what is refused."""
    check_setting(name, value)
    with acting(store, actor, "set_setting", summary=f"{name} = {value}") as act:
        known = act.all(Setting, name=name)
        return act.put(Setting.of(name, value, seq=known[0].seq if known else 0))


def options(view: View) -> dict[str, str]:
    """Return the settings that change meaning, by name; what was never set is empty."""
    known = view.settings()
    return {name: known.get(name, "") for name in CHOICES}
