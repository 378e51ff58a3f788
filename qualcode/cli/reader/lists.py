"""What waits to be decided, as a list instead of one by one."""

from typing import Any

from qualcode.actions.candidates import Candidate
from qualcode.actions.placing import Unplaced
from qualcode.actions.recoding import RecodeQueue
from qualcode.actions.texts import SourceText, text_of
from qualcode.cli.language import tr
from qualcode.cli.printing import print_table, say
from qualcode.cli.reader.cards import head
from qualcode.model import Coding, Source, Suggestion
from qualcode.project import Project
from qualcode.suggest.method import name_of

SHOWN_ID = 8
"""So many characters of an id are printed; its beginning is enough to name it."""


def suggestion_rows(project: Project, items: list[Suggestion]) -> list[dict[str, Any]]:
    """Return suggestions as JSON can hold them, in the order given."""
    texts: dict[str, SourceText] = {}
    rows = []
    with project.view() as view:
        codebook = view.codebook()
        for each in items:
            if each.source_id not in texts:
                source = view.get(Source, each.source_id)
                assert source is not None
                texts[each.source_id] = text_of(view, source)
            text = texts[each.source_id]
            turn = text.turn_at(each.start)
            rows.append({
                "id": each.id,
                "source": text.source.name,
                "turn": turn.number if turn else None,
                "start": each.start,
                "end": each.end,
                "code": codebook.code(each.code_id).key if codebook else each.code_id,
                "score": each.score,
                "method": name_of(each.method),
                "evidence": _labels(each, "keyword", "word"),
                "alike": _labels(each, "similar"),
                "passage": each.span.of(text.text),
            })  # fmt: skip
    return rows


def _labels(suggestion: Suggestion, *kinds: str) -> list[str]:
    return list(dict.fromkeys(each.label for each in suggestion.evidence if each.kind in kinds))


def print_suggestions(rows: list[dict[str, Any]]) -> None:
    """Print suggestions as a table."""
    print_table(
        ["Id", "Source", "Turn", "Code", "Score", "Evidence", "Passage"],
        [
            (row["id"][:SHOWN_ID], row["source"], row["turn"], row["code"], f"{row['score']:.2f}",
             " · ".join(row["evidence"] + [f"≈ {each}" for each in row["alike"]]), head(row["passage"], 60))
            for row in rows
        ],
        right=[2, 4],
    )  # fmt: skip


def queue_rows(project: Project, queue: RecodeQueue) -> dict[str, list[dict[str, Any]]]:
    """Return what a changed codebook puts up for review, as JSON can hold it."""
    codebook = project.codebook

    def key(coding: Coding) -> str:
        return codebook.code(coding.code_id).key if codebook else coding.code_id

    return {
        "codings": [
            {"id": each.id, "reference": each.reference, "code": key(each),
             "version": each.codebook_version or None, "quote": each.quote}
            for each in queue.codings
        ],
        "unread": [
            {"source": each.source.name, "codes": [code.key for code in each.codes]} for each in queue.unread
        ],
    }  # fmt: skip


def print_queue(data: dict[str, list[dict[str, Any]]]) -> None:
    """Print what a changed codebook puts up for review."""
    if data["codings"]:
        print_table(
            ["Id", "Reference", "Code", "Coded with version", "Quotation"],
            [
                (
                    row["id"][:SHOWN_ID],
                    row["reference"],
                    row["code"],
                    row["version"] or tr("moved to it"),
                    head(row["quote"], 60),
                )
                for row in data["codings"]
            ],
            right=[3],
        )
    for row in data["unread"]:
        say("{source} was coded through before these codes were made: {codes}",
            source=row["source"], codes=", ".join(row["codes"]))  # fmt: skip


def unplaced_rows(project: Project, items: list[Unplaced]) -> list[dict[str, Any]]:
    """Return codings without a place, each with where it may be now, as JSON can hold them."""
    codebook = project.codebook
    return [
        {
            "id": each.coding.id,
            "reference": each.coding.reference,
            "source": each.source_text.source.name,
            "code": codebook.code(each.coding.code_id).key if codebook else each.coding.code_id,
            "before": each.before,
            "quote": each.coding.quote,
            "after": each.after,
            "candidates": [_candidate(each.source_text, one) for one in each.candidates],
        }
        for each in items
    ]


def _candidate(text: SourceText, one: Candidate) -> dict[str, Any]:
    turn = text.turn_at(one.span.start)
    return {
        "start": one.span.start,
        "end": one.span.end,
        "turn": turn.number if turn else None,
        "likeness": round(one.likeness, 3),
        "words": one.span.of(text.text),
    }


def print_unplaced(rows: list[dict[str, Any]]) -> None:
    """Print codings without a place, each with the likeliest one."""
    print_table(
        ["Id", "Reference", "Code", "Was", "Likeliest", "At", "Likeness"],
        [(row["id"][:SHOWN_ID], row["reference"], row["code"], head(row["quote"], 60), *_best(row))
         for row in rows],
        right=[6],
    )  # fmt: skip


def _best(row: dict[str, Any]) -> tuple[str, str, str]:
    for one in row["candidates"]:
        return head(one["words"], 60), f"{one['start']}:{one['end']}", f"{one['likeness']:.0%}"
    return "", "", ""
