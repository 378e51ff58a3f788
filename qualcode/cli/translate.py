"""``qualcode translate``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.cli.code import stretch
from qualcode.cli.language import counted, language
from qualcode.cli.options import argument, as_json, cli_command, in_project, open_project, option
from qualcode.cli.printing import is_terminal, print_json, print_table, printable, say, shortened, warn
from qualcode.cli.results import filtered, to_file
from qualcode.errors import UsageError
from qualcode.locale import explain
from qualcode.model import Span

if TYPE_CHECKING:
    import pandas as pd

    from qualcode.actions.coding import Passage
    from qualcode.actions.filters import Filters
    from qualcode.actions.translating import Into
    from qualcode.project import Project

STOP = "."
"""What is typed to stop."""


@cli_command(
    "Translate a passage: PASSAGE is a reference code (and code, where several passages share it), or a "
    "source with --quote. A source that translates another gives translations by itself, where it is sure "
    "which words are which; --aligned says of which turns it is not. --missing goes through the coded "
    "passages without a translation, or writes them to a table, which comes back with --from.",
    examples=[
        'qualcode translate "W1-zul.10 awareness" "a graduate of the plastic chair"',
        'qualcode translate W1-zul --quote "kursi plastik" "plastic chair" --to en --translator rani',
        "qualcode translate --missing --quoted --code awareness",
        "qualcode translate --missing --out missing.xlsx",
        "qualcode translate --from missing.xlsx --translator dewi",
        "qualcode translate --aligned W3-astuti-en",
    ],
)
@argument("passage", default="")
@argument("text", default="")
@option("--quote", default="", metavar="WORDS", help="The words, as they stand in the source.")
@option("--turn", type=int, help="Look in this turn only; without words, the whole turn.")
@option("--at", metavar="START:END", help="This stretch of the text, in code points.")
@option("--to", "into", default="", metavar="LANG", help="Language of the translation; en by default.")
@option("--translator", default="", metavar="NAME", help="Who translated; you by default.")
@option("--remove", is_flag=True, help="Take the translation of the passage away.")
@option(
    "--from",
    "table",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A .csv or .xlsx: reference (or source, turn, quote), translation, translator, language.",
)
@option("--missing", is_flag=True, help="Go through the passages without a translation.")
@option("--quoted", is_flag=True, help="With --missing: only what summaries quote.")
@option("--list", "listed", is_flag=True, help="With --missing: print them instead of asking.")
@to_file("With --missing: a .csv or .xlsx to be filled in.")
@option("--aligned", default="", metavar="SOURCE", help="Say which turns of this translation are sure.")
@filtered
@as_json
@in_project
def command(
    passage: str,
    text: str,
    *,
    quote: str,
    turn: int | None,
    at: str | None,
    into: str,
    translator: str,
    remove: bool,
    table: Path | None,
    missing: bool,
    quoted: bool,
    listed: bool,
    out: Path | None,
    aligned: str,
    as_json: bool,
    folder: Path,
    coder: str | None,
    filters: "Filters",
) -> int:
    """Translate a passage, or see what is missing."""
    from qualcode.actions.coding import Passage
    from qualcode.actions.translating import Into

    whose = Into(language=into, translator=translator)
    with open_project(folder, coder) as project:
        if table:
            return _import(project, table, whose, as_json=as_json)
        if aligned:
            return _aligned(project, aligned, as_json=as_json)
        if missing:
            frame = project.missing_translations(
                out, into=into, filters=filters, quoted=quoted, language=language()
            )
            return _missing(project, frame, out, whose, listed=listed, as_json=as_json)
        if not passage or not (text or remove):
            raise UsageError(
                "say PASSAGE TEXT", remedy='as in: qualcode translate W1-zul.10 "They learned by themselves."'
            )
        named = bool(quote or turn is not None or at)
        words = Passage(source=passage, quote=quote, turn=turn, at=Span(*stretch(at)) if at else None)
        _one(project, passage, text, words if named else None, whose, remove=remove)
    return 0


def _one(
    project: "Project", name: str, text: str, words: "Passage | None", into: "Into", *, remove: bool
) -> None:
    if remove:
        gone = project.untranslate(name, passage=words, language=into.language)
        say("Taken away: {text}", text=shortened(gone.text))
        return
    made = project.translate(name, text, passage=words, into=into)
    say(
        "{name} in {language}: {text} ({translator})", name=name, language=made.language,
        text=shortened(made.text), translator=made.translator,
    )  # fmt: skip


def _import(project: "Project", table: Path, into: "Into", *, as_json: bool) -> int:
    report = project.import_translations(table, into=into)
    if as_json:
        faults = [{"row": each.row, "why": explain(each.error, language())} for each in report.faults]
        print_json(
            {"added": report.added, "already": report.already, "empty": report.empty, "left_out": faults}
        )
        return 1 if faults else 0
    click.echo(counted("{count} passage is translated.", "{count} passages are translated.", report.added))
    if report.already:
        say("{count} were there already.", count=report.already)
    if report.empty:
        say("Rows without a translation: {count}.", count=report.empty)
    for fault in report.faults:
        warn("Left out {why}", why=explain(fault.error, language()))
    return 1 if report.faults else 0


def _aligned(project: "Project", name: str, *, as_json: bool) -> int:
    report = project.alignment(name)
    if as_json:
        print_json(
            {"original": report.original, "translation": report.translation, "turns": report.turns,
             "alone": report.alone, "added": report.added}
        )  # fmt: skip
        return 0
    say(
        "{translation} beside {original}: {count} turns stand together, one to one.",
        translation=report.translation, original=report.original, count=report.turns,
    )  # fmt: skip
    for source, turns in ((report.original, report.alone), (report.translation, report.added)):
        if turns:
            say("Without a sure partner in {source}: turns {turns}", source=source, turns=ranges(turns))
    if report.alone:
        say("Their passages get no translation from it: translate them one by one, or mend the file.")
    return 0


def say_untranslated(frame: "pd.DataFrame", into: str) -> None:
    """Say how many passages of a codings frame stand in their own words for want of a translation."""
    from qualcode.tables.translated import lacking

    if count := len(lacking(frame, into)):
        say("Without a translation: {count}; see them with qualcode translate --missing.", count=count)


def ranges(numbers: tuple[int, ...]) -> str:
    """Return numbers with those that follow one another as ranges.

    Examples
    --------
    >>> ranges((3, 4, 5, 9))
    '3–5, 9'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return ", ".join("–".join(map(str, run)) for run in runs)


