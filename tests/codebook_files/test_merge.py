from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.codebook_files import Conflict, diff, merge
from qualcode.codebook_files.edit import add_code, code_of, move_code, remove_code, rename_code
from qualcode.model import Codebook, LocalText
from tests.codebook_files.books import book, codebooks, edited, outline, settled

BASE = book("stage: awareness > motivation, training; problem: modal")


def having(codebook: Codebook, key: str, **fields: Any) -> Codebook:
    code = code_of(codebook, key)
    return replace(
        codebook, codes=tuple(replace(each, **fields) if each == code else each for each in codebook.codes)
    )


def test_what_either_side_changed_is_kept() -> None:
    ours = rename_code(BASE, "modal", name="Kurang modal")
    theirs = add_code(
        having(BASE, "training", definition=LocalText.of("Baru")), "izin", name="Izin", parent="modal"
    )
    merged = merge(BASE, ours, theirs)
    assert merged.conflicts == ()
    assert outline(merged.codebook) == "stage: awareness, >motivation, training; problem: modal, >izin"
    assert str(code_of(merged.codebook, "modal").name) == "Kurang modal"
    assert [(each.kind.value, each.key) for each in merged.differences] == [
        ("redefined", "training"),
        ("added", "izin"),
    ]


def test_only_a_change_of_meaning_dates_a_code() -> None:
    ours = replace(settled(BASE), version=7)
    theirs = rename_code(having(BASE, "training", include=LocalText.of("Baru")), "modal", name="Dana")
    theirs = add_code(
        move_code(theirs, "motivation", framework="problem"), "izin", name="Izin", parent="modal"
    )
    merged = merge(BASE, ours, settled(theirs)).codebook
    assert merged.version == 8
    assert {code.key: (code.created_in, code.changed_in) for code in merged.codes} == {
        "awareness": (1, 1),
        "training": (1, 8),
        "modal": (1, 1),
        "izin": (8, 8),
        "motivation": (1, 1),
    }


def test_a_field_changed_on_both_sides_stays_and_is_a_conflict() -> None:
    ours = having(BASE, "modal", name=LocalText.of("Dana"))
    theirs = having(BASE, "modal", name=LocalText.of("Uang"), color="#4477aa")
    merged = merge(BASE, ours, theirs)
    (conflict,) = merged.conflicts
    assert (conflict.key, conflict.field) == ("modal", "name")
    assert (conflict.base, conflict.ours, conflict.theirs) == ("Modal", "Dana", "Uang")
    assert str(code_of(merged.codebook, "modal").name) == "Dana"
    assert code_of(merged.codebook, "modal").color == "#4477aa"


def test_conflicts_are_settled_as_chosen() -> None:
    ours = move_code(remove_code(having(BASE, "modal", name=LocalText.of("Dana")), "training"), "motivation")
    theirs = move_code(having(BASE, "modal", name=LocalText.of("Uang")), "motivation", parent="modal")
    theirs = having(theirs, "training", color="#4477aa")
    asked: list[str] = []

    def take_theirs(conflict: Conflict) -> bool:
        asked.append(conflict.field)
        return True

    merged = merge(BASE, ours, theirs, choose=take_theirs)
    assert sorted(asked) == ["name", "place", "record"]
    assert merged.conflicts == ()
    assert diff(merged.codebook, theirs) == []


def test_languages_are_merged_one_by_one() -> None:
    base = having(BASE, "modal", name=LocalText.of({"id": "Modal", "en": "Capital"}))
    ours = having(base, "modal", name=LocalText.of({"id": "Kurang modal", "en": "Capital"}))
    theirs = having(base, "modal", name=LocalText.of({"id": "Modal", "en": "Lack of capital"}))
    merged = merge(base, ours, theirs)
    assert merged.conflicts == ()
    assert code_of(merged.codebook, "modal").name.as_mapping() == {
        "id": "Kurang modal",
        "en": "Lack of capital",
    }


def test_nothing_is_removed_without_prune() -> None:
    theirs = remove_code(BASE, "training")
    merged = merge(BASE, BASE, theirs)
    assert (merged.codebook, merged.differences, merged.kept) == (BASE, (), ("training",))
    pruned = merge(BASE, BASE, theirs, prune=True)
    assert outline(pruned.codebook) == "stage: awareness, >motivation; problem: modal"
    assert pruned.kept == ()


