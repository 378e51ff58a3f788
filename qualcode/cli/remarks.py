"""``qualcode remarks``."""

from pathlib import Path
from typing import TYPE_CHECKING

from qualcode.cli.language import tr, word
from qualcode.cli.options import as_json, cli_command, in_project, open_project, option
from qualcode.cli.printing import print_json, print_table, say, shortened

if TYPE_CHECKING:
    from qualcode.actions.reviewing import NamedReview


@cli_command(
    "List what was said of codings, and what their coders answered.",
    examples=["qualcode remarks --open", "qualcode remarks --source W1-zul"],
)
@option("--open", "open_only", is_flag=True, help="Only what waits for an answer.")
@option("--source", default="", help="Only of this source.")
@as_json
@in_project
def command(open_only: bool, source: str, as_json: bool, folder: Path, coder: str | None) -> None:
    """List reviews."""
    with open_project(folder, coder) as project:
        found = project.reviews(source=source, open_only=open_only)
    if as_json:
        print_json([_plain(each) for each in found])
        return
    if not found:
        say("No question is open." if open_only else "Nothing was said of any coding yet.")
        return
    rows = [
        (f"{each.coding.reference} {each.code}", each.review.at[:10], each.reviewer, _kind(each),
         each.review.text, shortened(each.coding.quote, 40))
        for each in found
    ]  # fmt: skip
    print_table(["Coding", "Date", "By", "Remark", "Text", "Quotation"], rows)


def _kind(each: "NamedReview") -> str:
    if each.is_answer:
        return word("answer")
    kind = f"{word(each.review.remark)} {each.proposed}".strip()
    return f"{kind} ({tr('open')})" if each.is_open else kind


def _plain(each: "NamedReview") -> dict[str, object]:
    return {
        "id": each.review.id, "coding_id": each.coding.id, "reference": each.coding.reference,
        "source": each.source, "code": each.code, "coder": each.coder, "quotation": each.coding.quote,
        "reviewer": each.reviewer, "date": each.review.at, "answer": each.is_answer,
        "remark": each.review.remark.value, "proposed": each.proposed, "text": each.review.text,
        "open": each.is_open,
    }  # fmt: skip
