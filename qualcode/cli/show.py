"""``qualcode show``."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.cli.language import language, tr, word
from qualcode.cli.options import argument, as_json, cli_command, in_project, open_project, option
from qualcode.cli.printing import console, is_terminal, print_json, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from qualcode.actions.remarks import NamedReview
    from qualcode.actions.showing import Passage, Said, ShownCoding

INDENT = "    "


@cli_command(
    "Show the passage that a reference code names: with the turns around it, and every coding that bears it, "
    "with its memo, condensation, translation, themes, and what was said of it.",
    examples=["qualcode show W1-zul.10", "qualcode show W1-zul.10 --context 3"],
)
@argument("reference")
@option("--context", type=click.IntRange(0, 50), default=1, help="How many turns on either side.")
@as_json
@in_project
def command(reference: str, context: int, as_json: bool, folder: Path, coder: str | None) -> None:
    """Show a passage."""
    with open_project(folder, coder) as project:
        found = project.show(reference, context=context, language=language())
    if as_json:
        print_json([_plain(each) for each in found])
        return
    for place, passage in enumerate(found):
        if place:
            click.echo()
        _print(passage)


def _print(passage: "Passage") -> None:
    click.echo(" · ".join(filter(None, (passage.reference, passage.source, passage.case))))
    click.echo()
    if passage.question and passage.question not in [each.words for each in passage.before]:
        _line(_quiet(f"{tr('Question before')}: {passage.question}"))
    for turn in passage.before:
        _line(_quiet(_turn(turn)))
    if passage.words:
        _line(_marked(passage))
    for turn in passage.after:
        _line(_quiet(_turn(turn)))
    for coding in passage.codings:
        click.echo()
        for line in _lines(coding):
            click.echo(printable(line))
    if passage.memos:
        click.echo()
        for memo in passage.memos:
            click.echo(printable(f"{tr('Memo')}: {memo}"))


def _line(text: "Text | str") -> None:
    if is_terminal():
        console().print(text)
    else:
        click.echo(str(text))


def _quiet(words: str) -> "Text | str":
    from rich.text import Text

    return Text(printable(words), style="dim")


def _turn(turn: "Said") -> str:
    return f"{turn.number}  {turn.speaker}: {turn.words}" if turn.speaker else f"{turn.number}  {turn.words}"


def _marked(passage: "Passage") -> "Text | str":
    """Return the words with what is coded of them in bold.

    They begin with the speaker themselves where a coding takes in the label.
    """
    from rich.text import Text

    first = passage.turns[0] if passage.turns else None
    label = _turn(first).removesuffix(first.words) if first else ""
    if first and not passage.words.startswith(first.words):
        label = f"{first.number}  "
    text = Text(printable(passage.words))
    for coding in passage.codings:
        if coding.start is not None and coding.end is not None:
            text.stylize("bold", coding.start, coding.end)
    return Text(printable(label)).append_text(text)


def _lines(coding: "ShownCoding") -> "Iterator[str]":
    marks = [tr("negative case")] if coding.negative else []
    marks += [tr("pinned")] if coding.pinned else []
    about = ", ".join((coding.coder, coding.at[:10], *marks))
    yield f"{coding.path} ({coding.code}) · {about}"
    yield f"{INDENT}“{' '.join(coding.quotation.split())}”"
    if coding.start is None:
        yield INDENT + tr("It is unplaced: these words are no longer in the text.")
    for title, words in (
        (tr("Translation"), _translation(coding)),
        (tr("Condensation"), coding.condensation),
        (tr("Memo"), "\n".join(coding.memos)),
        (tr("Theme"), ", ".join(coding.themes)),
    ):
        if words:
            yield f"{INDENT}{title}: {words}"
    for said in coding.reviews:
        yield f"{INDENT}{_review(said)}"


def _translation(coding: "ShownCoding") -> str:
    by = f" ({coding.translator})" if coding.translator else ""
    return f"“{coding.translation}”{by}" if coding.translation else ""


def _review(said: "NamedReview") -> str:
    remark = word("answer") if said.is_answer else f"{word(said.review.remark)} {said.proposed}".strip()
    waiting = f" ({tr('open')})" if said.is_open else ""
    text = f": {said.review.text}" if said.review.text else ""
    return f"{said.review.at[:10]} {said.reviewer}, {remark}{waiting}{text}"


def _plain(passage: "Passage") -> dict[str, object]:
    codings = [
        {
            **{name: value for name, value in asdict(coding).items() if name != "reviews"},
            "reviews": [
                {"by": each.reviewer, "at": each.review.at, "answer": each.is_answer, "open": each.is_open,
                 "remark": each.review.remark.value, "proposed": each.proposed, "text": each.review.text}
                for each in coding.reviews
            ],
        }
        for coding in passage.codings
    ]  # fmt: skip
    return {**asdict(passage), "codings": codings}
