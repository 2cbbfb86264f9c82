"""Which words of a source come nearest to a quotation, what differs, and how to mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.model import lines
from briefing.quotations import letters
from briefing.quotations.bounds import locate, trim
from briefing.quotations.diagnosis.sense import MOST_INSERTED, MOST_SWALLOWED, denies
from briefing.quotations.matching import Fault, SourceText

#: At most this many differing words are a slip; more are another text.
_FEW = 2
#: How many uncited paragraphs are compared closely, and how alike (0 to 1) words there must be.
_LIKELY, _LIKE = 4, 0.7
_COPY = "Copy the source's words, or mark what you leave out by […] and what you put in by [square brackets]."


class Edit(NamedTuple):
    """A difference: its kind (`recase`, `replace`, `delete` for words left out, `insert` for those put in), what the
    source and the quotation have, and the two words of the quotation before and behind.
    """

    kind: str
    source: str
    quote: str
    before: str
    behind: str


class Near(NamedTuple):
    """A part of a quotation, and the run of words in the paragraph ¶`number` that comes nearest to it: as `shown`, from
    the first to the last word that both have, and the `edits` that make the part of it.
    """

    part: str
    number: int
    shown: str
    edits: list[Edit]

    @classmethod
    def of(cls, part: str, number: int, run: str) -> Near:
        """Compare a part with a run of words."""
        a, b = run.split(" "), part.split(" ")
        codes = difflib.SequenceMatcher(None, _folded(a), _folded(b), autojunk=False).get_opcodes()
        if codes[0][0] == "delete":
            del codes[0]
        if codes[-1][0] == "delete":
            del codes[-1]
        edits = []
        for kind, i, j, k, m in codes:
            if kind == "equal":
                edits += [_edit("recase", [a[i + n]], b, k + n, k + n + 1) for n in range(j - i)]
            else:
                edits.append(_edit(kind, a[i:j], b, k, m))
        edits = [edit for edit in edits if edit.kind != "recase" or not _is_right(edit)]
        return cls(part, number, trim(" ".join(a[codes[0][1] : codes[-1][2]])), edits)

    def is_close(self) -> bool:
        """Whether so few words differ that nothing else was meant."""
        edits = [edit for edit in self.edits if edit.kind != "recase"]
        if any(edit.kind == "replace" and (" " in edit.source or " " in edit.quote) for edit in edits):
            return False
        changed = sum(max(len(edit.source.split()), len(edit.quote.split())) for edit in edits)
        return changed <= _FEW and changed * 3 <= len(self.part.split(" "))

    def fault(self, cited: Sequence[int]) -> Fault:
        """What must hold, and how to write it."""
        elsewhere = f" And cite {lines.typed(self.number)}." if self.number not in cited else ""
        message = (
            f"the quotation must be word for word as in {lines.typed(self.number)}: the source has “{self.shown}”, the "
        )
        message += (
            f"quotation “{self.part}” ({'; '.join(map(_described, self.edits[:3])) or 'only punctuation differs'})."
        )
        return Fault("quote-altered", letters.closed(message), f"{letters.closed(_remedy(self.edits))}{elsewhere}")


def _is_right(edit: Edit) -> bool:
    """Whether a word of a quotation is that of the source, but for marks that it may leave out."""
    return edit.source == edit.quote or bool(edit.quote and edit.source and locate(edit.quote, edit.source))


def _folded(words: Iterable[str]) -> list[str]:
    """Words without case, the punctuation at their ends, and the marks that may be left out."""
    return [trim(letters.without_optional(word)).casefold() for word in words]


def _edit(kind: str, source: list[str], quote: list[str], k: int, m: int) -> Edit:
    """The difference between words of a source and those from `k` to `m` of a quotation."""
    before, behind = " ".join(quote[max(0, k - 2) : k]), " ".join(quote[m : m + 2])
    return Edit(kind, trim(" ".join(source)), trim(" ".join(quote[k:m])), before, behind)


def _described(edit: Edit) -> str:
    if edit.kind == "delete":
        return f"“{edit.source}” is left out"
    if edit.kind == "insert":
        return f"“{edit.quote}” is put in"
    return f"“{edit.source}” became “{edit.quote}”"


def _remedy(edits: list[Edit]) -> str:
    """How to mend a quotation with these differences; in general terms where they are of several kinds."""
    kinds = {edit.kind for edit in edits}
    first = edits[0] if edits else None
    if first is None or len(kinds) > 1:
        recased = next(filter(None, (_bracketed(edit) for edit in edits if edit.kind == "recase")), "")
        return f"{_COPY} A changed first letter is shown so: “{recased}”." if recased else _COPY
    if first.kind == "recase":
        if letters.has_optional(first.quote):
            return "Copy the vowel marks from the source, or leave them out."
        new = _bracketed(first)
        if len(edits) == 1 and new:
            shown = f"{new} {first.behind}".strip()
            return f'Write “{shown}”, with the changed letter in brackets (in a head, the whole value in "…").'
        return "Write capitals and small letters as the source does."
    if len(edits) > 1 or first.kind == "replace":
        return _COPY
    if first.kind == "delete":
        back = f"Put “{first.source}” in again"
        if any(map(denies, first.source.split())):
            return f"{back}; words that turn the sense cannot be left out."
        return f"{back}, or show that it is left out: “{first.before} […] {first.behind}”."
    words = first.quote.split()
    if len(words) > MOST_INSERTED or any(map(denies, words)):
        return f"Take “{first.quote}” out."
    shown = f"{first.before} [{first.quote}] {first.behind}".strip()
    return f"Take “{first.quote}” out, or show that it is yours: “{shown}”."


def _bracketed(edit: Edit) -> str:
    """The quotation's word with its first letter in brackets, if no other letter is changed; else empty."""
    same = edit.source[1:] == edit.quote[1:] and len(edit.quote) > 1
    return f"[{edit.quote[0]}]{edit.quote[1:]}" if same else ""


