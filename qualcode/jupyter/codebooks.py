"""A codebook as a tree: frameworks, codes, and what each code means on demand."""

from collections.abc import Iterator

from qualcode.jupyter.html import Html, chip, language, shown, tag
from qualcode.locale import number, translator
from qualcode.model import Code, Codebook, Framework, LocalText

INDENT = "  "


def html(codebook: Codebook) -> str:
    """Return it as HTML; a code's definition opens with a click."""
    families = (
        tag(
            "details",
            tag("summary", tag("b", _name(family.name, family.key)), " ", *_others(family.name)),
            tag("p", family.definition.get(language()), kind="quiet"),
            _below(codebook, None, family),
            open="open",
        )
        for family in codebook.frameworks
    )
    title = tag("h3", _name(codebook.title, codebook.key))
    return shown(title, tag("p", _facts(codebook), kind="quiet"), *families)


def plain(codebook: Codebook) -> str:
    """Return it as text: names and keys, indented."""
    lines = [_name(codebook.title, codebook.key), _facts(codebook)]
    for family in codebook.frameworks:
        lines.append(_name(family.name, family.key))
        for code in codebook.codes:
            if code.framework_id == family.id:
                depth = len(codebook.ancestors(code)) + 1
                lines.append(f"{INDENT * depth}{_name(code.name, code.key)} ({code.key})")
    return "\n".join(lines)


def _facts(codebook: Codebook) -> str:
    """Return how much there is of it."""
    tr = translator(language())
    return (
        f"{tr('Frameworks')}: {len(codebook.frameworks)} · "
        f"{tr('Codes')}: {number(len(codebook.codes), language())} · {tr('Version')}: {codebook.version}"
    )


def _name(name: LocalText, key: str) -> str:
    return name.get(language()) or key


def _others(name: LocalText) -> Iterator[Html]:
    """Yield what it is called in other languages."""
    own = name.get(language())
    for spoken, text in name.items:
        if text != own:
            yield tag("i", text, kind="quiet", lang=spoken)


def _below(codebook: Codebook, parent: Code | None, family: Framework) -> Html:
    children = codebook.children(parent.id if parent else None, family.id)
    return tag("ul", *(tag("li", _code(codebook, child, family)) for child in children))


def _code(codebook: Codebook, code: Code, family: Framework) -> Html:
    names = (chip(_name(code.name, code.key), code), tag("span", code.key, kind="key"), " ")
    told = [part for label, text in _texts(code) for part in (tag("dt", label), tag("dd", text))]
    inside = tag("details", tag("summary", *names, *_others(code.name)), tag("dl", *told))
    has_children = bool(codebook.children(code.id))
    return tag("div", inside, _below(codebook, code, family)) if has_children else inside


def _texts(code: Code) -> Iterator[tuple[str, str]]:
    tr, spoken = translator(language()), language()
    for label, text in (
        (tr("Definition"), code.definition.get(spoken)),
        (tr("Include"), code.include.get(spoken)),
        (tr("Exclude"), code.exclude.get(spoken)),
        (tr("Examples"), "\n".join(code.examples.get(spoken))),
        (tr("Keywords"), "; ".join(code.keywords.get(spoken))),
    ):
        if text:
            yield label, text
