"""Codebooks for tests, in one small notation, and at random."""

from contextlib import suppress
from dataclasses import replace

from hypothesis import strategies as st

from qualcode.codebook_files.builder import build
from qualcode.codebook_files.edit import add_code, move_code, remove_code
from qualcode.codebook_files.places import arranged
from qualcode.errors import CodebookProblem
from qualcode.model import ANY, Code, Codebook, Framework, LocalList, LocalText, code_guid, framework_guid


def book(notation: str, key: str = "small") -> Codebook:
    """Make a codebook out of ``stage: awareness > motivation, training; problem: modal``.

    Frameworks are parted by semicolons, codes by commas; ``>`` puts a code under the one before.
    """
    made = build({"codebook": key, "frameworks": [_family(each) for each in notation.split(";")]})
    for family in notation.split(";"):
        framework, _, codes = family.partition(":")
        for chain in filter(None, map(str.strip, codes.split(","))):
            parent = ""
            for code in map(str.strip, chain.split(">")):
                if made.find(code) is None:
                    made = add_code(made, code, name=code.title(), parent=parent, framework=framework.strip())
                parent = code
    return settled(made)


def _family(notation: str) -> dict[str, str]:
    key = notation.partition(":")[0].strip()
    return {"id": key, "name": key.title()}


def settled(codebook: Codebook) -> Codebook:
    """The same codebook, as if it had been made so in its first version."""
    codes = tuple(replace(code, created_in=1, changed_in=1) for code in codebook.codes)
    return replace(codebook, version=1, codes=codes)


def outline(codebook: Codebook) -> str:
    """The keys of the codes with their depth, one framework per line."""
    return "; ".join(
        f"{framework.key}: "
        + ", ".join(
            ">" * len(codebook.ancestors(code)) + code.key
            for code in codebook.codes
            if code.framework_id == framework.id
        )
        for framework in codebook.frameworks
    )


_words = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"], exclude_characters="\ufeff"), max_size=12
)
texts = (
    st.one_of(
        _words,
        st.lists(_words, max_size=3).map("\n".join),
        st.sampled_from(["no", "1.0", "#x", "a: b", "- c", "null", "'"]),
    )
    .map(str.strip)
    .filter(bool)
)
_languages = st.sampled_from([ANY, "id", "en"])
local_texts = st.dictionaries(_languages, texts, max_size=3).map(LocalText.of)
local_lists = st.dictionaries(_languages, st.lists(texts, min_size=1, max_size=3), max_size=3).map(
    LocalList.of
)
names = st.dictionaries(_languages, texts, min_size=1, max_size=2).map(LocalText.of)
keywords = st.dictionaries(
    _languages, st.lists(st.sampled_from(["latih", "=DANA", "promosi*"]), min_size=1, max_size=2), max_size=2
).map(LocalList.of)


@st.composite
def codebooks(draw: st.DrawFn) -> Codebook:
    """Codebooks of one or two frameworks and up to six codes, under one another anyhow."""
    book_id = code_guid("tests", "book")
    frameworks = tuple(
        Framework(
            id=framework_guid(book_id, key),
            key=key,
            name=draw(names),
            definition=draw(local_texts),
            position=at,
        )
        for at, key in enumerate(draw(st.sampled_from([["stage"], ["stage", "problem"]])))
    )
    made = Codebook(
        id=book_id,
        key="book",
        title=draw(local_texts),
        version=draw(st.integers(1, 30)),
        frameworks=frameworks,
    )
    keys = draw(st.lists(st.sampled_from(list("abcdef")), min_size=1, max_size=6, unique=True))
    codes: list[Code] = []
    for key in keys:
        parent = draw(st.sampled_from([None, *codes]))
        framework_id = parent.framework_id if parent else draw(st.sampled_from(frameworks)).id
        codes.append(
            Code(
                id=code_guid(book_id, draw(st.sampled_from([key, f"once-{key}"]))),
                key=key,
                framework_id=framework_id,
                parent_id=parent.id if parent else None,
                name=draw(names),
                definition=draw(local_texts),
                include=draw(local_texts),
                examples=draw(local_lists),
                keywords=draw(keywords),
                color=draw(st.sampled_from(["", "#4477aa"])),
            )
        )
    return arranged(made, codes)


def edited(codebook: Codebook, data: st.DataObject) -> Codebook:
    """The codebook after a few edits at random, still of the same version."""
    version = codebook.version
    for _ in range(data.draw(st.integers(0, 4))):
        with suppress(CodebookProblem):  # an edit that cannot be made is not made
            codebook = _edited_once(codebook, data)
    return replace(codebook, version=version)


def _edited_once(codebook: Codebook, data: st.DataObject) -> Codebook:
    code = data.draw(st.sampled_from(codebook.codes))
    what = data.draw(st.sampled_from(["name", "definition", "keywords", "move", "add", "remove"]))
    if what == "move":
        return move_code(codebook, code.key, parent=data.draw(st.sampled_from(codebook.codes)).key)
    if what == "add":
        return add_code(codebook, data.draw(st.sampled_from(["x", "y"])), name="New", parent=code.key)
    if what == "remove":
        return remove_code(codebook, code.key) if len(codebook.codes) > 1 else codebook
    values = {"name": names, "definition": local_texts, "keywords": keywords}
    changed = replace(code, **{what: data.draw(values[what])})  # type: ignore[arg-type] # one field or another
    return replace(codebook, codes=tuple(changed if each == code else each for each in codebook.codes))
