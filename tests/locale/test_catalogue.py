import re
from pathlib import Path

from babel.messages.pofile import read_po

import qualcode
from qualcode.exports import layout
from qualcode.locale import translator
from qualcode.tables.columns import CODINGS, COUNTS
from qualcode.tables.matrix import MEANINGS
from qualcode.tables.quotations import RULE
from tests.locale.messages import messages_in, words_in

PACKAGE = Path(qualcode.__file__).parent
CATALOGUE = (PACKAGE / "locale" / "id.po").read_text()


def document_words() -> set[str]:
    """Every English word or sentence that documents are made of."""
    columns = {column.title for column in (*CODINGS, *COUNTS)}
    values = {word for column in CODINGS for word in (column.values or {}).values() if word}
    spoken = words_in(PACKAGE / "exports") | words_in(PACKAGE / "tables")
    return columns | values | set(MEANINGS.values()) | {RULE} | spoken


def test_documents_can_be_made_in_indonesian() -> None:
    same = {"Memo", "in vivo"}
    missing = {words for words in document_words() if translator("id")(words) == words}
    assert missing == same


def test_the_words_of_documents_are_found_in_the_code() -> None:
    assert {"Borne by", "Table", "No negative case has been marked."} <= document_words()
    assert layout.STRETCH == 200


def test_the_templates_of_errors_are_found_in_the_code() -> None:
    found = messages_in(PACKAGE)
    assert {"the folder {folder} does not exist", "there is no room left for the file"} <= found
    assert "" not in found


def test_a_translation_keeps_the_fields_of_its_message() -> None:
    for message in document_words() | messages_in(PACKAGE) | words_in(PACKAGE / "cli", "say", "warn"):
        assert fields(translator("id")(message)) == fields(message), message


def test_no_message_is_in_the_catalogue_twice() -> None:
    with (PACKAGE / "locale" / "id.po").open("rb") as file:
        assert len(read_po(file, abort_invalid=True)) == CATALOGUE.count("\nmsgid ") - 1


def fields(template: str) -> set[str]:
    return set(re.findall(r"\{[^{}]*\}", template))
