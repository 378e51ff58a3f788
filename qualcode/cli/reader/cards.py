"""One passage on the screen, with what was said around it and what is to be decided about it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from qualcode.cli.language import tr
from qualcode.cli.reader.colours import chip, colour_of, on
from qualcode.cli.reader.meanings import changes_of_meaning
from qualcode.cli.reader.setting import MEASURE, clock, marked, note_of, wrapped
from qualcode.lang.sentences import sentence_spans
from qualcode.model import Code, Codebook, Coding, Span, Suggestion

if TYPE_CHECKING:
    from qualcode.actions.texts import SourceText

AROUND = (280, 140, 70, 0)
"""Code points of what was said around a passage: tried in turn until the card fits its page."""

BAR = 10


@dataclass(frozen=True, slots=True)
class Card:
    """A passage and what there is to say of it.

    Attributes
    ----------
    source_text, span
        The passage.
    marks
        Stretches of the text with the style that points them out.
    below
        Lines under the passage, not yet broken to a width.
    """

    source_text: "SourceText"
    span: Span
    marks: Sequence[tuple[Span, str]]
    below: Sequence[Text]

    def lines(self, *, width: int, room: int) -> list[Text]:
        """Set the card in at most `room` lines; where they are few, what was said around is cut first."""
        lines: list[Text] = []
        for around in AROUND:
            lines = self._set(min(width, MEASURE), around)
            if len(lines) <= room:
                return lines
        kept = [line for text in self.below for line in wrapped(text, min(width, MEASURE), indent=1)]
        return [*lines[: max(room - len(kept) - 1, 1)], Text(" …", style="dim"), *kept][:room]

    def heading(self) -> str:
        """Return where the passage is: source and turn, speaker, time."""
        turn = self.source_text.turn_at(self.span.start)
        name = self.source_text.source.name
        if turn is None:
            return name
        return "  ".join(part for part in (f"{name}.{turn.number}", turn.speaker, clock(turn.time)) if part)

    def _set(self, width: int, around: int) -> list[Text]:
        text, span = self.source_text, self.span
        question, before, after = surroundings(text, span)
        lines: list[Text] = []
        if around and question:
            lines += [*wrapped(Text(tail(question, around), style="dim"), width, indent=3), Text()]
        passage = marked(text.text, span, self.marks)
        if around and before:
            passage = Text(tail(before, around) + " ", style="dim").append_text(_plain(passage))
        if around and after:
            passage.append(" " + head(after, around), "dim")
        lines += [*wrapped(passage, width, indent=1), Text()]
        return lines + [line for each in self.below for line in wrapped(each, width, indent=1)]


def _plain(words: Text) -> Text:
    """Keep words from taking on the style of the text they are put behind."""
    words.stylize_before("not dim")
    return words


def surroundings(text: "SourceText", span: Span) -> tuple[str, str, str]:
    """Return the question before a passage, and what its turn holds before and after it."""
    turn = text.turn_at(span.start)
    if turn is None:
        return "", text.text[: span.start].strip(), text.text[span.end :].strip()
    before = text.text[turn.start : span.start].strip()
    after = text.text[span.end : max(turn.end, span.end)].strip()
    return text.question_before(turn.number).strip(), before, after


def tail(words: str, most: int) -> str:
    """Return the end of a text, from a word on.

    Examples
    --------
    >>> tail("Lalu bagaimana Bapak belajar?", 16)
    '… Bapak belajar?'
    """
    plain = " ".join(words.split())
    return plain if len(plain) <= most else "… " + plain[-most:].partition(" ")[2]


def head(words: str, most: int) -> str:
    """Return the beginning of a text, up to a word's end.

    Examples
    --------
    >>> head("Saya belajar sendiri", 15)
    'Saya belajar …'
    """
    plain = " ".join(words.split())
    return plain if len(plain) <= most else plain[:most].rpartition(" ")[0] + " …"


def first_sentence(text: str, language: str) -> str:
    """Return a definition's first sentence.

    Examples
    --------
    >>> first_sentence("Orang jadi sadar. Lihat juga motivasi.", "id")
    'Orang jadi sadar.'
    """
    spans = sentence_spans(text, language)
    return spans[0].of(text) if spans else ""


def bar(score: float) -> str:
    """Return a score from 0 to 1 as a bar with its percent.

    Examples
    --------
    >>> bar(0.62)
    '██████░░░░ 62%'
    """
    full = round(score * BAR)
    return f"{'█' * full}{'░' * (BAR - full)} {score:.0%}"


def code_lines(codebook: Codebook, code: Code, language: str, *, label: str = "") -> list[Text]:
    """Return a code's name with those above it, and what it means."""
    name = Text(label).append_text(chip(codebook, code, language=language)).append(f"  {code.key}", "dim")
    above = codebook.ancestors(code)
    if above:
        name.append(
            "  < " + " < ".join(each.name.get(language) or each.key for each in reversed(above)), "dim"
        )
    meaning = first_sentence(code.definition.get(language), language)
    return [name, Text(meaning)] if meaning else [name]


