"""The inline content of one block: runs of text, the citation marks in it, and how edits become HTML."""

from __future__ import annotations

import html
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from msgspec import Struct

from briefing.model.citations import Citation


class Segment(Struct):
    """A run of text at a place of `out`: whether it is code, and the open inline elements, links below zero."""

    index: int
    text: str
    code: bool
    inline: tuple[int, ...]


class CitationMark(NamedTuple):
    """A citation mark in the text of a block, by the offsets of its beginning and end, and what it cites."""

    start: int
    end: int
    citations: tuple[Citation, ...]


class Block:
    """The inline content of one block.

    `text` is all of it, `masked` has NULs for the letters of code, `shown` for those of citation marks, and `bare` for
    both. `plain` is the text without citation marks. An edit is a stretch of the text (start, end) and its HTML.
    """

    def __init__(self, segments: list[Segment]) -> None:
        self.segments = segments
        self.text = self.masked = "".join([segment.text for segment in segments])
        self.has_code = True in [segment.code for segment in segments]
        if self.has_code:
            self.masked = "".join(["\x00" * len(s.text) if s.code else s.text for s in segments])
        self.bare, self.shown, self.plain = self.masked, self.text, self.text
        self.marks: list[CitationMark] = []
        self.edits: list[tuple[int, int, str]] = []

    @cached_property
    def starts(self) -> list[int]:
        """The offsets at which the segments begin, and that at which the last one ends."""
        return [0, *accumulate([len(segment.text) for segment in self.segments])]

    def segment_at(self, offset: int) -> Segment:
        return self.segments[bisect_right(self.starts, offset) - 1]

    def write(self, out: list[str]) -> None:
        """Write the segments back into `out` with the edits made; every other letter is escaped anew."""
        edits = sorted(self.edits, reverse=True)
        first, last, stop = (edits[-1][0], edits[0][1], 0) if edits else (len(self.text), 0, 0)
        for segment in self.segments:
            start, stop = stop, stop + len(segment.text)
            if (stop <= first or last <= start) and "&" not in out[segment.index]:
                continue
            pieces: list[str] = []
            at = start
            while edits and edits[-1][0] < stop:
                begin, end, markup = edits[-1]
                if begin >= start:
                    pieces += (_escaped(self.text[at:begin]), markup)
                at = end
                if end > stop:
                    break  # it goes on in the next segment
                edits.pop()
            out[segment.index] = "".join([*pieces, _escaped(self.text[at:stop])])


def _escaped(text: str) -> str:
    """A text as HTML; its quotation marks stay, unless it would look like an attribute."""
    return html.escape(text, quote="=" in text)