def test_a_code_that_was_changed_here_is_not_pruned() -> None:
    ours = having(BASE, "training", definition=LocalText.of("Baru"))
    merged = merge(BASE, ours, remove_code(BASE, "training"), prune=True)
    assert [(each.key, each.field, each.theirs) for each in merged.conflicts] == [
        ("training", "record", None)
    ]
    assert merged.codebook == ours


def test_a_code_removed_here_comes_back_for_nobody() -> None:
    ours = remove_code(BASE, "training")
    assert merge(BASE, ours, BASE).conflicts == ()
    changed = merge(BASE, ours, having(BASE, "training", definition=LocalText.of("Baru")))
    assert [(each.key, each.field, each.ours) for each in changed.conflicts] == [("training", "record", None)]
    assert changed.codebook == ours


def test_moves_that_would_make_a_circle_are_a_conflict() -> None:
    ours = move_code(BASE, "awareness", parent="modal")
    theirs = move_code(BASE, "modal", parent="awareness")
    merged = merge(BASE, ours, theirs)
    assert [(each.key, each.field, each.theirs) for each in merged.conflicts] == [
        ("modal", "place", "awareness")
    ]
    assert merged.codebook == ours


def test_a_code_moved_to_two_places_is_a_conflict_in_words() -> None:
    ours = move_code(BASE, "motivation", parent="training")
    theirs = move_code(BASE, "motivation", framework="problem")
    (conflict,) = merge(BASE, ours, theirs).conflicts
    assert (conflict.base, conflict.ours, conflict.theirs) == ("awareness", "training", "problem")


def test_a_key_changed_here_is_known_in_an_older_file() -> None:
    ours = rename_code(BASE, "modal", to="dana")
    theirs = having(BASE, "modal", color="#4477aa")
    merged = merge(BASE, ours, theirs)
    assert [(each.kind.value, each.key) for each in merged.differences] == [("recoloured", "dana")]


def test_a_new_code_with_the_former_key_of_another_is_a_new_code() -> None:
    ours = rename_code(BASE, "modal", to="dana")
    theirs = add_code(ours, "modal", name="Modal sosial", framework="problem")
    merged = merge(ours, ours, theirs).codebook
    assert outline(merged) == "stage: awareness, >motivation, training; problem: dana, modal"
    assert len({code.id for code in merged.codes}) == 5


def test_a_file_that_names_no_version_holds_in_what_it_says() -> None:
    ours = having(BASE, "modal", color="#4477aa", definition=LocalText.of("Lama"))
    theirs = having(BASE, "modal", definition=LocalText.of("Baru"))
    merged = merge(None, ours, remove_code(theirs, "training"))
    assert merged.conflicts == ()
    modal = code_of(merged.codebook, "modal")
    assert (str(modal.definition), modal.color) == ("Baru", "#4477aa")
    assert merged.kept == ("training",)


def test_a_new_order_in_the_file_is_taken() -> None:
    theirs = move_code(BASE, "training", framework="stage", position=0)
    assert outline(merge(BASE, BASE, theirs).codebook).startswith("stage: training, awareness")


@settings(max_examples=60, deadline=None)
@given(codebooks(), st.data(), st.booleans())
def test_merging_the_same_file_twice_changes_nothing_more(
    base: Codebook, data: st.DataObject, prune: bool
) -> None:
    ours, theirs = edited(base, data), edited(base, data)
    known = data.draw(st.sampled_from([base, None]))
    once = merge(known, ours, theirs, prune=prune)
    twice = merge(known, once.codebook, theirs, prune=prune)
    assert twice.differences == ()
    assert twice.codebook == once.codebook


@settings(max_examples=60, deadline=None)
@given(codebooks(), st.data())
def test_a_side_that_changed_nothing_yields_to_the_other(base: Codebook, data: st.DataObject) -> None:
    changed = edited(base, data)
    assert diff(merge(base, base, changed, prune=True).codebook, changed) == []
    untouched = merge(base, changed, base)
    assert (untouched.codebook, untouched.conflicts) == (changed, ())
