"""Reading a source in the terminal, and coding on the way."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from qualcode.actions.coding import Passage
from qualcode.actions.noting import Subject
from qualcode.actions.quotes import locate
from qualcode.cli.language import counted, language, tr
from qualcode.cli.reader.asking import IN_VIVO, NEW, ask_code, ask_passage, ask_until, find_words, number_in
from qualcode.cli.reader.desk import Choice, Desk, Session
from qualcode.cli.reader.paging import Pages, Place
from qualcode.cli.reader.setting import blocks, head_of
from qualcode.cli.reader.sheet import Sheet, sheet_of
from qualcode.cli.reader.steps import Steps
from qualcode.errors import UsageError
from qualcode.model import Span

if TYPE_CHECKING:
    from qualcode.project import Project


@dataclass(frozen=True)
class _Layout:
    """What is on the screen now: where the page ends, and how much it holds."""

    pages: Pages
    room: int
    next: Place | None


class ReadSession(Session):
    """One source on the screen.

    Parameters
    ----------
    desk, project
        Where to read, and what.
    source
        The source's name.
    turn
        Number of the turn to begin with.
    mark
        Marks the source as coded through; by default for the whole codebook.
    steps
        Where what is done is counted, for undo; by default from now on.
    """

    def __init__(
        self,
        desk: Desk,
        project: "Project",
        source: str,
        *,
        turn: int | None = None,
        mark: Callable[[], object] | None = None,
        steps: Steps | None = None,
    ) -> None:
        super().__init__(desk)
        self.project = project
        self.steps = steps or Steps(project)
        self.sheet = self._load(source)
        self.name = self.sheet.source_text.source.name
        self.place = Place(0)
        self.found: list[Span] = []
        self.sought = ""
        self._mark = mark or (lambda: self.project.mark_read(self.name))
        self._layout = _Layout(Pages([]), 1, None)
        if turn is not None:
            self._go_to(turn)

    def _load(self, source: str) -> Sheet:
        with self.project.view() as view:
            return sheet_of(view, self.project.coder, source)

    # What is shown

    def title(self) -> Text:
        """Return the source's name, where in it the page is, and whether it is coded through."""
        turns = self.sheet.source_text.revision.turns
        line = Text(self.name, style="bold")
        line.append(
            "  " + tr("turn {turn} of {count}").format(turn=self._turn_number(), count=len(turns)), "not bold"
        )
        if self.sheet.read:
            line.append(f"  {tr('coded through')}", "not bold green")
        return line

    def page(self, *, width: int, room: int) -> list[Text]:
        """Return the turns from the present place on."""
        head = head_of(self.sheet.source_memos, width=width)
        turns = blocks(self.sheet, width=width, language=language(), found=self.found)
        if head and turns:
            turns[0][:0] = [*head, Text()]
        pages = Pages([len(turn) for turn in turns])
        following = pages.after(self.place, room)
        self._layout = _Layout(pages, room, following)
        lines = [line for turn in turns for line in turn]
        return lines[pages.flat(self.place) : pages.flat(following) if following else None]

    def choices(self) -> list[Choice]:
        """Return the keys of the reader, those that must be in sight first."""
        return [
            Choice("enter", "next", self.next_page, "the next page (also space and the arrow keys)"),
            Choice("b", "back", self.back, "the page before"),
            Choice("c", "code", self.code, "code words, or a whole turn"),
            Choice("m", "memo", self.memo, "write a memo on words, on a turn or on the source"),
            Choice("u", "undo", self.undo, "take back your latest action"),
            Choice("d", "done", self.done, "mark the source as coded through"),
            Choice("q", "quit", self.leave, "leave; everything is kept"),
            Choice("r", "redo", self.redo, "do again what was taken back"),
            Choice("g", "go to", self.go, "go to a turn by its number"),
            Choice("/", "find", self.find, "find words; without words, the next place"),
        ]

    # Moving

    def next_page(self) -> str:
        """Go on, or say that this is the end."""
        if self._layout.next is None:
            read = self.sheet.read
            return tr("That is the end.") if read else tr("That is the end; d marks it as coded through.")
        self.place = self._layout.next
        return ""

    def back(self) -> str:
        """Go back a page."""
        self.place = self._layout.pages.before(self.place, self._layout.room)
        return ""

    def go(self) -> str:
        """Ask for a turn and go there."""
        answer = self.desk.ask(tr("Turn:"))
        if answer:
            self._go_to(number_in(answer))
        return ""

    def find(self) -> str:
        """Ask for words and go to where they are said next."""
        answer = self.desk.ask(tr("Find:"))
        if answer is None or not (answer or self.sought):
            return ""
        again = not answer or answer == self.sought
        self.sought = answer or self.sought
        text = self.sheet.source_text
        turns = text.revision.turns
        words = re.compile(r"\s+".join(map(re.escape, self.sought.split())), re.IGNORECASE)
        hits = [Span(*hit.span()) for hit in words.finditer(text.text)]
        places = [turn.number for turn in turns if any(turn.span.overlaps(hit) for hit in hits)]
        self.found = hits
        if not places:
            return tr("“{words}” is not said here.").format(words=self.sought)
        here = self._turn_number()
        ahead = [number for number in places if number > here or (number == here and not again)]
        self._go_to((ahead or places)[0])
        return counted(
            "“{words}”: {count} place.", "“{words}”: {count} places.", len(hits), words=self.sought
        )

    def _go_to(self, number: int) -> None:
        turn = self.sheet.source_text.turn(number)
        if turn is None:
            raise UsageError(
                "there is no turn {turn}", where=self.name, remedy="it has turns 1 to {last}",
                turn=number, last=len(self.sheet.source_text.revision.turns),
            )  # fmt: skip
        self.place = Place(self.sheet.source_text.revision.turns.index(turn))

    def _turn_number(self) -> int:
        turns = self.sheet.source_text.revision.turns
        return turns[min(self.place.block, len(turns) - 1)].number if turns else 0

    def _visible(self) -> Span:
        """Return the stretch of text on the page."""
        turns = self.sheet.source_text.revision.turns
        if not turns:
            return self.sheet.source_text.whole()
        last = self._layout.next
        until = len(turns) if last is None else last.block + (1 if last.line else 0)
        shown = turns[self.place.block : max(until, self.place.block + 1)]
        return Span(shown[0].start, shown[-1].end)

    # Doing

    def code(self) -> str:
        """Ask for words and a code, and code them."""
        span = ask_passage(self.desk, self.sheet.source_text, self._visible())
        code = ask_code(self.desk, self.sheet.codebook, new=True) if span else None
        if not span or not code:
            return tr("Nothing was coded.")
        in_vivo, new = code == IN_VIVO, code.startswith(NEW)
        name = "" if in_vivo else code.strip(NEW + " ") if new else code
        coding = self.project.code(self.name, code=name, at=span, new=new, in_vivo=in_vivo)
        self._did()
        key = self.sheet.codebook.code(coding.code_id).key
        return tr("{reference} {code}: “{words}”").format(
            reference=coding.reference, code=key, words=_short(coding.quote)
        )

    def memo(self) -> str:
        """Ask what a memo is about and for its words, and keep it."""
        question = tr("Memo on which words, or which turn (empty: the source)?")
        subject = ask_until(self.desk, question, self._subject)
        if subject is None:
            return ""
        text = self.desk.ask(tr("Memo:"))
        if not text:
            return tr("No memo was written.")
        self.project.memo(text, subject)
        self._did()
        return tr("The memo is kept.")

    def _subject(self, about: str) -> Subject:
        """Return what was named: a turn by its number, words, or the whole source."""
        if not about:
            return Subject(source=self.name)
        text = self.sheet.source_text
        span = (
            locate(text, "", turn=int(about))
            if about.isdecimal()
            else find_words(self.desk, text, about, self._visible())
        )
        return Subject(passage=Passage(source=self.name, at=span))

    def undo(self) -> str:
        """Take back the latest action and say which."""
        said = self.steps.undo()
        self._refresh()
        return said

    def redo(self) -> str:
        """Do again what was taken back, and say what."""
        said = self.steps.redo()
        self._refresh()
        return said

    def done(self) -> str:
        """Mark the source as coded through, after asking."""
        question = tr("Mark {source} as coded through? What is not coded then counts as not found.")
        if not self.desk.agrees(question.format(source=self.name)):
            return tr("Not marked.")
        self._mark()
        self._did()
        return marked_as_read(self.project, self.name)

    def _did(self) -> None:
        self.steps.did()
        self._refresh()

    def _refresh(self) -> None:
        self.sheet = self._load(self.name)


def marked_as_read(project: "Project", name: str) -> str:
    """Say that a source is marked, and what shows now."""
    count = len(project.pending(name))
    if not count:
        return tr("{source} is marked as coded through.").format(source=name)
    return counted(
        "{source} is marked as coded through; {count} suggestion now shows: qualcode review {source}",
        "{source} is marked as coded through; {count} suggestions now show: qualcode review {source}",
        count,
        source=name,
    )


def _short(words: str, most: int = 60) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= most else plain[: most - 1] + "…"
