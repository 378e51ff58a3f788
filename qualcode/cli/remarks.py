"""``qualcode remarks``."""

from pathlib import Path
from typing import TYPE_CHECKING

from qualcode.cli.language import tr, word
from qualcode.cli.options import as_json, cli_command, in_project, open_project, option
from qualcode.cli.printing import print_json, print_table, say, shortened

if TYPE_CHECKING:
    from qualcode.actions.remarks import AskedWords, NamedReview


@cli_command(
    "List what was said of codings, and what their coders answered. A question stays open until the coder "
    "answers, or whoever asked agrees with the coding; one on words that are not coded, until they are.",
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
        asked = project.asked_words(source=source)
    if as_json:
        print_json([*map(_plain, found), *map(_plain_asked, asked)])
        return
    if not found and not asked:
        say("No question is open." if open_only else "Nothing was said of any coding yet.")
        return
    rows = [
        (f"{each.coding.reference} {each.code}", each.review.at[:10], each.reviewer, _kind(each),
         each.review.text, shortened(each.coding.quote, 40))
        for each in found
    ]  # fmt: skip
    if rows:
        print_table(["Coding", "Date", "By", "Remark", "Text", "Quotation"], rows)
    if asked:
        say("Questions on words that are not coded:")
        on_words = [
            (each.source, each.memo.at[:10], word(each.remark), each.memo.text, shortened(each.words, 40))
            for each in asked
        ]
        print_table(["Source", "Date", "Remark", "Text", "On"], on_words)


def _kind(each: "NamedReview") -> str:
    if each.is_answer:
        return word("answer")
    kind = f"{word(each.review.remark)} {each.proposed}".strip()
    return f"{kind} ({tr('open')})" if each.is_open else kind


def _plain_asked(each: "AskedWords") -> dict[str, object]:
    return {
        "id": each.memo.id, "coding_id": None, "reference": "", "source": each.source, "code": "",
        "coder": "", "quotation": each.words, "reviewer": "", "date": each.memo.at, "answer": False,
        "remark": each.remark.value, "proposed": "", "text": each.memo.text, "open": True,
    }  # fmt: skip


def _plain(each: "NamedReview") -> dict[str, object]:
    return {
        "id": each.review.id, "coding_id": each.coding.id, "reference": each.coding.reference,
        "source": each.source, "code": each.code, "coder": each.coder, "quotation": each.coding.quote,
        "reviewer": each.reviewer, "date": each.review.at, "answer": each.is_answer,
        "remark": each.review.remark.value, "proposed": each.proposed, "text": each.review.text,
        "open": each.is_open,
    }  # fmt: skip
