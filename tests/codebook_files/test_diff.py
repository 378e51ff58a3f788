from dataclasses import replace

from hypothesis import given, settings

from qualcode.codebook_files import DifferenceKind, diff
from qualcode.codebook_files.edit import add_code, move_code, remove_code, rename_code
from qualcode.model import Codebook, LocalList, LocalText
from tests.codebook_files.books import book, codebooks

BEFORE = book("stage: awareness > motivation, training; problem: modal")


def summary(before: Codebook, after: Codebook) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(each.kind.value, each.key, each.fields) for each in diff(before, after)]


@settings(max_examples=20, deadline=None)
@given(codebooks())
def test_a_codebook_does_not_differ_from_itself(codebook: Codebook) -> None:
    assert diff(codebook, codebook) == []


def test_added_and_removed_codes_are_told() -> None:
    after = remove_code(add_code(BEFORE, "izin", name="Izin", framework="problem"), "training")
    assert summary(BEFORE, after) == [("added", "izin", ()), ("removed", "training", ())]


def test_renamed_moved_and_redefined_codes_are_told_with_their_fields() -> None:
    after = rename_code(BEFORE, "modal", name="Kurang modal")
    after = move_code(after, "motivation", framework="stage")
    code = after.codes[0]
    changed = replace(
        code,
        definition=LocalText.of("Baru"),
        examples=LocalList.of(["x"]),
        keywords=LocalList.of(["sadar"]),
        color="#4477aa",
    )
    after = replace(after, title=LocalText.of("Judul"), codes=(changed, *after.codes[1:]))
    assert summary(BEFORE, after) == [
        ("retitled", "small", ("title",)),
        ("redefined", "awareness", ("definition", "examples")),
        ("keywords", "awareness", ("keywords",)),
        ("recoloured", "awareness", ("color",)),
        ("moved", "motivation", ("parent_id",)),
        ("renamed", "modal", ("name",)),
    ]


def test_a_code_with_another_key_is_known_by_its_guid() -> None:
    after = rename_code(BEFORE, "modal", to="dana")
    (difference,) = diff(BEFORE, after)
    assert (difference.kind, difference.key, difference.fields) == (DifferenceKind.RENAMED, "modal", ("key",))
    assert difference.id == BEFORE.codes[-1].id


def test_codes_of_another_file_are_known_by_their_keys() -> None:
    same_words_elsewhere = book("stage: awareness > motivation, training; problem: modal", key="other")
    assert summary(BEFORE, same_words_elsewhere) == [("retitled", "small", ("key",))]


def test_another_order_of_siblings_is_told_once() -> None:
    after = move_code(BEFORE, "training", framework="stage", position=0)
    assert summary(BEFORE, after) == [("reordered", "stage", ())]
