"""Asking for codes and passages, until they are some or the user thinks better of it."""

from collections.abc import Callable
from typing import TypeVar

from rich.text import Text

from qualcode.actions.lookup import code_named
from qualcode.actions.quotes import locate, occurrences
from qualcode.actions.texts import SourceText
from qualcode.cli.language import language, tr
from qualcode.cli.reader.desk import HELP, Desk
from qualcode.errors import CodeNotFound, QualcodeError, QuoteNotFound, UsageError
from qualcode.locale import explain
from qualcode.model import Codebook, Role, Span

T = TypeVar("T")

NEW = "!"
IN_VIVO = "*"


def ask_code(desk: Desk, codebook: Codebook, *, new: bool = False) -> str | None:
    """Ask for a code by key or name, offering the nearest ones where there is none of that name.

    Parameters
    ----------
    desk
        Where.
    codebook
        The codes there are; Tab completes their keys.
    new
        Take ``!name`` for a code to be made, and ``*`` for one named by the words.

    Returns
    -------
    str or None
        The code's key, or what stands for a new one; None where nothing was answered.
    """
    question = tr(
        "Code (Tab completes, ? lists; !name makes one, * takes the words):"
        if new
        else "Code (Tab completes, ? lists):"
    )
    while answer := desk.ask(question, words=[code.key for code in codebook.codes]):
        if answer.startswith(HELP):
            _list(desk, codebook, answer.strip(HELP + " "))
            continue
        if new and (answer == IN_VIVO or (answer.strip(NEW + " ") and answer.startswith(NEW))):
            return answer
        try:
            return code_named(codebook, answer).key
        except CodeNotFound as error:
            desk.console.print(explain(error, language()), style="bold", markup=False)
    return None


def _list(desk: Desk, codebook: Codebook, part: str) -> None:
    """List the codes, or those with a part of a word in their key or name."""
    lines = [
        Text.assemble(f" {'  ' * len(codebook.ancestors(code))}", (code.key, "bold"), f"  {name}")
        for code in codebook.codes
        if part.casefold() in f"{code.key} {(name := code.name.get(language()))}".casefold()
    ]
    desk.leaf(lines or [Text(f" {tr('No code is like that.')}")], title=tr("Codes (?word lists fewer)"))


def ask_passage(desk: Desk, text: SourceText, visible: Span) -> Span | None:
    """Ask for words, or for a turn where no words are given.

    Parameters
    ----------
    desk, text
        Where, and of which source.
    visible
        The stretch on the screen: words are looked for there first, and its first answer is proposed.

    Returns
    -------
    Span or None
        None where the user thought better of it.
    """

    def find(words: str) -> Span | None:
        if words:
            return find_words(desk, text, words, visible)
        first = _first_answer(text, visible)
        answer = desk.ask(tr("Which turn? [{turn}]").format(turn=first))
        return None if answer is None else locate(text, "", turn=number_in(answer) if answer else first)

    return ask_until(desk, tr("Words to code (empty: a whole turn):"), find)


def ask_until(desk: Desk, question: str, use: Callable[[str], T | None]) -> T | None:
    """Ask until the answer can be used; one that cannot stands there again, to be mended.

    Returns
    -------
    T or None
        What `use` made of the answer; None where the user thought better of it.
    """
    answer = desk.ask(question)
    while answer is not None:
        try:
            return use(answer)
        except QualcodeError as error:
            desk.console.print(explain(error, language()), style="bold", markup=False)
        answer = desk.ask(question, given=answer)
    return None


def find_words(desk: Desk, text: SourceText, words: str, visible: Span) -> Span:
    """Find words on the screen, else anywhere in the source; where several turns have them, ask which.

    Raises
    ------
    QuoteNotFound
        They are said nowhere, or several times in one turn.
    """
    here = occurrences(text.text, words, visible)
    if len(here) == 1:
        return here[0]
    try:
        return locate(text, words)
    except QuoteNotFound:
        hits = here or occurrences(text.text, words, text.whole())
        turns = dict.fromkeys(turn.number for hit in hits if (turn := text.turn_at(hit.start)))
        if len(turns) < 2:
            raise
    answer = desk.ask(tr("Said in turns {turns}; in which one?").format(turns=", ".join(map(str, turns))))
    return locate(text, words, turn=number_in(answer or ""))


def _first_answer(text: SourceText, visible: Span) -> int:
    shown = [turn for turn in text.revision.turns if turn.span.overlaps(visible)]
    answers = [turn for turn in shown if text.role(turn) is not Role.INTERVIEWER]
    return next(turn.number for turn in (*answers, *shown, *text.revision.turns))


def number_in(answer: str) -> int:
    """Return the turn's number that was answered.

    Raises
    ------
    UsageError
        It is no number.
    """
    if not answer.isdecimal():
        raise UsageError("{text!r} is no turn's number", text=answer)
    return int(answer)
