"""How a study was done, from what its project shows: paragraphs for a student to go on with."""

from collections.abc import Callable, Iterator
from pathlib import Path

from qualcode.exports.account import Account
from qualcode.exports.blocks import Block, Heading, Paragraph, Report
from qualcode.exports.checklists import checklist_blocks
from qualcode.exports.disguised import Disguising, unchanged
from qualcode.exports.facts import Facts
from qualcode.exports.registry import write_report
from qualcode.locale import translator
from qualcode.settings import Dress


def write_methods(
    facts: Facts,
    path: Path,
    *,
    language: str,
    dress: Dress | None = None,
    disguise: Disguising = unchanged,
) -> None:
    """Write how a study was done to a document of the kind its suffix says.

    Raises
    ------
    UsageError
        No document ends so.
    FileProblem
        The file cannot be written.
    """
    title = translator(language)("How the study was done")
    blocks = (*methods_blocks(facts, language=language), *checklist_blocks(facts, language=language))
    write_report(Report(title, language, blocks), path, dress=dress, disguise=disguise)


def methods_blocks(facts: Facts, *, language: str) -> Iterator[Block]:
    """Tell how a study was done, in paragraphs; what the project does not show is left for the student."""
    tr = translator(language)
    yield Paragraph(
        tr(
            "Written from the project's own records. Check every sentence, add what only you know where "
            "square brackets say so, and take out what your study does not need."
        ),
        quiet=True,
    )
    if facts.partly:
        yield Paragraph(
            tr("Only work that is released is counted here; a supervisor sees all of it."), quiet=True
        )
    say = Account(facts, language)
    for heading, part in _parts(say):
        sentences = [sentence for sentence in part() if sentence]
        if sentences:
            yield Heading(heading)
            yield Paragraph(" ".join(sentences))
            if part == say.material and facts.sources:
                yield say.table()


def _parts(say: "Account") -> Iterator[tuple[str, Callable[[], list[str]]]]:
    """Yield the parts in the order that the approach asks for: in a content analysis figures come first."""
    tr, facts = say.tr, say.facts
    parts = [
        (tr("Material"), say.material),
        (tr("Codebook"), say.codebook),
        (tr("Coding"), say.coding),
        (tr("Suggestions"), say.suggestions),
        (tr("Quality"), say.quality),
        (tr("Themes"), say.themes),
        (tr("Software"), say.program),
    ]
    if facts.reflexive:
        parts.insert(0, (tr("The researcher"), say.reflexivity))
    if facts.approach == "content":
        parts.insert(0, (tr("In figures"), say.figures))
    yield from parts
