"""Word's documents (DOCX): their text as Mammoth makes it HTML, footnotes and headings known by their styles."""

from __future__ import annotations

import io
from zipfile import ZipFile

from briefing.importing import html, lettering, packed, tongue, tree
from briefing.importing.blocks import Block, Imported, ImportFault, Sort

#: What styles become; Word keeps these names in every language.
_STYLES = """
p[style-name='Title'] => h1.briefing-title:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='toc 1'] =>
p[style-name='toc 2'] =>
p[style-name='toc 3'] =>
"""
_CORE = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "author": "{http://purl.org/dc/elements/1.1/}creator",
    "language": "{http://purl.org/dc/elements/1.1/}language",
}
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: Names that programs write where nobody gave one.
_NOBODY = frozenset({"python-docx", "user", "admin", "administrator", "unknown", "author", "microsoft office user"})


def read(data: bytes) -> Imported:
    """Read a document. Raises ImportFault."""
    import mammoth

    archive = packed.opened(data)
    if not (document := packed.part(archive, "word/document.xml")):
        raise ImportFault("A Word document must hold text; this one has none. Save it as .docx from Word.")
    for member in archive.namelist():
        if member.startswith("word/") and member.endswith((".xml", ".rels")) and member.count("/") < 3:
            tree.xml(packed.part(archive, member))  # what defines entities, or is too deep, is refused here
    made = mammoth.convert_to_html(
        io.BytesIO(data), style_map=_STYLES, convert_image=lambda image: [], ignore_empty_paragraphs=True
    )
    blocks, marks = html.fragment(made.value)
    if blocks and (first := next((n for n, b in enumerate(blocks[:3]) if b.sort is Sort.HEADING), None)) is not None:
        if 'class="briefing-title"' in made.value[:2000]:
            blocks[first] = Block(Sort.TITLE, blocks[first].text)
    core = {}
    if properties := packed.part(archive, "docProps/core.xml"):
        root = tree.xml(properties)
        core = {key: lettering.clean(root.findtext(name) or "") for key, name in _CORE.items()}
    author = core.get("author", "")
    title = next((block.text for block in blocks if block.sort is Sort.TITLE), "")
    language = tongue.guess(" ".join(block.text for block in blocks)) or _language(archive, core)
    has_changes = b"<w:ins " in document or b"<w:del " in document
    return Imported(
        tuple(blocks),
        title=title or core.get("title", ""),
        author="" if author.lower() in _NOBODY else author,
        language=language,
        marks=marks,
        remarks=("The document has tracked changes; the text is as if all had been accepted.",) if has_changes else (),
        guessed=("kind", *(("author",) if author else ()), *(("language",) if language else ())),
    )


def _language(archive: ZipFile, core: dict[str, str]) -> str:
    """The language that the document's styles set."""
    if styles := packed.part(archive, "word/styles.xml"):
        element = tree.xml(styles).find(f".//{_WORD}docDefaults//{_WORD}lang")
        if element is not None:
            return tongue.tag(element.get(f"{_WORD}val", ""))
    return tongue.tag(core.get("language", ""))
