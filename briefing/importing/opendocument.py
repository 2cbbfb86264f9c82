"""OpenDocument texts (ODT), as LibreOffice writes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from briefing.importing import days, lettering, packed, tongue, tree
from briefing.importing.blocks import Block, Imported, ImportFault, Sort

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
#: Names of styles, as LibreOffice writes them whatever its language.
_SORTS = {"Title": Sort.TITLE, "Subtitle": Sort.SUBTITLE, "Caption": Sort.CAPTION, "Illustration": Sort.CAPTION}
_SORTS |= {"Figure": Sort.CAPTION, "Table": Sort.CAPTION, "Drawing": Sort.CAPTION}
_PASSED_OVER = {f"{_TEXT}{name}" for name in ("tracked-changes", "sequence-decls", "table-of-content", "note-citation")}
_PASSED_OVER |= {f"{_OFFICE}annotation", f"{_TEXT}alphabetical-index", f"{_OFFICE}forms", f"{_TEXT}ruby-text"}
_DEEPEST = 200


def read(data: bytes) -> Imported:
    """Read a document. Raises ImportFault."""
    archive = packed.opened(data)
    if not (content := packed.part(archive, "content.xml")):
        raise ImportFault("An OpenDocument text must hold text; this one has none. Save it anew as .odt.")
    root = tree.xml(content)
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise ImportFault("An OpenDocument file must be a text. Save it as .odt.")
    reader = _Reader(_parents(root) | _named(archive))
    reader.walk(body)
    told = _told(archive)
    blocks = (*reader.blocks, *reader.notes)
    guess = tongue.guess(" ".join(block.text for block in blocks))
    title = next((block.text for block in blocks if block.sort is Sort.TITLE), "")
    return Imported(
        blocks,
        title=title or told.get("title", ""),
        author=told.get("author", ""),
        language=told.get("language", "") if told.get("language", "").split("-")[0] == guess else guess,
        marks=len(reader.notes),
        remarks=("The document has tracked changes; the text is as if all had been accepted.",)
        if reader.changed
        else (),
        guessed=("kind", *(("author",) if told.get("author") else ()), *(("language",) if guess else ())),
    )


def _named(archive: ZipFile) -> dict[str, str]:
    styles = packed.part(archive, "styles.xml")
    return _parents(tree.xml(styles)) if styles else {}


def _parents(root: Any) -> dict[str, str]:
    """The style that each style is made from."""
    return {
        style.get(f"{_STYLE}name", ""): style.get(f"{_STYLE}parent-style-name", "")
        for style in root.iter(f"{_STYLE}style")
    }


def _told(archive: ZipFile) -> dict[str, str]:
    data = packed.part(archive, "meta.xml")
    if not data:
        return {}
    root = tree.xml(data)
    names = {"title": f"{_DC}title", "author": f"{_META}initial-creator", "language": f"{_DC}language"}
    told = {key: lettering.clean(root.findtext(f".//{name}") or "") for key, name in names.items()}
    told["author"] = told["author"] or lettering.clean(root.findtext(f".//{_DC}creator") or "")
    return told | {"language": tongue.tag(told["language"]), "day": days.read(root.findtext(f".//{_DC}date") or "")}


class _Reader:
    """The blocks of a text, and its footnotes."""

    def __init__(self, parents: dict[str, str]) -> None:
        self.blocks: list[Block] = []
        self.notes: list[Block] = []
        self.changed = False
        self._parents = parents

    def walk(self, element: Any, depth: int = 0) -> None:
        """All paragraphs and headings below an element."""
        for child in element:
            if child.tag in _PASSED_OVER or depth > _DEEPEST:
                self.changed |= child.tag == f"{_TEXT}tracked-changes"
            elif child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                self._paragraph(child, depth)
            elif child.tag == f"{_TABLE}table-row":
                cells = [" ".join(self._words(cell, depth)) for cell in child if isinstance(cell.tag, str)]
                self._add(Sort.PARAGRAPH, " | ".join(filter(None, map(lettering.clean, cells))))
            elif isinstance(child.tag, str):
                self.walk(child, depth + 1)

    def _paragraph(self, element: Any, depth: int) -> None:
        sort = Sort.HEADING if element.tag == f"{_TEXT}h" else self._sort(element.get(f"{_TEXT}style-name", ""))
        frames: list[Any] = []
        text = "".join(self._inside(element, frames, depth))
        self._add(sort, lettering.clean(text))
        for frame in frames:
            self.walk(frame, depth + 1)

    def _sort(self, style: str) -> Sort:
        for _ in range(20):
            if sort := _SORTS.get(style.replace("_20_", " ")):
                return sort
            style = self._parents.get(style, "")
        return Sort.PARAGRAPH

    def _add(self, sort: Sort, text: str) -> None:
        if text:
            self.blocks.append(Block(sort, text))

    def _words(self, element: Any, depth: int) -> Iterator[str]:
        for paragraph in element.iter(f"{_TEXT}p", f"{_TEXT}h"):
            yield "".join(self._inside(paragraph, [], depth))

    def _inside(self, element: Any, frames: list[Any], depth: int) -> Iterator[str]:
        """The text of a paragraph: its notes and frames are kept for later."""
        if element.text:
            yield element.text
        for child in element:
            if child.tag in (f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"):
                yield " "
            elif child.tag == f"{_TEXT}soft-page-break" or child.tag in _PASSED_OVER:
                pass
            elif child.tag == f"{_TEXT}note":
                self._note(child, depth)
            elif child.tag == f"{_DRAW}frame":
                frames.append(child)
            elif isinstance(child.tag, str) and depth <= _DEEPEST:
                yield from self._inside(child, frames, depth + 1)
            if child.tail:
                yield child.tail

    def _note(self, note: Any, depth: int) -> None:
        body = note.find(f"{_TEXT}note-body")
        mark = lettering.clean(note.findtext(f"{_TEXT}note-citation") or "")
        text = lettering.clean(" ".join(self._words(body, depth + 1))) if body is not None else ""
        if text:
            self.notes.append(Block(Sort.NOTE, text, mark=mark if mark.isdigit() else ""))
