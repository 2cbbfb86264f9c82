"""Sentences of the theme on a page that is read from the right: what goes on over a text and elements in it, such as
`From <a>2 sources</a>.`, is gathered in one element, else its parts would stand in the order of the page. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

from briefing.model import scripts

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
#: Elements whose text no other element can stand in.
CLOSED = frozenset("title script style svg textarea option".split())
_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-z0-9]+)")
#: Elements that may stand in a sentence.
_WITHIN = frozenset("a abbr b bdi cite code em i mark small span strong sub sup time".split())
#: Where the words of a sentence begin: with a letter, a figure or what opens a bracket or quotation.
_BEGIN = re.compile(r"[\w¶†(\[“‘«„€$£+&]")


class _Part(Struct):
    """An element, or a text where `name` is empty: `start` and `end` are its first piece and the one after its last."""

    name: str
    start: int
    end: int
    parts: list[_Part] = field(default_factory=list)


def gathered(page: str, script: str, opening: str) -> str:
    """A page in a script that is read from the right, with what goes on in Latin over several elements in an element of
    its own, which the tag `opening` opens.
    """
    pieces = _split(page, script)
    before, after = [""] * (len(pieces) + 1), [""] * (len(pieces) + 1)
    for run in _runs(_tree(pieces), pieces, script):
        first, last = run[0], run[-1]
        before[first.start], after[last.end - 1] = opening, "</span>"
        if not first.name:
            text = pieces[first.start]
            begin = _BEGIN.search(text)
            at = begin.start() if begin else 0
            pieces[first.start], before[first.start] = f"{text[:at]}{opening}{text[at:]}", ""
    return "".join(f"{start}{piece}{end}" for start, piece, end in zip(before, pieces, after, strict=False))


def _split(page: str, script: str) -> list[str]:
    """A page as tags and texts, where a text that is in both scripts is several, so that each is in one."""
    pieces: list[str] = []
    for piece in _TAG.split(page):
        if piece.startswith("<") or not scripts.has(piece, script):
            pieces.append(piece)
            continue
        at = 0
        for run in scripts.runs(piece, script):
            pieces += [piece[at : run.start], piece[run.start : run.end]]
            at = run.end
        pieces.append(piece[at:])
    return [piece for piece in pieces if piece]


def _tree(pieces: list[str]) -> _Part:
    """The elements of a page, one in the other."""
    root = _Part("html", 0, len(pieces))
    around = [root]
    for number, piece in enumerate(pieces):
        name = _NAME.match(piece)
        if not piece.startswith("<") or not name:
            around[-1].parts.append(_Part("" if not piece.startswith("<") else "!", number, number + 1))
        elif piece[1] != "/":
            part = _Part(name[1], number, number + 1)
            around[-1].parts.append(part)
            if name[1] not in VOID and not piece.endswith("/>"):
                around.append(part)
        elif any(part.name == name[1] for part in around[1:]):
            while around[-1].name != name[1]:
                around.pop()
            around.pop().end = number + 1
    return root


def _runs(around: _Part, pieces: list[str], script: str) -> Iterator[list[_Part]]:
    """What is to be gathered in an element, and in those within it."""
    run: list[_Part] = []
    for part in [*around.parts, None]:
        if part and _goes_on(part, pieces, script):
            run.append(part)
            continue
        trimmed = _trimmed(run, pieces)
        has_words = any(not part.name and scripts.has(pieces[part.start], "Latn") for part in trimmed)
        if has_words and any(part.name for part in trimmed):
            yield trimmed
            run = []
        for inner in [*run, *([part] if part and part.name not in CLOSED else [])]:
            yield from _runs(inner, pieces, script)
        run = []


def _goes_on(part: _Part, pieces: list[str], script: str) -> bool:
    """Whether a sentence in Latin may go on over this part: it is a text, or an element within one, without a letter of
    the page's own script and without a language of its own.
    """
    if not part.name:
        return not scripts.has(pieces[part.start], script)
    tag = pieces[part.start]
    return (
        part.name in _WITHIN
        and " lang=" not in tag
        and " dir=" not in tag
        and all(_goes_on(inner, pieces, script) for inner in part.parts)
    )


def _trimmed(run: list[_Part], pieces: list[str]) -> list[_Part]:
    """A run without what is no word at its start, and at its end without blanks and what closes a bracket before it."""
    start, end = 0, len(run)
    while start < end and not any(_BEGIN.search(text) for text in _texts(run[start], pieces)):
        start += 1
    while end > start and not any(text.strip(" \n)”»]") for text in _texts(run[end - 1], pieces)):
        end -= 1
    return run[start:end]


def _texts(part: _Part, pieces: list[str]) -> list[str]:
    return [piece for piece in pieces[part.start : part.end] if not piece.startswith("<")]