def nearest(part: str, cited: Sequence[int], own: SourceText) -> Near | None:
    """The words of a source that come nearest to a part of a quotation; None when none are half alike.

    A cited paragraph is preferred to others, which must be much more alike to be shown.
    """
    part = letters.spaced(part.replace("\x02", ""))
    words = part.split(" ")
    best: tuple[float, int, str] = (0.0, 0, "")
    if put_in := _put_in(words, cited, own):
        return put_in
    for number in _likely(words, cited, own):
        paragraph = letters.spaced(own.read(number))
        if (at := paragraph.casefold().find(part.casefold())) >= 0 and len(paragraph) == len(paragraph.casefold()):
            best = (1.0, number, paragraph[at : at + len(part)])
            break
        if len(words) == 1:
            continue  # a single word is like many others
        ratio, run = _closest(words, paragraph.split(" "))
        least = 0.0 if number in cited else _LIKE
        if ratio >= least and ratio > best[0] + (0.05 if number in cited or not best[1] else 0.15):
            best = (ratio, number, run)
    return Near.of(part, best[1], trim(best[2])) if best[0] >= 0.5 else None


def _put_in(words: list[str], cited: Sequence[int], own: SourceText) -> Near | None:
    """The run of a cited paragraph that a quotation has with a few words put in."""
    paragraphs = [(number, letters.spaced(own.read(number))) for number in cited]
    for length in range(1, min(MOST_SWALLOWED, len(words) - 2) + 1):
        for start in range(1, len(words) - length):
            rest = trim(" ".join([*words[:start], *words[start + length :]]))
            for number, paragraph in paragraphs:
                if rest and (found := locate(rest, paragraph)):
                    return Near.of(" ".join(words), number, paragraph[slice(*found)])
    return None


def _likely(words: list[str], cited: Sequence[int], own: SourceText) -> list[int]:
    """The cited paragraphs, and the few others that share most words with a quotation."""
    wanted = {*_folded(words)}
    numbers = dict.fromkeys([*own.numbers(), *(number for number in cited if number in own.lines)])
    shared = {number: len(wanted & {*_folded(letters.spaced(own.read(number)).split(" "))}) for number in numbers}
    others = sorted((number for number in shared if number not in cited), key=lambda number: -shared[number])
    return [number for number in dict.fromkeys(cited) if number in shared] + others[:_LIKELY]


def _closest(words: list[str], paragraph: list[str]) -> tuple[float, str]:
    """How alike the most similar run of a paragraph is (0 to 1), and that run.

    Runs around the two longest matches are compared by words and by letters. A run as long as the quotation is
    preferred, then a longer one to a shorter one, since words left out are explained better than words put in; and one
    that begins and ends as the quotation does.
    """
    plain, wanted = _folded(paragraph), _folded(words)
    matcher = difflib.SequenceMatcher(None, plain, wanted, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        near = difflib.get_close_matches(" ".join(wanted), plain, n=1, cutoff=0.6) if len(words) < 3 else []
        alike = difflib.SequenceMatcher(None, near[0], " ".join(wanted)).ratio() if near else 0.0
        return alike, near[0] if near else ""
    best = (0.0, 0.0, "")
    for block in sorted(blocks, key=lambda block: -block.size)[:2]:
        for begin in range(max(0, block.a - block.b - 1), max(0, block.a - block.b) + 2):
            for length in range(max(1, len(words) - 1), len(words) + 4):
                run = plain[begin : begin + length]
                same = difflib.SequenceMatcher(None, run, wanted, autojunk=False).ratio()
                odd = 0.04 * abs(length - len(words)) + 0.1 * max(0, len(words) - length)
                ends = 0.06 * ((run[:1] == wanted[:1]) + (run[-1:] == wanted[-1:]))
                if (same + 1) / 2 - odd + ends > best[0]:
                    spelt = difflib.SequenceMatcher(None, " ".join(run), " ".join(wanted), autojunk=False).ratio()
                    alike = (same + spelt) / 2 - odd
                    best = max(best, (alike + ends, alike, " ".join(paragraph[begin : begin + length])))
    return best[1:]
