"""The codebook: frameworks and their codes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from qualcode.model.ids import Guid, derived
from qualcode.model.local import LocalList, LocalText
from qualcode.model.record import Record

_R = TypeVar("_R", bound=Record)


def code_guid(codebook_id: Guid, key: str) -> Guid:
    """Return the GUID of the code `key` of a codebook: the same wherever the file is applied."""
    return derived("code", codebook_id, key)


def framework_guid(codebook_id: Guid, key: str) -> Guid:
    """Return the GUID of the framework `key` of a codebook."""
    return derived("framework", codebook_id, key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework(Record):
    """A family of codes, such as the stages of empowerment.

    Attributes
    ----------
    key
        The id used in files and queries, unique among frameworks.
    name, definition
        Per language.
    position
        Order among the frameworks, from 0.
    """

    key: str
    name: LocalText = field(default_factory=LocalText)
    definition: LocalText = field(default_factory=LocalText)
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(Record):
    """A node of the codebook.

    Attributes
    ----------
    key
        The id used in files and queries, unique in the codebook. The GUID never follows a later change of it.
    framework_id, parent_id, position
        Its place: family, code above (None at the top), order among its siblings from 0.
    name, definition, include, exclude
        Per language.
    examples, keywords, not_keywords
        Per language; keywords are in the keyword language.
    color
        ``"#rrggbb"``, or empty.
    created_in, changed_in
        Codebook versions in which it was made and in which its meaning last changed
        (redefined, split, merged).
    """

    key: str
    framework_id: Guid
    parent_id: Guid | None = None
    position: int = 0
    name: LocalText = field(default_factory=LocalText)
    definition: LocalText = field(default_factory=LocalText)
    include: LocalText = field(default_factory=LocalText)
    exclude: LocalText = field(default_factory=LocalText)
    examples: LocalList = field(default_factory=LocalList)
    keywords: LocalList = field(default_factory=LocalList)
    not_keywords: LocalList = field(default_factory=LocalList)
    color: str = ""
    created_in: int = 1
    changed_in: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook(Record):
    """A codebook with all it holds. In the store, frameworks and codes are rows of their own.

    Attributes
    ----------
    key
        Its name in files.
    title
        Per language.
    version
        Rises by one with every event that changes it.
    frameworks, codes
        In the order of their places; codes depth first.
    """

    key: str
    title: LocalText = field(default_factory=LocalText)
    version: int = 1
    frameworks: tuple[Framework, ...] = ()
    codes: tuple[Code, ...] = ()

    def code(self, code_id: Guid) -> Code:
        """Return a code by its GUID; KeyError where there is none."""
        return _by_id(self.codes, code_id)

    def framework(self, framework_id: Guid) -> Framework:
        """Return a framework by its GUID; KeyError where there is none."""
        return _by_id(self.frameworks, framework_id)

    def find(self, key: str) -> Code | None:
        """Return the code with that key, if any."""
        return next((code for code in self.codes if code.key == key), None)

    def children(self, parent_id: Guid | None, framework_id: Guid | None = None) -> list[Code]:
        """Return the codes right below one code, or the top codes of a framework."""
        return [
            code
            for code in self.codes
            if code.parent_id == parent_id and framework_id in (None, code.framework_id)
        ]

    def ancestors(self, code: Code) -> list[Code]:
        """Return the codes above one, topmost first."""
        above: list[Code] = []
        while code.parent_id is not None:
            code = self.code(code.parent_id)
            above.append(code)
        return above[::-1]

    def path(self, code: Code, language: str = "") -> str:
        """Return the names from the top code to this one, joined by ``" > "``."""
        return " > ".join(str(each.name.get(language) or each.key) for each in [*self.ancestors(code), code])

    def descendants(self, code: Code) -> Iterator[Code]:
        """Yield the codes below one, depth first."""
        for child in self.children(code.id):
            yield child
            yield from self.descendants(child)


def _by_id(records: tuple[_R, ...], record_id: Guid) -> _R:
    for record in records:
        if record.id == record_id:
            return record
    raise KeyError(record_id)