def _missing(
    project: "Project", frame: "pd.DataFrame", out: Path | None, into: "Into", *, listed: bool, as_json: bool
) -> int:
    count = len(frame)
    if as_json:
        print_json(frame[["reference", "source", "turn", "case", "quotation"]].to_dict("records"))
    elif out:
        say("Passages to translate in {path}: {count}.", path=out, count=count)
        say("Fill in the column translation, and bring it back: qualcode translate --from {path}", path=out)
    elif frame.empty:
        say("Every coded passage has its translation.")
    elif listed or not (is_terminal() and sys.stdin.isatty()):
        print_table(
            ["Reference", "Informant", "Quotation"],
            frame[["reference", "case", "quotation"]].itertuples(index=False),
        )
        click.echo(
            counted("{count} passage has no translation.", "{count} passages have no translation.", count)
        )
    else:
        _ask(project, frame, into)
    return 0


def _ask(project: "Project", frame: "pd.DataFrame", into: "Into") -> None:
    """Go through passages, each with its question, and keep each answer at once."""
    from qualcode.actions.coding import Passage

    say("Type the translation; Enter alone leaves a passage out, . stops. Each is kept at once.")
    done = 0
    for number, row in enumerate(frame.to_dict("records"), start=1):
        click.echo()
        click.secho(f"{number}/{len(frame)}  {row['reference']}  {row['case']}".rstrip(), bold=True)
        if row["question"].strip():
            click.secho(printable(shortened(row["question"], 200)), dim=True)
        click.echo(printable(row["quotation"].strip()))
        answer = click.prompt(">", default="", show_default=False, prompt_suffix=" ").strip()
        if answer == STOP:
            break
        if answer:
            words = Passage(source=row["source"], at=Span(int(row["start"]), int(row["end"])))
            project.translate(row["reference"], answer, passage=words, into=into)
            done += 1
    click.echo()
    say("{done} translated, {left} without a translation.", done=done, left=len(frame) - done)
