"""Measure how often suggestions are right, on what their method has not learnt from."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qualcode.actions.exporting import prepared
from qualcode.actions.keywording import codebook_of
from qualcode.actions.lookup import coder_named
from qualcode.actions.passages import DEFAULT
from qualcode.actions.rows import read_rows
from qualcode.errors import UsageError
from qualcode.exports.disguised import Disguising, disguised_frame, unchanged
from qualcode.locale import translator
from qualcode.model import Coder
from qualcode.store import Store
from qualcode.suggest.method import METHODS
from qualcode.suggest.steps import OnStep, no_steps

if TYPE_CHECKING:
    import pandas as pd

    from qualcode.charts import Figure
    from qualcode.suggest.arrays import Labels
    from qualcode.suggest.evaluation import CurvePoint, Figures
    from qualcode.suggest.outside import Columns

FEWEST = 10
"""Codings below which nothing is measured at all."""


@dataclass(frozen=True)
class Evaluation:
    """How well a method does.

    Attributes
    ----------
    method, model
        What was measured; the language model that took part.
    keys
        The codes, in order.
    figures
        The figures.
    curve
        How it came on, source by source; empty where that was not asked for.
    """

    method: str
    model: str
    keys: tuple[str, ...]
    figures: "Figures"
    curve: "tuple[CurvePoint, ...]" = ()

    def frame(self) -> "pd.DataFrame":
        """Return one row per code.

        Returns
        -------
        DataFrame
            ``code, support, sources, proposed, right``, and ``precision``, ``recall``, ``f1``,
            ``average_precision``, each with ``_low`` and ``_high``; ``enough``.
        """
        import pandas as pd

        rows: list[dict[str, Any]] = []
        for key, each in zip(self.keys, self.figures.codes, strict=True):
            row: dict[str, Any] = {"code": key, "support": each.support, "sources": each.sources,
                                   "proposed": each.proposed, "right": each.right}  # fmt: skip
            for name in ("precision", "recall", "f1", "average_precision"):
                figure = getattr(each, name)
                row |= {name: figure.value, f"{name}_low": figure.low, f"{name}_high": figure.high}
            rows.append({**row, "enough": each.enough})
        return pd.DataFrame(rows)

    def curve_frame(self) -> "pd.DataFrame":
        """Return one row per number of sources learnt from: ``learnt, codings, micro, average_precision``."""
        import pandas as pd

        columns = ["learnt", "codings", "micro", "average_precision"]
        return pd.DataFrame(
            [[getattr(point, name) for name in columns] for point in self.curve], columns=columns
        )


def evaluate(
    store: Store,
    actor: Coder,
    *,
    method: str = "blend",
    model: str = "",
    by: str = DEFAULT,
    against: str = "",
    curve: bool = False,
    cache_dir: Path | None = None,
    on_step: OnStep = no_steps,
) -> Evaluation:
    """Measure suggestions by cross-validation: each source by what was learnt from the others.

    Parameters
    ----------
    store, actor
        Where, and whose view of the codings counts.
    method, model, by
        As for `suggest`.
    against
        Another coder: what is learnt from the actor's own work is measured on that coder's.
    curve
        Measure also how the method came on with each source coded, in their order.
    cache_dir
        Where indexes and vectors are kept.
    on_step
        Called with how far the work has come.

    Raises
    ------
    UsageError
        There is too little to measure on, or no such method.
    CoderNotFound
    """
    from qualcode.actions.learning import known, study_of
    from qualcode.suggest import evaluation

    _refuse_unknown(method)
    with store.view(actor) as view:
        other = coder_named(view, against) if against else None
        study = study_of(
            view, actor, by=by, model=model, needed=method == "semantic", cache_dir=cache_dir,
            coders=[actor.id] if other else None, on_step=on_step,
        )  # fmt: skip
        truth = study.labels
        if other:
            truth, _ = known(view, other, codebook_of(view), study.segments, coders=[other.id])
    _refuse_too_little(truth)
    material = study.material
    unseen = evaluation.ask(material, study.labels, truth, method=method, on_step=on_step)
    points = evaluation.curve(material, truth, method=method, on_step=on_step) if curve else []
    return Evaluation(
        method=method,
        model=study.model,
        keys=tuple(code.key for code in study.codes),
        figures=evaluation.figures(material.groups, unseen, truth),
        curve=tuple(points),
    )


def evaluate_table(
    table: Path,
    columns: "Columns",
    *,
    test: Path | None = None,
    method: str = "learned",
    model: str = "",
    cache_dir: Path | None = None,
    on_step: OnStep = no_steps,
) -> Evaluation:
    """Measure a method on texts that another program coded, without a project.

    Parameters
    ----------
    table, columns
        A CSV or Excel file, and what stands where.
    test
        Another such file: what is learnt from the first is measured on it. Without one, the first is
        cross-validated.
    method, model, cache_dir, on_step
        As for `evaluate`.

    Raises
    ------
    FileProblem
        A table cannot be read.
    UsageError
        It has no such columns; there is too little to measure on.
    """
    import numpy as np

    from qualcode.actions.learning import vectors_of
    from qualcode.suggest import evaluation
    from qualcode.suggest.arrays import UNKNOWN
    from qualcode.suggest.material import Material

    texts, groups, labels = columns.read(read_rows(table), where=table.name)
    truth = labels
    if test:
        more, others, wanted = columns.read(read_rows(test), where=test.name)
        unknown = np.full_like(labels, UNKNOWN)
        truth = np.vstack([unknown, wanted])
        labels = np.vstack([labels, np.full_like(wanted, UNKNOWN)])
        texts, groups = texts + more, groups + [f"{test.name}: {group}" for group in others]
    _refuse_too_little(truth)
    vectors = vectors_of(model, cache_dir, needed=method == "semantic")
    material = Material(texts, groups, vectors=vectors.of(texts, on_step=on_step) if vectors else None)
    unseen = (
        evaluation.ask_once(material, labels, truth, method=method, on_step=on_step)
        if test
        else evaluation.ask(material, labels, truth, method=method, on_step=on_step)
    )
    return Evaluation(
        method=method,
        model=vectors.embedder.name if vectors else "",
        keys=tuple(columns.labels),
        figures=evaluation.figures(groups, unseen, truth),
    )


def _refuse_unknown(method: str) -> None:
    if method not in METHODS:
        raise UsageError(
            "there is no method {name!r}", remedy="choose one of {methods}",
            name=method, methods=", ".join(METHODS),
        )  # fmt: skip


def _refuse_too_little(truth: "Labels") -> None:
    count = int((truth == 1).sum())
    if count < FEWEST:
        raise UsageError(
            "there are too few codings to measure on: {count} of {fewest}",
            remedy="code more, and mark what you have coded through with `qualcode mark --read SOURCE`",
            count=count, fewest=FEWEST,
        )  # fmt: skip


def figure_of(
    found: Evaluation,
    names: Mapping[str, str] | None = None,
    *,
    language: str = "id",
    disguise: Disguising = unchanged,
) -> "Figure":
    """Return the figures of an evaluation as a picture; codes have their names where these are given."""
    from qualcode.charts import Figure, evaluation

    tr = translator(language)
    frame = disguised_frame(found.frame(), disguise)
    shown = {disguise(key): disguise(name) for key, name in (names or {}).items()}
    return Figure(
        name="evaluation",
        title=tr("How often suggestions are right"),
        chart=evaluation.chart(frame, shown, language=language),
        alt=evaluation.alt_text(frame, shown, language=language),
        language=language,
        numbers=frame,
        notes=[
            tr("F1 joins precision and recall; lines are 95 % intervals."),
            tr("Hollow points rest on too few codings to say anything."),
        ],
    )


def write_evaluation(
    store: Store,
    actor: Coder,
    found: Evaluation,
    path: str | Path,
    *,
    language: str = "id",
    pseudonyms: bool | None = None,
) -> None:
    """Write the figures to a file: a picture (.svg .png .html .json), or the numbers (.csv .xlsx).

    Nobody's words are in it, but a code may be named by some.

    Raises
    ------
    UsageError
        Unknown suffix.
    """
    from qualcode.exports.pictures import write_figure

    with store.view(actor) as view:
        outgoing, codebook = prepared(view, pseudonyms=pseudonyms), view.codebook()
    names = {code.key: code.name.get(language) or code.key for code in codebook.codes} if codebook else {}
    write_figure(figure_of(found, names, language=language, disguise=outgoing.disguise), Path(path))
