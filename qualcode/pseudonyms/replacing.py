"""Putting pseudonyms in the place of names: whole words, longest first, all in one pass."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from qualcode.lang.language import language
from qualcode.model import NameKind
from qualcode.pseudonyms.context import is_name
from qualcode.pseudonyms.forms import SHORTEST, Entry, Form, Sureness, forms_of, is_ordinary, key_of

LETTER = r"[^\W\d_]"
ADDRESS = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w@])@\w[\w.]*"
"""An e-mail address, or a name in social media; names are found inside its words too."""

_MARKS = "\u0300-\u036f"
_ENDINGS = "|".join([*language("id").clitics, "['’]s"])


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text.

    Attributes
    ----------
    start, end
        Its place, in code points.
    text
        What stands for it there.
    form
        How it is written; None for an address with names in it.
    sure
        It is a name; where not, a person has to decide, and it stays as it is.
    """

    start: int
    end: int
    text: str
    form: Form | None
    sure: bool = True


class Disguise:
    """Puts pseudonyms in the place of names: called with a text, returns it with nothing else changed.

    Endings stay on a name (``Zulnya``, ``Zul's``), small and capital letters are as they were, what a
    pseudonym brings in is not looked at again, and where it is not sure that a word is a name (``Anda``), the
    text stays as it is; `unsure` finds these places.

    Parameters
    ----------
    entries
        Names with what stands for them. Those that are left protect the words they are made of.
    ordinary
        Says whether a word in small letters is an ordinary one.

    Examples
    --------
    >>> disguise = Disguise([Entry("Zulkifli", "Rudi"), Entry("Bapak Anda Rahan, S.E.", "Hasan")])
    >>> disguise("Baik, Pak Anda. Menurut Anda ZULKIFLInya Pak Zul ke mana?")
    'Baik, Pak Hasan. Menurut Anda RUDInya Pak Rudi ke mana?'
    """

    def __init__(self, entries: Iterable[Entry], *, ordinary: Callable[[str], bool] = is_ordinary) -> None:
        self.entries = tuple(entries)
        self._forms, self.shared = forms_of(self.entries, ordinary=ordinary)
        self._exact = {each.name.strip(): each.replacement for each in self.entries if each.replacement}

    def __bool__(self) -> bool:
        return bool(self.entries)

    def __call__(self, text: str) -> str:
        """Return the text with pseudonyms for names."""
        if not self._forms or not text:
            return text
        if text in self._exact:
            return self._exact[text]
        parts, at = [], 0
        for found in self.found(text):
            if found.sure:
                parts += [text[at : found.start], found.text]
                at = found.end
        return "".join([*parts, text[at:]]) if parts else text

    def found(self, text: str) -> Iterator[Found]:
        """Yield the names in a text, in order; those that are left have their own words as `text`."""
        for match in self._pattern.finditer(text) if self._forms else ():
            address, (start, end) = match["address"], match.span()
            if address:
                inside = self._in_address(address)
                if inside != address:
                    yield Found(start, end, inside, None)
                continue
            form = self._forms.get(key_of(match[0]))
            certain = form and is_name(text, start, end, form.sureness)
            if form and certain is not False:
                joined = start > 0 and text[start - 1] in "-_./"
                following = "." if joined else text[end : end + 1]
                words = like(form.replacement, match[0], following) if form.replacement else match[0]
                yield Found(start, end, words, form, sure=bool(certain))

    def unsure(self, text: str) -> list[Found]:
        """Return the places where a person has to say whether it is a name."""
        return [
            found for found in self.found(text) if not found.sure and found.form and found.form.replacement
        ]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = sorted(self._forms.values(), key=lambda form: (-len(form.text), form.text))
        names = "|".join(map(_written, forms))
        after = rf"(?=(?:{_ENDINGS})?(?!{LETTER}|[{_MARKS}]))"
        return re.compile(
            rf"(?P<address>{ADDRESS})|(?<!{LETTER})(?<!{LETTER}[{_MARKS}])(?:{names}){after}", re.IGNORECASE
        )

    @cached_property
    def _inside(self) -> re.Pattern[str]:
        """Finds names inside the words of an address: those that are no other words."""
        texts = [
            form.text for form in self._forms.values()
            if form.sureness is Sureness.NAME and form.replacement and len(form.text) >= SHORTEST
        ]  # fmt: skip
        return re.compile("|".join(map(re.escape, sorted(texts, key=len, reverse=True))) or r"(?!)", re.I)

    def _in_address(self, address: str) -> str:
        whole = self._forms.get(key_of(address))
        if whole:
            return whole.replacement or address
        return self._inside.sub(
            lambda match: like(self._forms[key_of(match[0])].replacement, match[0]).replace(" ", ""), address
        )


def like(replacement: str, name: str, following: str = "") -> str:
    """Return a replacement in capital or small letters as the name was, and with one full stop at most.

    Examples
    --------
    >>> like("Rudi", "ZUL"), like("Rudi", "zul"), like("A. R.", "Anda Rahan", ".")
    ('RUDI', 'rudi', 'A. R')
    """
    if name.isupper() and len(name) > 1:
        replacement = replacement.upper()
    elif name.islower():
        replacement = replacement.lower()
    return replacement[:-1] if following == "." and replacement.endswith(".") else replacement


def _written(form: Form) -> str:
    """Return the pattern of a form: any space between words, any grouping of a telephone number."""
    if form.entry.kind is NameKind.PHONE:
        digits = re.sub(r"\D", "", form.text)
        bare = re.sub(r"^(?:62|0)", "", digits)
        country = r"(?:\+?62|0)[\s.()-]*" if bare != digits else ""
        return rf"(?<!\d){country}" + r"[\s.()-]*".join(bare) + r"(?!\d)"
    return r"\s+".join(map(re.escape, form.text.split()))
