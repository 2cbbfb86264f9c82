"""Plain text and Markdown."""

from __future__ import annotations

import re

from briefing.importing import days, html, lettering, tongue, tree, wrapping
from briefing.importing.blocks import Block, Imported, Sort

_HEAD = re.compile(r"\A---\n(.*?)\n(?:---|\.\.\.)\n", re.DOTALL)
_KEY = re.compile(r"^(title|author|publisher|date|lang|language|url|source)\s*:\s*(.+)$", re.IGNORECASE | re.MULTILINE)
_NOTE = re.compile(r"^\[\^([^\]\s]{1,20})\]:[ \t]*(.+(?:\n(?:[ \t]+.+|[ \t]*(?=\n[ \t]+\S)))*)", re.MULTILINE)
_MARK = re.compile(r"\[\^[^\]\s]{1,20}\]")


def read_text(data: bytes) -> Imported:
    """Read plain text."""
    text = tree.decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    language = tongue.guess(text)
    blocks = tuple(wrapping.blocks(text, language))
    return Imported(blocks, language=language, kind="", guessed=("kind", *(("language",) if language else ())))


def read_markdown(data: bytes) -> Imported:
    """Read Markdown; a head between `---` lines tells title, author and day."""
    import cmarkgfm

    text = tree.decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    head = match[1] if (match := _HEAD.match(text)) else ""
    told = {key.lower(): lettering.clean(value.strip().strip("\"'")) for key, value in _KEY.findall(head)}
    body = text[match.end() :] if match else text
    notes = [(mark, " ".join(words.split())) for mark, words in _NOTE.findall(body)]
    body, marks = _MARK.subn("", _NOTE.sub("", body))
    blocks, more = html.fragment(cmarkgfm.github_flavored_markdown_to_html(body))
    for mark, words in notes:
        found, _ = html.fragment(cmarkgfm.github_flavored_markdown_to_html(words))
        blocks += [Block(Sort.NOTE, block.text, mark=mark if mark.isdigit() else "") for block in found]
    if not told.get("title") and blocks and blocks[0].sort is Sort.HEADING:
        blocks[0] = Block(Sort.TITLE, blocks[0].text)
    language = tongue.tag(told.get("lang") or told.get("language") or "")
    guess = "" if language else tongue.guess(" ".join(block.text for block in blocks))
    return Imported(
        tuple(blocks),
        title=told.get("title", ""),
        author=told.get("author", ""),
        publisher=told.get("publisher", ""),
        published=days.read(told.get("date", "")),
        address=next((told[key] for key in ("url", "source") if told.get(key, "").startswith("http")), ""),
        language=language or guess,
        marks=marks + more,
        guessed=("kind", *(("language",) if guess else ())),
    )
