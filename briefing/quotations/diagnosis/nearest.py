"""What differs between a quotation and the words of its source that come nearest, and how to mend it. Pure."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import NamedTuple

from briefing.quotations.diagnosis.sense import MOST_INSERTED, denies
from briefing.quotations.matching import Fault, trim

#: So many words that differ are a slip; more are another text.
_FEW = 2
_COPY = "Copy the source's words, or mark what you leave out by […] and what you put in by [square brackets]."


class Edit(NamedTuple):
    """A difference: `recase`, `replace`, `delete` (left out) or `insert` (put in), the source's words and the
    quotation's, and the words of the quotation before and behind.
    """

    kind: str
    source: str
    quote: str
    before: str
    behind: str


class Near(NamedTuple):
    """A part of a quotation, and the run of words in a paragraph that comes nearest to it."""

    part: str
    number: int
    run: str

    def edits(self) -> list[Edit]:
        """What differs; words of the source before the first that both have, and behind the last, are no difference."""
        a, b, codes = self._compared()
        found = []
        for place, (kind, i, j, k, m) in enumerate(codes):
            if kind == "delete" and place in (0, len(codes) - 1):
                continue
            if kind != "equal":
                found.append(self._edit(kind, a[i:j], b, k, m))
                continue
            for number in range(j - i):
                if trim(a[i + number]) != trim(b[k + number]):
                    found.append(self._edit("recase", [a[i + number]], b, k + number, k + number + 1))
        return found

    def _compared(self) -> tuple[list[str], list[str], Sequence[tuple[str, int, int, int, int]]]:
        a, b = self.run.split(" "), self.part.split(" ")
        plain, wanted = [trim(word).casefold() for word in a], [trim(word).casefold() for word in b]
        return a, b, difflib.SequenceMatcher(None, plain, wanted, autojunk=False).get_opcodes()

    def _edit(self, kind: str, source: list[str], quote: list[str], k: int, m: int) -> Edit:
        before, behind = " ".join(quote[max(0, k - 2) : k]), " ".join(quote[m : m + 2])
        return Edit(kind, trim(" ".join(source)), trim(" ".join(quote[k:m])), before, behind)

    def shown(self) -> str:
        """The run without what only stands around it."""
        a, _, codes = self._compared()
        start = codes[0][2] if codes[0][0] == "delete" else 0
        end = codes[-1][1] if codes[-1][0] == "delete" and len(codes) > 1 else len(a)
        return trim(" ".join(a[start:end]))

    def is_close(self) -> bool:
        """Whether so few words differ that nothing else was meant."""
        edits = self.edits()
        if any(edit.kind == "replace" and (" " in edit.source or " " in edit.quote) for edit in edits):
            return False
        changed = sum(max(len(edit.source.split()), len(edit.quote.split())) for edit in edits if edit.kind != "recase")
        return changed <= _FEW and changed * 3 <= len(self.part.split(" "))

    def fault(self, cited: Sequence[int]) -> Fault:
        """What must hold, and how to write it."""
        edits = self.edits()
        elsewhere = f" And cite ¶{self.number}." if self.number not in cited else ""
        return Fault(
            "quote-altered",
            f"the quotation must be word for word as in ¶{self.number}: the source has “{self.shown()}”, "
            f"the quotation “{self.part}” ({'; '.join(map(_told, edits[:3])) or 'only punctuation differs'}).",
            f"{_remedy(edits)}{elsewhere}",
        )


def _told(edit: Edit) -> str:
    if edit.kind == "delete":
        return f"“{edit.source}” is left out"
    if edit.kind == "insert":
        return f"“{edit.quote}” is put in"
    return f"“{edit.source}” became “{edit.quote}”"


def _remedy(edits: list[Edit]) -> str:
    """How to mend a quotation with these differences; where they are of several kinds, in general."""
    kinds = {edit.kind for edit in edits}
    first = edits[0] if edits else None
    if first is None or len(kinds) > 1:
        recased = next((edit for edit in edits if edit.kind == "recase" and _bracketed(edit)), None)
        more = f" A changed first letter is shown so: “{_bracketed(recased)}”." if recased else ""
        return f"{_COPY}{more}"
    if first.kind == "recase":
        new = _bracketed(first)
        if len(edits) == 1 and new:
            shown = f"{new} {first.behind}".strip()
            return f'Write “{shown}”, with the changed letter in brackets (in a head, the whole value in "…").'
        return "Write capitals and small letters as the source does."
    if first.kind == "delete":
        back = f"Put “{first.source}” in again"
        if len(edits) > 1 or any(map(denies, first.source.split())):
            return f"{back}; words that turn the sense cannot be left out." if len(edits) == 1 else _COPY
        return f"{back}, or show that it is left out: “{first.before} […] {first.behind}”."
    if first.kind == "insert" and len(edits) == 1:
        words = first.quote.split()
        if len(words) > MOST_INSERTED or any(map(denies, words)):
            return f"Take “{first.quote}” out."
        shown = f"{first.before} [{first.quote}] {first.behind}".strip()
        return f"Take “{first.quote}” out, or show that it is yours: “{shown}”."
    return _COPY


def _bracketed(edit: Edit) -> str:
    """The quotation's word with its first letter in brackets, if no other is changed."""
    same = edit.source[1:] == edit.quote[1:] and len(edit.quote) > 1
    return f"[{edit.quote[0]}]{edit.quote[1:]}" if same else ""
