"""``qualcode settings``."""

from pathlib import Path

from qualcode.cli.options import argument, cli_command, in_project, open_project
from qualcode.cli.printing import print_table, say


@cli_command(
    "Show the project's settings, or set NAME to VALUE. They are part of the history.",
    examples=[
        "qualcode settings",
        "qualcode settings show_suggestions always",
        "qualcode settings reference_pattern '{source}.J{answer}'",
    ],
)
@argument("name", default="")
@argument("value", required=False)
@in_project
def command(name: str, value: str | None, folder: Path, coder: str | None) -> None:
    """Show or change settings."""
    from qualcode.actions.configuring import CHOICES, check_setting

    with open_project(folder, coder) as project:
        if value is not None:
            setting = project.set(name, value)
            say("{name} = {value}", name=setting.name, value=setting.value)
            if name == "reference_pattern":
                say("Reference codes issued before stay as they are; new ones follow the new pattern.")
            return
        known = project.options()
    if name and name not in CHOICES:
        check_setting(name, "")
    print_table(
        ["Setting", "Value", "Choices"],
        [
            (each, known[each], " | ".join(choices or ()))
            for each, choices in CHOICES.items()
            if name in ("", each)
        ],
    )
