"""What the names in a query stand for, looked up in a study."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from qualcode.actions.lookup import (
    case_named,
    code_named,
    coder_named,
    source_named,
    speaker_named,
    theme_named,
)
from qualcode.model import Case, Codebook, Source
from qualcode.query import Drawn, Vocabulary

if TYPE_CHECKING:
    from qualcode.store import View


def vocabulary_of(view: "View") -> Vocabulary:
    """Return what the names in a query stand for, as the actor of the view may know them."""
    codebook = view.codebook() or Codebook(id="", key="")
    named: Mapping[str, Callable[[str], str]] = {
        "case": lambda name: case_named(view, name).shown,
        "source": lambda name: source_named(view, name).name,
        "coder": lambda name: coder_named(view, name).handle,
        "speaker": lambda name: speaker_named(view, name),
    }

    def drawn_by(name: str) -> Drawn:
        theme = theme_named(view, name)
        codes = [code for code in codebook.codes if code.id in theme.code_ids]
        below = [each.id for code in codes for each in codebook.descendants(code)]
        chosen = frozenset((*theme.evidence_for, *theme.evidence_against))
        return Drawn(frozenset((*theme.code_ids, *below)), chosen)

    return Vocabulary(
        codebook=codebook,
        code=lambda name: code_named(codebook, name),
        named=named,
        theme=drawn_by,
        attributes={
            "case": {case.shown: case.attributes for case in view.all(Case)},
            "source": {source.name: source.attributes for source in view.all(Source)},
        },
    )
