"""Word files as they come back from somebody who commented on them: what Word and LibreOffice write."""

import io
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_RELATED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"


def w(name: str) -> str:
    """The full name of an element or attribute of the text."""
    return f"{{{W}}}{name}"


@dataclass
class Returned:
    """A Word file on which somebody goes on working."""

    path: Path
    parts: dict[str, bytes] = field(init=False)
    _threads: list[tuple[str, str, bool]] = field(default_factory=list)

    def __post_init__(self) -> None:
        with zipfile.ZipFile(self.path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.body = etree.fromstring(self.parts["word/document.xml"])
        self.comments = etree.fromstring(self.parts["word/comments.xml"])
        for comment in self.comments:
            self._name_paragraph(comment)

    def comment_on(
        self, words: str, text: str, *, author: str = "Bu Dewi", at: str = "2024-05-02T10:00:00Z"
    ) -> str:
        """Comment on words that stand in one run; return the comment's id."""
        run = next(run for run in self.body.iter(w("r")) if words in self._text(run))
        before, _, after = self._text(run).partition(words)
        number = self._new(text, author, at)
        marks = [
            self._run(before), self._mark("commentRangeStart", number), self._run(words),
            self._mark("commentRangeEnd", number), self._reference(number), self._run(after),
        ]  # fmt: skip
        for mark in marks:
            run.addprevious(mark)
        self._take_out(run)
        return number

    def reply_to(
        self, number: str, text: str, *, author: str = "Bu Dewi", at: str = "2024-05-02T11:00:00Z"
    ) -> str:
        """Reply as Word does: the reply stands on the same words, and names its parent's paragraph."""
        reply = self._new(text, author, at)
        for name in ("commentRangeStart", "commentRangeEnd"):
            found = next(each for each in self.body.iter(w(name)) if each.get(w("id")) == number)
            found.addnext(self._mark(name, reply))
        sign = next(each for each in self.body.iter(w("commentReference")) if each.get(w("id")) == number)
        run = sign.getparent()
        assert run is not None
        run.addnext(self._reference(reply))
        self._threads.append((self._paragraph(reply), self._paragraph(number), False))
        return reply

    def resolve(self, number: str) -> None:
        """Mark a comment as done."""
        self._threads.append((self._paragraph(number), "", True))

    def write_below(self, number: str, text: str) -> None:
        """Write into a comment that is there."""
        paragraph = etree.SubElement(self._comment(number), w("p"))
        paragraph.append(self._run(text))
        self._name_paragraph(self._comment(number))

    def replace(self, words: str, other: str) -> None:
        """Correct words of the text."""
        for text in self.body.iter(w("t")):
            text.text = (text.text or "").replace(words, other)

    def delete_tracked(self, words: str) -> None:
        """Delete a run of exactly these words, with changes tracked."""
        run = next(run for run in self.body.iter(w("r")) if self._text(run) == words)
        deleted = etree.Element(w("del"), {w("id"): "900", w("author"): "Bu Dewi"})
        run.addprevious(deleted)
        deleted.append(run)
        for text in deleted.iter(w("t")):
            text.tag = w("delText")

    def number_of(self, words: str) -> str:
        """The id of the comment that says these words."""
        return next(
            str(each.get(w("id"))) for each in self.comments if words in "".join(map(str, each.itertext()))
        )

    def saved(self, name: str = "returned.docx") -> Path:
        """Save it under another name beside the file."""
        parts = {**self.parts, "word/document.xml": etree.tostring(self.body)}
        parts["word/comments.xml"] = etree.tostring(self.comments)
        if self._threads:
            root = etree.Element(f"{{{W15}}}commentsEx", nsmap={"w15": W15})
            for paragraph, parent, done in self._threads:
                given = {f"{{{W15}}}paraId": paragraph, f"{{{W15}}}done": str(int(done))}
                given |= {f"{{{W15}}}paraIdParent": parent} if parent else {}
                etree.SubElement(root, f"{{{W15}}}commentEx", given)
            parts["word/commentsExtended.xml"] = etree.tostring(root)
            self._relate(parts)
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for member, data in parts.items():
                archive.writestr(member, data)
        path = self.path.with_name(name)
        path.write_bytes(buffer.getvalue())
        return path

    @staticmethod
    def _relate(parts: dict[str, bytes]) -> None:
        name = "word/_rels/document.xml.rels"
        relation = (
            f'<Relationship Id="rIdX" Type="{_RELATED}" Target="commentsExtended.xml"/></Relationships>'
        )
        parts[name] = parts[name].replace(b"</Relationships>", relation.encode())
        override = f'<Override PartName="/word/commentsExtended.xml" ContentType="{_TYPE}"/></Types>'
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override.encode())

    def _new(self, text: str, author: str, at: str) -> str:
        number = str(1000 + len(self.comments))
        given = {w("id"): number, w("author"): author, w("date"): at}
        comment = etree.SubElement(self.comments, w("comment"), given)
        etree.SubElement(comment, w("p")).append(self._run(text))
        self._name_paragraph(comment)
        return number

    def _comment(self, number: str) -> etree._Element:
        return next(each for each in self.comments if each.get(w("id")) == number)

    def _paragraph(self, number: str) -> str:
        return str(list(self._comment(number).iter(w("p")))[-1].get(f"{{{W14}}}paraId"))

    @staticmethod
    def _name_paragraph(comment: etree._Element) -> None:
        number = int(comment.get(w("id")) or 0)
        for place, paragraph in enumerate(comment.iter(w("p"))):
            paragraph.set(f"{{{W14}}}paraId", f"{number * 64 + place + 1:08X}")

    @staticmethod
    def _text(run: etree._Element) -> str:
        return "".join(text.text or "" for text in run.iter(w("t")))

    @staticmethod
    def _run(text: str) -> etree._Element:
        run = etree.Element(w("r"))
        inner = etree.SubElement(run, w("t"))
        inner.text = text
        inner.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        return run

    @staticmethod
    def _take_out(element: etree._Element) -> None:
        above = element.getparent()
        assert above is not None
        above.remove(element)

    @staticmethod
    def _mark(name: str, number: str) -> etree._Element:
        return etree.Element(w(name), {w("id"): number})

    def _reference(self, number: str) -> etree._Element:
        run = etree.Element(w("r"))
        run.append(self._mark("commentReference", number))
        return run
