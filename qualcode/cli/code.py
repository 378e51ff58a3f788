"""``qualcode code``."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qualcode.cli.language import counted, language
from qualcode.cli.options import argument, as_json, cli_command, in_project, open_project, option
from qualcode.cli.printing import print_json, say, shortened, warn
from qualcode.errors import UsageError
from qualcode.locale import explain
from qualcode.model import Coding, Span
from qualcode.model.forms import to_form

if TYPE_CHECKING:
    from qualcode.project import Project


@cli_command(
    "Code a passage by hand: SOURCE, the words as they stand there, and a CODE (key or name). "
    "With --from, import codings that were made in a spreadsheet.",
    examples=[
        'qualcode code W1-zul "belajar sendiri" awareness',
        'qualcode code W1-zul "modal kito dak katek" "modal keluarga" --new',
        "qualcode code W1-zul --turn 12 awareness --memo 'mulai sadar'",
        "qualcode code W1-zul --turn 12 human --also marketing_systems",
        "qualcode code --from codings.csv",
    ],
)
@argument("words", nargs=-1)
@option("--turn", type=int, help="Look in this turn only; without words, code the whole turn.")
@option("--at", metavar="START:END", help="Code this stretch of the text, in code points.")
@option("--also", multiple=True, metavar="CODE", help="One more code for the same words; more than once.")
@option("--new", is_flag=True, help="Make the code if there is none of that name.")
@option("--in-vivo", is_flag=True, help="Make a code named by the words.")
@option("--framework", default="", help="Where a new code goes.")
@option("--parent", default="", metavar="CODE", help="The code above a new one.")
@option("--memo", default="", help="A note on the coding.")
@option("--condense", default="", help="Its paraphrase (pemadatan fakta).")
@option("--negative", is_flag=True, help="It speaks against the code.")
@option(
    "--from",
    "table",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A .csv or .xlsx with columns source, turn, quote, code, coder, date, memo.",
)
@option(
    "--as-coder",
    default="",
    metavar="HANDLE",
    help="With --from: whose codings they are where no column says.",
)
@as_json
@in_project
def command(
    words: tuple[str, ...],
    turn: int | None,
    at: str | None,
    also: tuple[str, ...],
    new: bool,
    in_vivo: bool,
    framework: str,
    parent: str,
    memo: str,
    condense: str,
    negative: bool,
    table: Path | None,
    as_coder: str,
    as_json: bool,
    folder: Path,
    coder: str | None,
) -> int:
    """Code a passage."""
    from qualcode.actions.coding import NewCode, Passage

    with open_project(folder, coder) as project:
        if table:
            return _import(project, table, as_coder, as_json=as_json)
        source, quote, code = _take_apart(words, placed=turn is not None or at is not None, in_vivo=in_vivo)
        where = stretch(at) if at else None
        notes: dict[str, Any] = {"memo": memo, "condensation": condense, "negative": negative}
        place: dict[str, Any] = {"framework": framework, "parent": parent}
        if in_vivo:
            one = project.code(source, quote, code, turn=turn, at=where, in_vivo=True, **place, **notes)
            made: tuple[Coding, ...] = (one,)
        else:
            passage = Passage(source=source, quote=quote, turn=turn, at=Span(*where) if where else None)
            named = NewCode(name=code, **place) if new else None
            codes = also if new else (code, *also)
            made = project.code_with_all(passage, codes, new=named, **notes)
        codebook = project.codebook
    keyed = [(each, codebook.code(each.code_id).key if codebook else code) for each in made]
    if as_json:
        forms = [{**to_form(each), "quote": each.quote, "code": key} for each, key in keyed]
        print_json(forms if also else forms[0])
        return 0
    for each, key in keyed:
        quote = shortened(each.quote)
        say("{reference} coded {code}: {quote}", reference=each.reference, code=key, quote=quote)
    return 0


def _take_apart(words: tuple[str, ...], *, placed: bool, in_vivo: bool) -> tuple[str, str, str]:
    """Tell SOURCE QUOTE CODE, SOURCE CODE (placed by turn or stretch) and SOURCE QUOTE (in vivo) apart."""
    match words:
        case (source, quote, code):
            return source, quote, code
        case (source, quote) if in_vivo:
            return source, quote, ""
        case (source, code) if placed:
            return source, "", code
        case (source,) if in_vivo and placed:
            return source, "", ""
    raise UsageError(
        "say SOURCE QUOTE CODE", remedy='as in: qualcode code W1-zul "belajar sendiri" awareness'
    )


def stretch(text: str) -> tuple[int, int]:
    """Return the stretch that ``START:END`` names."""
    start, _, end = text.partition(":")
    if not start.isdecimal() or not end.isdecimal() or int(start) >= int(end):
        raise UsageError("{text!r} is not START:END", remedy="as in --at 120:135", text=text)
    return int(start), int(end)


def _import(project: "Project", table: Path, as_coder: str, *, as_json: bool) -> int:
    report = project.import_codings(table, coder=as_coder)
    if as_json:
        faults = [{"row": each.row, "why": explain(each.error, language())} for each in report.faults]
        print_json({"added": report.added, "already": report.already, "left_out": faults})
        return 1 if faults else 0
    for handle, count in sorted(report.added.items()):
        click.echo(
            counted("{count} coding by {handle}.", "{count} codings by {handle}.", count, handle=handle)
        )
    if report.already:
        say("{count} were there already.", count=report.already)
    for fault in report.faults:
        warn("Left out {why}", why=explain(fault.error, language()))
    if not report.added and not report.already:
        say("No coding was imported.")
    return 1 if report.faults else 0
