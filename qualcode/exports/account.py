"""The sentences in which methods are told: each of a fact, or a gap for what only the researchers know."""

from collections.abc import Iterable

from qualcode.exports.blocks import Grid, GridColumn
from qualcode.exports.facts import Facts
from qualcode.locale import Translate, number, translator
from qualcode.references.dates import parsed
from qualcode.tables.columns import KINDS, ORIGINS


class Account:
    """Tells facts in sentences, each said only where there is something to it."""

    def __init__(self, facts: Facts, language: str) -> None:
        self.facts, self.language = facts, language
        self.tr: Translate = translator(language)

    def said(self, message: str, **values: object) -> str:
        """Return a sentence, its figures written as the language has them."""
        shown = {
            name: number(value, self.language) if isinstance(value, int | float) else value
            for name, value in values.items()
        }
        return message.format(**shown)

    def blank(self, what: str) -> str:
        """Return a gap for the student to fill."""
        return self.tr("[to be filled in: {what}]").format(what=what)

    def day(self, text: str) -> str:
        """Return a day in words."""
        from babel.dates import format_date

        day = parsed(text)
        return format_date(day, format="long", locale=self.language) if day else text

    def days(self, days: list[str]) -> str:
        """Return a stretch of time in words: from the first day to the last."""
        first, last = self.day(days[0]), self.day(days[-1])
        return first if first == last else self.tr("{first} to {last}").format(first=first, last=last)

    def kinds(self) -> str:
        """Return how many sources there are of each kind."""
        counts: dict[str, int] = {}
        for source in self.facts.sources:
            counts[source.kind] = counts.get(source.kind, 0) + 1
        return ", ".join(
            f"{self.tr(KINDS.get(kind, kind))} ({number(counts[kind], self.language)})"
            for kind in [*KINDS, *sorted(counts.keys() - KINDS.keys())]
            if kind in counts
        )

    def material(self) -> list[str]:
        """Tell what was collected."""
        facts, tr = self.facts, self.tr
        if not facts.sources:
            return []
        days = sorted(found.isoformat() for each in facts.sources if (found := parsed(each.day)))
        timed = [each.seconds for each in facts.sources if each.seconds]
        revised = sum(each.revisions > 0 for each in facts.sources)
        return [
            self.said(
                tr("The material consists of {count} sources with {words} words in all: {kinds}."),
                count=len(facts.sources), words=sum(each.words for each in facts.sources), kinds=self.kinds(),
            ),
            self.said(tr("Informants: {count}."), count=facts.informants) if facts.informants else "",
            self.said(
                tr("As far as the sources state their date, they are from {days}."), days=self.days(days)
            ) if days else self.blank(tr("when the material was collected")),
            self.said(
                tr("Recordings with times: {count}, of {minutes} minutes on average."),
                count=len(timed), minutes=round(sum(timed) / len(timed) / 60),
            ) if timed else "",
            self.said(tr("Transcripts that were corrected since they were added: {count}."), count=revised)
            if revised else "",
            self._languages(),
            self.blank(tr("how informants were chosen and asked, where they were met, who was present")),
        ]  # fmt: skip

    def _languages(self) -> str:
        facts, tr = self.facts, self.tr
        counts = [
            (tr("whole sources"), facts.translated_sources),
            (tr("single passages"), facts.translated_passages),
        ]  # fmt: skip
        told = self._counted(counts)
        if not told:
            return ""
        names = _people(facts.translators)
        return " ".join(filter(None, [
            self.said(tr("Coding was done on the original; there are translations of: {told}."), told=told),
            self.said(tr("Translated by: {names}."), names=", ".join(names)) if names else "",
        ]))  # fmt: skip

    def table(self) -> Grid:
        """Return the sources as a table."""
        tr = self.tr
        columns = (
            GridColumn(tr("Source"), 16), GridColumn(tr("Kind of source"), 15), GridColumn(tr("Language"), 9),
            GridColumn(tr("Date"), 18), GridColumn(tr("Words"), 9, numeric=True),
            GridColumn(tr("Minutes"), 9, numeric=True),
        )  # fmt: skip
        rows = [
            (each.name, tr(KINDS.get(each.kind, each.kind)), each.language, self.day(each.day),
             number(each.words, self.language),
             number(round(each.seconds / 60), self.language) if each.seconds else "")
            for each in self.facts.sources
        ]  # fmt: skip
        return Grid(tr("The sources"), columns, rows)

    def codebook(self) -> list[str]:
        """Tell of the codebook, and when it changed."""
        facts, tr = self.facts, self.tr
        if not facts.codes:
            return []
        added = facts.codes - facts.codes_first
        return [
            self.said(
                tr("The codebook has {codes} codes in {count} frameworks: {names}."),
                codes=facts.codes, count=len(facts.frameworks), names=", ".join(facts.frameworks),
            ),
            self.said(
                tr("Of these, {first} were there from its first version on, {added} were added later."),
                first=facts.codes_first, added=added,
            ) if added > 0 else "",
            self.said(
                tr("It was brought into the project on {day} and changed in {count} steps until {last}."),
                day=self.day(facts.set_on), count=facts.version - 1, last=self.day(facts.changed_on),
            ) if facts.version > 1 else self.said(
                tr("It was brought into the project on {day} and has not changed since."),
                day=self.day(facts.set_on),
            ),
            self.blank(tr("where the codes come from: theory, earlier studies, or the material itself")),
        ]  # fmt: skip

    def coding(self) -> list[str]:
        """Tell who coded what, and how."""
        facts, tr = self.facts, self.tr
        if not facts.codings:
            return []
        coders = [(self._coder(each.handle), each.codings) for each in facts.coders if each.codings]
        return [
            self.said(
                tr("From {first} to {last}, {coders} gave {codings} codings to {passages} passages."),
                first=self.day(facts.first), last=self.day(facts.last),
                coders=self._counted(coders), codings=facts.codings, passages=facts.passages,
            ),
            tr("The days of codings are those of the table from which they were imported.")
            if facts.first < facts.began else "",
            self.said(
                tr("Coders chose the passages freely; half of these have {words} words or fewer."),
                words=facts.words,
            ),
            self._origins(),
            self._read(),
            self.said(tr("Codings marked as speaking against their code: {count}."), count=facts.negative)
            if facts.negative else "",
            self._notes(),
        ]  # fmt: skip

    def _coder(self, handle: str) -> str:
        return self.tr("coder {handle}").format(handle=handle)

    def _counted(self, counts: Iterable[tuple[str, int]]) -> str:
        """List what there is some of, each with its count."""
        return ", ".join(f"{name} ({number(count, self.language)})" for name, count in counts if count)

    def _origins(self) -> str:
        counts = [(self.tr(word), self.facts.origins.get(name, 0)) for name, word in ORIGINS.items()]
        return self.said(self.tr("How the codings came about: {told}."), told=self._counted(counts))

    def _notes(self) -> str:
        facts, tr = self.facts, self.tr
        counts = [(tr("memos"), facts.memos), (tr("condensations of passages"), facts.condensations)]
        told = self._counted(counts)
        return self.said(tr("Notes written on the way: {told}."), told=told) if told else ""

    def _read(self) -> str:
        facts, tr = self.facts, self.tr
        read = [each for each in facts.coders if each.read]
        if not read:
            return tr(
                "No source has been marked as coded through, so what was not coded may not have been read."
            )
        return self.said(
            tr("Sources coded through to the end: {sources}, of {count} in all."),
            sources=self._counted((self._coder(each.handle), each.read) for each in read),
            count=len(facts.sources),
        )

    def suggestions(self) -> list[str]:
        """Tell how suggestions were used, and whether they came before the reading."""
        facts, tr = self.facts, self.tr
        decided = facts.accepted + facts.rejected
        if not facts.suggested:
            return [tr("No code was suggested by the program.")] if facts.codings else []
        return [
            self.said(
                tr("The program suggested codes for passages (method: {methods}); a suggestion counts only "
                   "once a coder has accepted it."),
                methods=", ".join(facts.methods) or "–",
            ),
            tr("Passages for suggestions are turns; those of more than 80 words are cut at sentence ends."),
            self._shown_when(),
            self.said(
                tr("Decided were {decided}: {accepted} accepted ({share}), {rejected} rejected."),
                decided=decided, accepted=facts.accepted, rejected=facts.rejected,
                share=_percent(facts.accepted / decided, self.language),
            ) if decided else tr("None of them has been decided."),
            self.said(
                tr("Codings made by hand after the same code had been suggested to their coder: {count}."),
                count=facts.shown,
            ) if facts.shown else "",
        ]  # fmt: skip

    def _shown_when(self) -> str:
        if self.facts.shown_when == "always":
            return self.tr("Suggestions were shown at any time, also before a source had been read.")
        if self.facts.shown_when == "changed":
            return self.tr("When suggestions are shown was changed while the study went on.")
        return self.tr(
            "Suggestions of a source were shown to a coder only after that coder had coded it through."
        )

    def quality(self) -> list[str]:
        """Tell what was done for the reading to be sound, as the approach has it."""
        facts, tr = self.facts, self.tr
        found = self._several_coders()
        if facts.reviews:
            told = ", ".join(
                f"{tr(name)} ({number(count, self.language)})" for name, count in facts.reviews.items()
            )
            found.append(
                self.said(
                    tr("Codings were reviewed by others: {told}; answered by their coder: {answered}."),
                    told=told, answered=facts.answered,
                )
            )  # fmt: skip
        if facts.checks:
            told = ", ".join(
                f"{tr(name)} ({number(count, self.language)})" for name, count in facts.checks.items()
            )
            found.append(
                self.said(tr("Informants checked their transcripts and the reading: {told}."), told=told)
            )
        return found

    def _several_coders(self) -> list[str]:
        facts, tr = self.facts, self.tr
        if facts.reflexive:
            read = tr("Sources read by two people or more, to see more in them and not to agree: {count}.")
            return [self.said(read, count=facts.twice)] if facts.twice else []
        if not facts.twice:
            none = tr("No source has been coded through by two coders, so agreement cannot be stated.")
            return [none] if facts.approach == "reliability" else []
        return [
            self.said(tr("Sources coded through by two coders or more: {count}."), count=facts.twice),
            tr("Each had coded before the work of any other was released to them.") if facts.blind else "",
            self.blank(
                tr("how far the coders agreed, by which coefficient, and what was done where they did not")
            ),
        ]

    def themes(self) -> list[str]:
        """Tell of the themes, and what they were tried against."""
        facts, tr = self.facts, self.tr
        if not facts.themes:
            return []
        return [
            self.said(
                tr("Themes stated as sentences and tied to codes and passages: {count}."), count=facts.themes
            ),
            self.said(
                tr("Themes of which it is noted how each kind of source stands to them: {count}."),
                count=facts.judged,
            ) if facts.judged else "",
            self.said(
                tr("What speaks against a theme is shown with it: codings that speak against one of its "
                   "codes ({codings} in all)."), codings=facts.negative,
            ) if facts.negative else "",
            self.said(
                tr("Themes with evidence against them that was chosen one by one: {count}."),
                count=facts.deviant,
            ) if facts.deviant else "",
            self.blank(tr("how the themes were arrived at")),
        ]  # fmt: skip

    def figures(self) -> list[str]:
        """Tell the figures of a content analysis."""
        facts, tr = self.facts, self.tr
        return [
            self.said(
                tr("Sources: {sources}; informants: {informants}; passages: {passages}; codings: {codings}; "
                   "codes: {codes}."),
                sources=len(facts.sources), informants=facts.informants, passages=facts.passages,
                codings=facts.codings, codes=facts.codes,
            ),
            self.blank(tr("the unit of counting, and why counting answers the question")),
        ]  # fmt: skip

    def reflexivity(self) -> list[str]:
        """Ask for what only the researcher can tell."""
        tr = self.tr
        return [
            self.blank(tr("who you are to the people and the subject, what you expected, and how both shaped "
                          "the questions you asked and what you saw in the answers")),
            self.blank(tr("how your reading changed on the way, with entries of your memos")),
        ]  # fmt: skip

    def program(self) -> list[str]:
        """Name the software, so that it can be cited."""
        facts, tr = self.facts, self.tr
        return [
            self.said(tr("Coding was done with {software}."), software=facts.software),
            self.said(tr("To be cited as: {citation}"), citation=facts.citation) if facts.citation else "",
        ]


def _people(names: Iterable[str]) -> list[str]:
    """Return each person once: a handle that is part of somebody's full name is that person's.

    Examples
    --------
    >>> _people(["Rani Oktaviani", "rani", "bayu"])
    ['Rani Oktaviani', 'bayu']
    """
    words = {name: set(name.casefold().split()) for name in names}
    return [name for name, own in words.items() if not any(own < others for others in words.values())]


def _percent(share: float, language: str) -> str:
    from babel.numbers import format_percent

    return format_percent(share, locale=language)
