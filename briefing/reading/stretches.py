"""The files of records in the stretches that readers read as one: values of the head, paragraphs, items and rows of the
prose; each as it is shown, with the way back to its spot in the file. Pure.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from briefing.model import citations, text
from briefing.model.prose import Mark
from briefing.reading import frontmatter
from briefing.reading.frontmatter import Node
from briefing.reading.headfaults import HeadError

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BLOCK = re.compile(r"\S.*?(?=\n[ \t]*\n|\Z)", re.DOTALL)
#: Where an item, a row or a heading begins within a block.
_PIECE = re.compile(r"^[ \t>]*(?:[-*+][ \t]|\d+[.)][ \t]|\||#)", re.MULTILINE)
#: What is not shown as it is typed: entities, escapes, the targets of links, emphasis, tags, line breaks.
_SIGN = re.compile(
    r"(?P<space>\s*\n[ \t]*(?:>[ \t]?)+|\s+)|(?P<entity>&(?:\w+|#\d+|#x[\da-fA-F]+);)|"
    r"\\(?=[!-/:-@\[-`{-~])|\]\([^()\s]*(?:\s+\"[^\"]*\")?\)|\[(?!@|…)|\*+|(?<!\w)_+|_+(?!\w)|</?[a-z][^<>]*>|\u00ad",
)


class Stretch(Struct, frozen=True, eq=False):
    """One value of the head, under its `key`, or one piece of prose, whose key is empty.

    `raw` is how it stands in the `file` from the offset `start` on, `text` how it is shown, `offsets` where in `raw`
    each letter of `text` stands, and one more where it ends. `is_name` is whether it is not a value but the key itself.
    """

    file: str
    start: int
    raw: str
    key: str = ""
    is_name: bool = False
    text: str = ""
    offsets: tuple[int, ...] = (0,)

    def spot(self, offset: int) -> Mark:
        """Where in the file a letter of `text` stands."""
        return self.raw_spot(self.offsets[min(offset, len(self.offsets) - 1)])

    def raw_spot(self, offset: int) -> Mark:
        """Where in the file a letter of `raw` stands."""
        return Mark(*text.position(self.file, self.start + offset))

    def shown_at(self, offset: int) -> int:
        """The first letter of `text` that stands at an offset of `raw`, or behind it."""
        return next((number for number, at in enumerate(self.offsets) if at >= offset), len(self.text))


def read(content: str) -> Iterator[Stretch]:
    """The stretches of a record's file, in order; of a head that cannot be read what can be."""
    try:
        head, body, line = frontmatter.split(content)
    except HeadError:
        head, body, line = "", content, 1
    node = frontmatter.salvage(head)[0] if head else Node(Mark(1), entries=[])
    starts = [0, *(match.end() for match in re.finditer("\n", content))]
    yield from sorted(_of_head(content, node, starts), key=lambda stretch: stretch.start)
    first = starts[line - 1] if line <= len(starts) else len(content)
    masked = _COMMENT.sub(lambda match: re.sub(r"\S", " ", match[0]), body)
    for block in _BLOCK.finditer(masked):
        pieces = sorted({0, *(match.start() for match in _PIECE.finditer(block[0])), len(block[0])})
        for begin, end in pairwise(pieces):
            yield _stretch(content, first + block.start() + begin, block[0][begin:end])


def _of_head(content: str, root: Node, starts: list[int]) -> Iterator[Stretch]:
    """The values of a head and the names of their keys; each goes on to where the next one begins."""

    def at(mark: Mark) -> int:
        return starts[mark.line - 1] + mark.column - 1

    found = list(leaves(root))
    ends = sorted({at(mark) for _, mark, _, _ in found} | {content.find("\n---", 3)})
    for key, mark, value, is_name in found:
        begin = at(mark)
        raw = content[begin : next((end for end in ends if end > begin), len(content))]
        if is_name or raw.startswith(value):
            raw = value
        elif "#" in raw and "#" not in value:  # comments
            raw = re.sub(r"(?:^|(?<=\s))#.*", lambda match: " " * len(match[0]), raw)
        yield _stretch(content, begin, raw.rstrip().removesuffix("\n-").rstrip(), key, is_name)


def leaves(node: Node, where: str = "") -> Iterator[tuple[str, Mark, str, bool]]:
    """Each key and each value below a node: the key with dots, the spot, the text, whether it is the key."""
    if node.text is not None:
        yield where, node.mark, node.text, False
    for name, mark, value in node.entries or ():
        key = f"{where}.{name}" if where else name
        yield key, mark, name, True
        yield from leaves(value, key)
    for number, item in enumerate(node.items or ()):
        yield from leaves(item, f"{where}.{number}")


def _stretch(content: str, start: int, raw: str, key: str = "", is_name: bool = False) -> Stretch:
    shown: list[str] = []
    offsets: list[int] = []
    since = 0
    for match in [*_SIGN.finditer(raw), None]:
        end = match.start() if match else len(raw)
        shown.append(raw[since:end])
        offsets += range(since, end)
        if match:
            sign = " " if match["space"] else html.unescape(match["entity"] or "")
            shown.append(sign)
            offsets += [end] * len(sign)
            since = match.end()
    return Stretch(content, start, raw, key, is_name, "".join(shown), (*offsets, len(raw)))


def locate(content: str, near: Mark, before: str, words: str) -> Mark | None:
    """Where in a record's file `words` stand, of which the value or the piece of prose at a spot, or on its line, says
    `before` and then them; None where they cannot be found.
    """
    found = [stretch for stretch in read(content) if not stretch.is_name and _is_at(stretch, near)]
    wanted = " ".join(words.split())
    for length in (40, 15, 0):
        context = " ".join(f"{before[-length:] if length else ''}{wanted}".split())
        for stretch in found:
            for shown in (stretch.text, citations.MARK.sub(lambda mark: "\x00" * len(mark[0]), stretch.text)):
                if (at := shown.find(context)) >= 0:
                    return stretch.spot(at + len(context) - len(wanted))
    return None


def _is_at(stretch: Stretch, near: Mark) -> bool:
    if stretch.key:
        return stretch.raw_spot(0) == near
    return stretch.raw_spot(0).line <= near.line <= stretch.raw_spot(len(stretch.raw)).line