def suggestion_card(
    text: "SourceText",
    codebook: Codebook,
    suggestion: Suggestion,
    *,
    language: str,
    alike: Mapping[str, str] | None = None,
    given: Iterable[Coding] = (),
    memos: Iterable[str] = (),
    outcome: str = "",
) -> Card:
    """Return the card of a suggestion.

    Parameters
    ----------
    text, codebook, suggestion
        What is proposed, and where.
    language
        Of the code's name and definition.
    alike
        The words of coded passages like this one, by reference code.
    given, memos
        What the coder has given and noted here already.
    outcome
        What was decided, translated; empty while nothing is.
    """
    code = codebook.code(suggestion.code_id)
    style = f"bold underline {on(colour_of(codebook, code))}"
    placed = [each for each in suggestion.evidence if each.kind in ("keyword", "word")]
    words = dict.fromkeys(each.label for each in placed)
    below = code_lines(codebook, code, language)
    below.append(Text(bar(suggestion.score)).append(f"  {' · '.join(words)}", "dim"))
    if any(each.kind == "meaning" for each in suggestion.evidence):
        below.append(Text(tr("Its words are near to what the code means."), style="dim"))
    for reference, quote in (alike or {}).items():
        line = tr("Coded so: {reference} “{quote}”").format(reference=reference, quote=head(quote, 70))
        below.append(Text(line, style="dim"))
    below += _already(codebook, given, memos, language)
    if outcome:
        below.append(Text(outcome, style="bold green"))
    return Card(text, suggestion.span, [(Span(each.start, each.end), style) for each in placed], below)


def _already(codebook: Codebook, given: Iterable[Coding], memos: Iterable[str], language: str) -> list[Text]:
    chips = [
        chip(codebook, codebook.code(each.code_id), language=language, negative=each.negative)
        for each in given
    ]
    lines = [Text(tr("Given here: ")).append_text(Text(" ").join(chips))] if chips else []
    return lines + [note_of(memo) for memo in memos]


def recode_card(
    text: "SourceText",
    before: Codebook | None,
    now: Codebook,
    coding: Coding,
    *,
    language: str,
    outcome: str = "",
) -> Card:
    """Return the card of a coding whose code has changed, with what its meaning was and is."""
    from qualcode.actions.codes import UNCONFIRMED

    code = now.code(coding.code_id)
    style = f"bold underline {on(colour_of(now, code))}"
    below = code_lines(now, code, language)
    known = next((each for each in before.codes if each.id == code.id), None) if before else None
    if coding.codebook_version == UNCONFIRMED:
        below.append(Text(tr("A change of the codebook gave it this code."), style="dim"))
    elif known:
        below += [Text(), *changes_of_meaning(known, code, version=coding.codebook_version)]
    if outcome:
        below.append(Text(outcome, style="bold green"))
    span = coding.span or Span(0, 0)
    return Card(text, span, [(span, style)], below)
