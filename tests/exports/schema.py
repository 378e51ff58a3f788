"""The order of elements in WordprocessingML, as ECMA-376 part 1 has it; Word repairs files that break it."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from docx.oxml.ns import nsmap
from lxml import etree

SEQUENCES = {
    "w:pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr "
    "shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
    "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "w:rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange",
    "w:tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
    "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "w:tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign "
    "hideMark",
    "w:tblBorders": "top left start bottom right end insideH insideV",
    "w:tcBorders": "top left start bottom right end insideH insideV tl2br tr2bl",
    "w:tblCellMar": "top left start bottom right end",
    "w:sectPr": "headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
    "printerSettings",
    "w:tbl": "tblPr tblGrid tr",
    "w:tr": "tblPrEx trPr tc",
    "w:tc": "tcPr p|tbl",
    "w:p": "pPr r|fldSimple|hyperlink|bookmarkStart|bookmarkEnd|commentRangeStart|commentRangeEnd",
    "w:r": "rPr t|br|tab|drawing|commentReference|annotationRef|lastRenderedPageBreak",
    "w:trPr": "cantSplit|tblHeader|trHeight|jc|cnfStyle",
    "w:fldSimple": "r",
    "w:style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed "
    "qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "w:body": "p|tbl|sectPr",
    "w:comment": "p",
    "wp:inline": "extent effectExtent docPr cNvGraphicFramePr graphic",
}
"""Children by parent, in order; ``a|b`` are of the same rank. The parent's are all there may be."""

PARTS = ("document", "styles", "comments")


def faults(data: bytes) -> list[str]:
    """Return what breaks the schema in a .docx: elements out of place, cells without end, ids twice."""
    found = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if PurePosixPath(name).match("word/*.xml") and PurePosixPath(name).stem in PARTS:
                found += [f"{name}: {fault}" for fault in _faults(etree.fromstring(archive.read(name)))]
    return found


def _faults(root: etree._Element) -> Iterator[str]:
    for element in root.iter(etree.Element):
        kind = _name(element)
        if kind in SEQUENCES:
            yield from _out_of_order(kind, [_name(child) for child in element.iterchildren(etree.Element)])
        if kind == "w:tc" and _name(element[-1]) != "w:p":
            yield "a cell does not end with a paragraph"
    for path in (
        "//w:bookmarkStart/@w:id",
        "//w:bookmarkStart/@w:name",
        "//wp:docPr/@id",
        "//w:style/@w:styleId",
    ):
        ids = root.xpath(path, namespaces=nsmap)
        assert isinstance(ids, list)
        if len(ids) != len(set(ids)):
            yield f"{path} has one twice"


def _out_of_order(parent: str, children: list[str]) -> Iterator[str]:
    ranks = {
        name: place for place, names in enumerate(SEQUENCES[parent].split()) for name in names.split("|")
    }
    last = 0
    for child in children:
        name = child.partition(":")[2]
        if name not in ranks:
            yield f"{child} in {parent}"
        elif ranks[name] < last:
            yield f"{child} in {parent} comes too late"
        else:
            last = ranks[name]


def _name(element: etree._Element) -> str:
    name = etree.QName(element)
    prefix = next((prefix for prefix, space in nsmap.items() if space == name.namespace), name.namespace)
    return f"{prefix}:{name.localname}"
