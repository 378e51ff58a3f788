"""The three-way merge of records, field by field."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, TypeAlias, TypeVar

from qualcode.codebook_files.diff import differing
from qualcode.codebook_files.order import merged_order
from qualcode.codebook_files.places import arranged
from qualcode.model import Code, Codebook, Framework, Guid, LocalList, LocalText

_R = TypeVar("_R", Code, Framework)

_GONE = object()
"""The state of a record or a language that is not there."""

_CLASH = object()
"""Both sides changed it, each in its own way."""

_FIELDS = ("key", "name", "definition", "include", "exclude", "examples", "keywords", "not_keywords", "color")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A field that both sides changed, each in its own way.

    Attributes
    ----------
    key
        Of the code, framework or codebook.
    field
        The field, with its language where it has one (``"name.en"``); ``"place"``; or ``"record"``
        where one side removed what the other changed.
    base, ours, theirs
        Its three states; None where it is not there.
    """

    key: str
    field: str
    base: object = None
    ours: object = None
    theirs: object = None


Choose: TypeAlias = Callable[[Conflict], bool]
"""Whether the file's state is to be taken."""


class Merger:
    """Merges three codebooks whose GUIDs are those of `ours`."""

    def __init__(
        self, base: Codebook | None, ours: Codebook, theirs: Codebook, *, prune: bool, choose: Choose
    ) -> None:
        self.base, self.ours, self.theirs = base, ours, theirs
        self.prune, self.choose = prune, choose
        self.conflicts: list[Conflict] = []
        self.kept: list[str] = []

    def result(self) -> Codebook:
        """Return the merged codebook, still without new version numbers."""
        books = (self.base or self.ours, self.ours, self.theirs)
        codes = self._records(*(book.codes for book in books))
        frameworks = self._records(*(book.frameworks for book in books))
        self._move(codes)
        self._keep_needed(frameworks, codes)
        code_order = merged_order(*([each.id for each in book.codes] for book in books))
        family_order = merged_order(*([each.id for each in book.frameworks] for book in books))
        families = [frameworks[guid] for guid in family_order if guid in frameworks]
        book = replace(
            self.ours,
            title=self._field(self.ours.key, "title", *(book.title for book in books)),
            frameworks=tuple(replace(each, position=at) for at, each in enumerate(families)),
        )
        return arranged(book, [codes[guid] for guid in code_order if guid in codes])

    def _records(self, base: Iterable[_R], ours: Iterable[_R], theirs: Iterable[_R]) -> dict[Guid, _R]:
        was = {each.id: each for each in base}
        here = {each.id: each for each in ours}
        there = {each.id: each for each in theirs}
        merged = {
            guid: self._record(was.get(guid), here.get(guid), there.get(guid)) for guid in {**here, **there}
        }
        return {guid: record for guid, record in merged.items() if record is not None}

    def _record(self, base: _R | None, ours: _R | None, theirs: _R | None) -> _R | None:
        """Merge one record that is in `ours`, in `theirs` or in both; None where it goes."""
        if ours and theirs:
            return self._merged(base, ours, theirs)
        if theirs:
            if base is None:
                return theirs
            changed = not _same(base, theirs)
            return theirs if changed and self._take(theirs.key, "record", base, None, theirs) else None
        assert ours is not None
        if not self.prune:
            self.kept.append(ours.key)
            return ours
        changed = base is not None and not _same(base, ours)
        return ours if changed and not self._take(ours.key, "record", base, ours, None) else None

    def _merged(self, base: _R | None, ours: _R, theirs: _R) -> _R:
        values = {
            name: self._field(
                ours.key, name, getattr(base, name, _GONE), getattr(ours, name), getattr(theirs, name)
            )
            for name in _FIELDS
            if hasattr(ours, name)
        }
        return replace(ours, **values)

    def _field(self, key: str, name: str, base: Any, ours: Any, theirs: Any) -> Any:
        """Merge one field: as a whole, or language by language."""
        kind = type(ours)
        if kind not in (LocalText, LocalList) or (
            self.base and self._chosen(base, ours, theirs) is not _CLASH
        ):
            return self._value(key, name, base, ours, theirs)
        was = {} if base is _GONE else base.as_mapping()
        here, there = ours.as_mapping(), theirs.as_mapping()
        merged = {
            language: self._value(
                key,
                f"{name}.{language}".rstrip("."),
                was.get(language, _GONE),
                here.get(language, _GONE),
                there.get(language, _GONE),
            )
            for language in {**here, **there}
        }
        return kind(tuple((language, value) for language, value in merged.items() if value is not _GONE))

    def _value(self, key: str, field: str, base: Any, ours: Any, theirs: Any) -> Any:
        value = self._chosen(base, ours, theirs)
        if value is _CLASH:
            return theirs if self._take(key, field, base, ours, theirs) else ours
        return value

    def _chosen(self, base: Any, ours: Any, theirs: Any) -> Any:
        if self.base is None:
            return theirs if theirs and theirs is not _GONE else ours
        if theirs in (ours, base):
            return ours
        return theirs if ours == base else _CLASH

    def _move(self, codes: dict[Guid, Code]) -> None:
        """Move the codes that `theirs` moved, but those that would come to stand above themselves.

        The GUIDs' order decides which of a circle stays, so that a second merge decides alike.
        """
        base = {code.id: code for code in (self.base or self.ours).codes}
        moved: dict[Guid, Code] = {}
        for there in self.theirs.codes:
            was, code = base.get(there.id), codes.get(there.id, there)
            place = self._chosen(_place(was) if was else _GONE, _place(code), _place(there))
            if place is _CLASH:
                take = self._take(
                    code.key, "place", was and self._above(was), self._above(code), self._above(there)
                )
                place = _place(there) if take else _place(code)
            if place != _place(code):
                moved[code.id] = code
                codes[code.id] = replace(code, framework_id=there.framework_id, parent_id=there.parent_id)
        while circle := [guid for guid in sorted(moved) if _above_itself(guid, codes)]:
            there, code = codes[circle[0]], moved.pop(circle[0])
            codes[code.id] = code
            self.conflicts.append(
                Conflict(key=code.key, field="place", ours=self._above(code), theirs=self._above(there))
            )
        for guid, code in codes.items():
            if code.parent_id is not None and code.parent_id not in codes:
                codes[guid] = replace(code, parent_id=None)
                self.conflicts.append(Conflict(key=code.key, field="place", theirs=self._above(code)))

    def _above(self, code: Code) -> str:
        """Return the key of what a code stands under."""
        above = code.parent_id or code.framework_id
        books = [book for book in (self.ours, self.theirs, self.base) if book]
        keys = {each.id: each.key for book in books for each in book.codes}
        keys |= {each.id: each.key for book in books for each in book.frameworks}
        return keys.get(above, above)

    def _keep_needed(self, frameworks: dict[Guid, Framework], codes: Mapping[Guid, Code]) -> None:
        """Keep every framework that still has codes."""
        known = {each.id: each for book in (self.theirs, self.ours) for each in book.frameworks}
        for code in codes.values():
            if code.parent_id is None and code.framework_id not in frameworks:
                frameworks[code.framework_id] = known[code.framework_id]

    def _take(self, key: str, field: str, base: Any, ours: Any, theirs: Any) -> bool:
        """Ask whose state holds; where it is not theirs, the conflict is noted."""
        states = [None if state is _GONE else state for state in (base, ours, theirs)]
        conflict = Conflict(key=key, field=field, base=states[0], ours=states[1], theirs=states[2])
        if self.choose(conflict):
            return True
        self.conflicts.append(conflict)
        return False


def _place(code: Code) -> tuple[Guid, Guid | None]:
    return code.framework_id, code.parent_id


def _same(one: _R, other: _R) -> bool:
    """Say whether two states of a record say the same, wherever their versions and positions are."""
    unimportant = {"seq", "position", "created_in", "changed_in"}
    return not differing(one, other, {field.name for field in fields(one)} - unimportant)


def _above_itself(guid: Guid, codes: Mapping[Guid, Code]) -> bool:
    seen: set[Guid] = set()
    above = codes[guid].parent_id
    while above is not None and above in codes and above not in seen:
        seen.add(above)
        above = codes[above].parent_id
    return guid in seen
