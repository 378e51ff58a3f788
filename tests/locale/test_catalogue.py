import os
import re
from collections.abc import Iterable
from importlib import import_module
from itertools import chain
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

import qualcode
from qualcode.actions.appendix_parts import NEEDS, PARTS
from qualcode.actions.carrying import Fate
from qualcode.actions.charting import CHARTS
from qualcode.actions.checking import Answer
from qualcode.cli.events import ACTIONS
from qualcode.cli.main import COMMANDS, cli
from qualcode.codebook_files import DifferenceKind
from qualcode.codebook_files.diff import _FIELDS
from qualcode.codebook_files.structure import _KINDS, _REMEDIES, schema
from qualcode.exports import docx_writer
from qualcode.exports.checklists import COREQ, COREQ_DOMAINS, SRQR
from qualcode.exports.triangulation import COLUMNS as KINDS_OF_DATA
from qualcode.exports.triangulation import NOTE
from qualcode.locale import translator
from qualcode.model import (
    CoderRole,
    ConsentScope,
    ConsentState,
    MemoOn,
    NameKind,
    Remark,
    Role,
    SourceKind,
    Verdict,
)
from qualcode.model.forms import KINDS
from qualcode.pseudonyms import Reason
from qualcode.readers import docx, odt, sniffing
from qualcode.store.engine import _MEANINGS
from qualcode.suggest.steps import STEPS
from qualcode.tables.columns import CODINGS, COUNTS
from qualcode.tables.columns import PARTS as PART_COLUMNS
from qualcode.tables.matrix import MEANINGS
from qualcode.tables.quotations import RULE
from qualcode.workbench.faults import SAID
from tests.locale.messages import actions_in, clicks_own, help_of, messages_in, spoken_in, words_in

PACKAGE = Path(qualcode.__file__).parent
FILE = PACKAGE / "locale" / "id.po"


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with FILE.open("rb") as file:
        return read_po(file, locale="id", abort_invalid=True)


def document_words() -> set[str]:
    """Every English word or sentence that documents are made of."""
    columns = {column.title for column in (*CODINGS, *COUNTS, *PART_COLUMNS)}
    values = {word for column in (*CODINGS, *COUNTS) for word in (column.values or {}).values() if word}
    items = {*COREQ, *SRQR, *COREQ_DOMAINS.values()}
    spoken = words_in(PACKAGE / "exports") | words_in(PACKAGE / "tables") | words_in(PACKAGE / "actions")
    return (
        columns
        | values
        | items
        | set(MEANINGS.values())
        | set(KINDS_OF_DATA.values())
        | {RULE, NOTE}
        | spoken
    )


def value_words() -> set[str]:
    """Every value that is shown as a word, and every word that fills a field of a message."""
    states = chain(SourceKind, Role, CoderRole, ConsentState, MemoOn, Verdict, DifferenceKind, Fate, Answer)
    names = chain(NameKind, Reason, ConsentScope, Remark)
    compared = {name.removesuffix("_id") for name in chain(*_FIELDS.values(), ("title", "place", "record"))}
    left_out = {*dict(docx._LEFT_OUT).values(), *odt._LEFT_OUT.values()}
    called = {*sniffing._CALLED.values(), *expected(schema()), "a Word document", "an Excel workbook"}
    reasons = {os.strerror(number) for number in (1, 2, 13, 20, 21, 28, 30)}
    return (
        {word.replace("_", " ") for word in (*states, *names, *KINDS, *compared)}
        | left_out
        | called
        | reasons
        | set(PARTS)
        | set(filter(None, NEEDS.values()))
        | {"row", "turn", "event", "answer"}
    )


def expected(rule: object) -> set[str]:
    """What the schema of codebook files expects a field to be, as a fault puts it."""
    if isinstance(rule, list):
        return set().union(*map(expected, rule))
    if not isinstance(rule, dict):
        return set()
    types = rule.get("type", [])
    kinds = types if isinstance(types, list) else [types]
    named = {" or ".join(_KINDS[kind] for kind in kinds)} if kinds and set(kinds) <= _KINDS.keys() else set()
    return named.union(*map(expected, rule.values()))


def help_texts() -> set[str]:
    commands = (import_module(f"qualcode.cli.{name.replace('-', '_')}").command for name in COMMANDS)
    return set(COMMANDS.values()) | help_of(cli).union(*map(help_of, commands))


def all_messages() -> set[str]:
    """Everything that a user may read, but for the names of actions and for click's own sentences."""
    return (
        document_words() | value_words() | help_texts() | messages_in(PACKAGE) | spoken_in(PACKAGE) | tabled()
    )


def tabled() -> set[str]:
    """Messages that are kept in tables, by what they are about."""
    refusals = chain(*_MEANINGS.values(), _REMEDIES.values())
    return {*refusals, *CHARTS.values(), *SAID.values(), *STEPS, "line {line}", "y", "y/n"}


def untranslated(messages: Iterable[str], catalogue: Catalog) -> list[str]:
    return sorted(each for each in messages if re.search(r"\w", bare(each)) and not text(catalogue, each))


def bare(message: str) -> str:
    """A message without its fields: where nothing is left, nothing needs translating."""
    return re.sub(r"\{[^{}]*\}", "", message)


def text(catalogue: Catalog, message: str, context: str | None = None) -> str:
    found = catalogue.get(message, context)
    return str(found.string) if found else ""


def test_all_that_a_user_reads_is_there_in_indonesian(catalogue: Catalog) -> None:
    assert untranslated(all_messages(), catalogue) == []


def test_all_that_the_history_names_is_there_in_indonesian(catalogue: Catalog) -> None:
    assert actions_in(PACKAGE / "actions") | actions_in(PACKAGE / "store") <= set(ACTIONS)
    names = {action.replace("_", " ") for action in ACTIONS}
    assert {name for name in names if not text(catalogue, name, "action")} == set()


def test_nothing_is_in_the_catalogue_that_nobody_says(catalogue: Catalog) -> None:
    said = all_messages() | clicks_own()
    actions = {action.replace("_", " ") for action in ACTIONS}
    unused = {
        str(message.id)
        for message in catalogue
        if message.id and str(message.id) not in (actions if message.context == "action" else said)
    }
    assert unused == set()


def test_a_translation_keeps_the_fields_of_its_message(catalogue: Catalog) -> None:
    differing = {
        str(each.id) for each in catalogue if each.id and fields(str(each.id)) != fields(str(each.string))
    }
    assert differing == set()


def test_no_message_is_in_the_catalogue_twice(catalogue: Catalog) -> None:
    assert len(catalogue) == FILE.read_text().count("\nmsgid ") - 1


def test_what_is_looked_for_is_found_in_the_code() -> None:
    assert {"Borne by", "Table", "No negative case has been marked."} <= document_words()
    assert {"the folder {folder} does not exist", "there is no room left for the file"} <= messages_in(
        PACKAGE
    )
    assert {"Go ahead?", "Evidence", "accept: code the passage", "rejected"} <= spoken_in(PACKAGE)
    assert {
        "Do not ask.",
        "CODE",
        "ROLE",
        "Give a code another name; its key and its codings stay.",
    } <= help_texts()
    assert "" not in all_messages()
    assert docx_writer.STRETCH == 200


def test_the_words_of_documents_stay_english_where_no_translation_is_asked_for() -> None:
    assert translator("en")("Quotation") == "Quotation"


def fields(template: str) -> set[str]:
    return set(re.findall(r"\{[^{}]*\}", template))
