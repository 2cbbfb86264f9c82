"""What holds for documents of every kind once they are read: the lines above the text, speakers' labels, what is said
twice. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from briefing.importing import days
from briefing.importing.blocks import Block, Imported, Sort
from briefing.quotations.laying import LABEL

#: So many blocks at the beginning may be lines about the text.
_TOP = 8
_BY = re.compile(r"(?i:by|von|par|por|di|da)\s+(?=[^\W\d_a-z])")
#: A day as some languages end it, in a line that is no sentence: `Beograd, 12. maja 2026.`
_POINTED_DAY = re.compile(r"(?:\S+\s+){0,2}\d{1,2}\.\s*(?:[^\W\d]+\s+|\d{1,2}\.\s*)\d{4}\.")
#: Labels stand before so many paragraphs of a transcript, and before that share of them.
_LEAST, _SHARE = 3, 0.25


def arranged(read: Imported) -> Imported:
    """A document with its lines above the text told apart, its speakers' labels known."""
    blocks = _without_repeats(_topped(read))
    labels = _labels(blocks)
    if labels:
        blocks = [_labelled(block, labels) for block in blocks]
    lines = {sort: next((block.text for block in blocks if block.sort is sort), "") for sort in Sort}
    is_spoken = any(block.label for block in blocks)
    author = read.author or re.split(r"[,|•]", _BY.sub("", lines[Sort.BYLINE], count=1))[0].strip()
    published = read.published or days.read(lines[Sort.DATELINE]) or days.read(lines[Sort.BYLINE])
    guessed = set(read.guessed)
    if published and published != read.published:
        guessed.add("published")
    if is_spoken and read.kind != "transcript":
        guessed.add("kind")
    return msgspec.structs.replace(
        read,
        blocks=tuple(blocks),
        title=read.title or lines[Sort.TITLE],
        author=author if len(author) < 80 else "",
        published=published,
        kind="transcript" if is_spoken and read.kind in ("", "article") else read.kind or "report",
        guessed=tuple(sorted(guessed)),
    )


def _topped(read: Imported) -> list[Block]:
    """The blocks with title, byline and dateline known, where they stand at the beginning and nothing said so."""
    blocks = list(read.blocks)
    known = {block.sort for block in blocks}
    seen = 0
    for number, block in enumerate(blocks):
        if block.sort not in (Sort.PARAGRAPH, Sort.HEADING) or seen >= _TOP:
            continue
        seen += 1
        if Sort.TITLE not in known and (
            _alike(block.text, read.title) or (seen == 1 and read.kind != "transcript" and _is_title(block))
        ):
            sort = Sort.TITLE
        elif Sort.BYLINE not in known and len(block.text) < 80 and _BY.match(block.text) and not _ends(block.text):
            sort = Sort.BYLINE
        elif (
            Sort.DATELINE not in known
            and len(block.text) < 60
            and days.read(block.text)
            and (not _ends(block.text) or _POINTED_DAY.fullmatch(block.text))
        ):
            sort = Sort.DATELINE
        elif len(block.text) > 200:
            break
        else:
            continue
        known.add(sort)
        blocks[number] = msgspec.structs.replace(block, sort=sort)
    return blocks


def _is_title(block: Block) -> bool:
    """Whether the first block of a document is its title: a heading, or a short line that is no sentence."""
    return block.sort is Sort.HEADING or (
        len(block.text) < 100 and not _ends(block.text) and not LABEL.match(block.text)
    )


def _ends(text: str) -> bool:
    return bool(re.search(r"[.!?:;,…][\"'”’»)]*$", text))


def _alike(one: str, other: str) -> bool:
    return bool(other) and _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _without_repeats(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without those that only repeat words of another one, as a quotation drawn out does, or the title."""
    whole = {number: f" {_words(block.text)} " for number, block in enumerate(blocks) if block.sort is Sort.PARAGRAPH}
    pool = "\n".join(whole.values())
    found = []
    title = next((_letters(block.text) for block in blocks if block.sort is Sort.TITLE), "")
    for number, block in enumerate(blocks):
        own = whole.get(number, "")
        is_short = 4 <= len(own.split()) <= 45
        repeats_title = block.sort is Sort.HEADING and title and _letters(block.text) == title
        if repeats_title or (is_short and block.is_drawn_out and pool.count(own.strip()) > 1):
            block = Block(Sort.PULLED, block.text)
        found.append(block)
    return found


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _labels(blocks: Sequence[Block]) -> set[str]:
    """The labels of the speakers in a text that is a transcript; none in others."""
    paragraphs = [block for block in blocks if block.sort is Sort.PARAGRAPH]
    counts = Counter(
        match[1]
        for block in paragraphs
        if not block.label
        and (match := LABEL.match(block.text))
        and len(match[1].split()) <= 6
        and match.end() < len(block.text)
    )
    often = {label for label, count in counts.items() if count > 1}
    labelled = sum(count for label, count in counts.items() if label in often)
    return set(counts) if len(often) > 1 and labelled >= max(_LEAST, _SHARE * len(paragraphs)) else set()


def _labelled(block: Block, labels: set[str]) -> Block:
    match = LABEL.match(block.text) if block.sort is Sort.PARAGRAPH and not block.label else None
    if match and match[1] in labels and match.end() < len(block.text):
        return msgspec.structs.replace(block, label=match[1], text=block.text[match.end() :].strip())
    return block
