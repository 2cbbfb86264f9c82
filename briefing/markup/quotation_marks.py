"""Finds text between quotation marks in running prose.

Knows English, Albanian, Serbian, German, French, Nordic and East Asian marks, straight and curly, and tells them from
apostrophes, plural possessives, decades ('90s) and inch or foot marks. Takes time in proportion to the text.
"""

from __future__ import annotations

import re

from msgspec import Struct

#: An opening mark, and behind it the marks that may close it.
_PAIRS = """
“” „“”" ‟” ⹂”“ ❮❯ ⟪⟫ ｢｣ 🙶🙷 ”” «» »« ‹› ›‹ "" ＂＂ ❝❞ 〝〞〟 「」 『』 《》 〈〉 ″″ \u05f4\u05f4 ˮˮ ＇＇ ´´ ❛❜
"""
_DOUBLE = {pair[0]: pair[1:] for pair in _PAIRS.split()}
_SINGLE = {"‘": "’'‘", "'": "'’‘", "‚": "‘’'‚", "‛": "’'", "’": "’'‘", "ʼ": "ʼ’'", "ʽ": "ʼ’ʽ", "ʻ": "ʼ’"}
#: These are mostly apostrophes or letters.
_APOSTROPHES = frozenset("’ʼʽʻ")
_CLOSERS = {**_DOUBLE, **_SINGLE}
#: Signs that look like quotation marks before a word: primes, modifier letters, brackets.
POSING = frozenset("′‵‴‶‷ʹʺ˝ꞌꞋߴߵ՚՛՜՝׳ᑊᐟᛌ❟❠🙸≪⋘⟨❬❰﹁﹃︽︿〃〟⸂⸄⸉⸌⸜⸠⸢⸤˂ᐸ﹤＜｀˴˵˶ˊˋ΄᾽᾿῾")
_ANY = re.compile("[" + "".join(dict.fromkeys("".join([*_CLOSERS, *_CLOSERS.values(), *sorted(POSING)]))) + "]")
_DOUBLED = re.compile(
    r"``|(?<!['’\d])'{2,3}(?!')|’’|‘‘|´´|<<[^<>\n]+>>|>>[^<>\n]+<<|(?<=\s),[^\W\d][^,\n]{0,300}?[‘'’](?!\w)|(?<!,),,\w[^\n]{0,300}?[“”\"'’]"
)
_DOUBLES = (" ,", "''", ",,", "’’", "‘‘", "´´")
_NO_BREAK = re.compile(r"[^\n]")
#: These open anywhere; others only where a word begins.
_ALWAYS_OPEN = frozenset("“„‟⹂«‹❮⟪｢🙶❝〝「『《〈")
#: These also stand inside words, as apostrophes or in abbreviations; between two letters, others may, too.
_IN_WORDS = frozenset("´״＇ˮ")
#: These open or close, depending on what stands around them.
_EITHER_WAY = frozenset("“«»‹›‘")
#: No quotation begins with these: behind a blank, as French sets it, `»` closes before them.
_BEHIND_CLOSING = frozenset("\x00.,;:!?)]}")
#: Letters of scripts that set marks close to words: Thai to Khmer, Chinese, Japanese, Korean.
_NO_BLANKS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc]|[\U00020000-\U0003ffff]"
)
#: What follows an apostrophe that stands for left-out letters.
_ELIDED = re.compile(
    r"\d|(?:'?n|tis|twas|twere|twill|twould|em|til|till|cause|cos|cuz|bout|round|neath|gainst|midst|hood|fraid|nother|"
    r"nuff|kay|cept|sup|s|t|k|e|un|ave|appen|phone|bus|plane|flu)(?![^\W_])",
    re.IGNORECASE,
)
#: The word `and` between two apostrophes.
_AND = re.compile(r"(?<!\w)['’]n['’](?!\w)", re.IGNORECASE)
#: What stands before words that somebody says.
_SAYING = re.compile(
    r"(?::|\b(?:sa(?:ys?|id)|told|tells?|called|asked|adds?|added|writes?|wrote|replied|answered))[,:]?\s*$"
)
#: What a double mark within a Hebrew word parts: the article or prepositions, behind which it opens; letters of an
#: abbreviation, else. Points may stand upon each.
_HEBREW_BEFORE, _HEBREW_BEHIND = re.compile("[\u0591-\u05ea]+$"), re.compile("[\u05d0-\u05ea][\u0591-\u05ea]*")
_POINTS, _PREFIX = re.compile("[\u0591-\u05c7]"), re.compile("[הובכלמש]{1,3}")
#: How many open marks back a closing mark looks for its partner.
_DEPTH = 6


class Span(Struct, frozen=True):
    """A quotation in a text: offsets of its opening mark and just behind its closing mark, each mark one character."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """What it is, with its marks."""
        return text[self.start : self.end]

    def inner(self, text: str) -> str:
        """What stands between the marks."""
        return text[self.start + 1 : self.end - 1]


def find(text: str) -> tuple[list[Span], list[int]]:
    """Find the outermost quotations of one paragraph.

    Returns their spans in order; and the offsets of marks without a partner, of marks alone between spaces and of signs
    that pose as marks. Single marks and marks behind figures are among these only where they can be nothing else.
    """
    return _Matcher(text, [match.start() for match in _ANY.finditer(text)]).match() if has_any(text) else ([], [])


def has_any(text: str) -> bool:
    """Whether any mark stands in a text."""
    return '"' in text or "'" in text or (not text.isascii() and _ANY.search(text) is not None)


def opens(text: str, offset: int) -> bool:
    """Whether the double mark at an offset, which has no partner, is an opening one."""
    behind = text[offset + 1 : offset + 2]
    return text[offset] in _ALWAYS_OPEN or (text[offset] in _DOUBLE and bool(behind.strip()))


def wraps(text: str) -> bool:
    """Whether one pair of marks stands around the whole text."""
    return text[:1] in _CLOSERS and find(text)[0] == [Span(0, len(text))]


def mask(text: str) -> str:
    """The text in our own words: every quotation replaced by as many spaces, line breaks kept."""
    for span in find(text)[0]:
        blank = _NO_BREAK.sub(" ", text[span.start : span.end])
        text = text[: span.start] + blank + text[span.end :]
    return text


def doubled(text: str) -> int | None:
    """The offset of two single signs that pose as a quotation mark, or None."""
    may_be = "<<" in text or "``" in text or (has_any(text) and any(pair in text for pair in _DOUBLES))
    match = _DOUBLED.search(text) if may_be else None
    return match.start() if match else None


class _Open(Struct):
    """An opening mark that still lacks its partner.

    `is_weak`: it may be an apostrophe; `is_elided`: it most likely is one; `maybe`: where the quotation ends if the
    single mark there is no plural possessive, else 0.
    """

    mark: str
    start: int
    is_weak: bool = False
    is_elided: bool = False
    maybe: int = 0


class _Matcher:
    """One pass over the marks of a text with a stack of open ones."""

    def __init__(self, text: str, offsets: list[int]) -> None:
        self.text, self.offsets = text, offsets
        self.stack: list[_Open] = []
        self.spans: list[Span] = []
        self.unclosed: list[int] = []

    def match(self) -> tuple[list[Span], list[int]]:
        for number, offset in enumerate(self.offsets):
            mark, before, after = self.text[offset], self.before(offset), self.after(offset)
            if mark in "'‘\"" and before.isspace() and after.isspace() and not self.stack:
                self.unclosed.append(offset)  # it opens nothing, yet readers see a mark
            elif mark in POSING:
                if not before.isalnum() and after.isalnum():
                    self.unclosed.append(offset)
            elif mark in _SINGLE:
                self.single(mark, offset)
            elif mark in '"״”“' and "\u0591" <= before <= "\u05ea" and self.is_gershayim(offset):
                continue
            elif not self.closes(mark, number):
                if self.may_open(mark, offset):
                    self.stack.append(_Open(mark, offset))
                elif not (_is_figure(before) or mark in _IN_WORDS or (before.isalnum() and after.isalnum())):
                    self.unclosed.append(offset)
        self.drop(0)
        outermost: list[Span] = []
        for span in sorted(self.spans, key=lambda span: (span.start, -span.end)):
            if not outermost or span.start >= outermost[-1].end:
                outermost.append(span)
        return outermost, sorted(self.unclosed)

    def before(self, offset: int) -> str:
        return self.text[offset - 1] if offset else " "

    def after(self, offset: int) -> str:
        return self.text[offset + 1] if offset + 1 < len(self.text) else " "

    def looks_opening(self, offset: int) -> bool:
        before, after = self.before(offset), self.after(offset)
        return (before.isspace() or before in "([{—–-/") and not (after.isspace() or after in _BEHIND_CLOSING)

    def may_open(self, mark: str, offset: int) -> bool:
        before, after = self.before(offset), self.after(offset)
        if mark in _ALWAYS_OPEN:
            return True
        if mark in "”»›":
            return not before.isalnum() and before not in ".,;:!?…" and not after.isspace()
        if mark not in _DOUBLE or (mark in _IN_WORDS and _joins(before)):
            return False
        if _is_figure(before):
            return mark == '"' and self.text[offset + 1 : offset + 3].isalpha() and len(self.text) > offset + 2
        return mark == "＂" or (not after.isspace() and (not before.isalpha() or after.isalnum()))

    def closes(self, mark: str, number: int) -> bool:
        """Close the nearest open mark that this one is a partner of, if it is meant to close."""
        offset = self.offsets[number]
        if mark in _EITHER_WAY and self.looks_opening(offset):
            return False
        if mark == '"' and self.is_inch(number):
            return True
        for depth in reversed(range(len(self.stack))[-_DEPTH:]):
            opened = self.stack[depth]
            if mark in _CLOSERS[opened.mark]:
                self.drop(depth + 1)
                self.stack.pop()
                self.spans.append(Span(opened.start, offset + 1))
                return True
        return False

    def is_inch(self, number: int) -> bool:
        """Whether a straight mark behind a figure is an inch, since the next straight mark closes the quotation."""
        offset = self.offsets[number]
        if not _is_figure(self.before(offset)) or not any(opened.mark == '"' for opened in self.stack[-_DEPTH:]):
            return False
        later = next((o for o in self.offsets[number + 1 : number + 40] if self.text[o] == '"'), None)
        return later is not None and not self.looks_opening(later)

    def is_gershayim(self, offset: int) -> bool:
        """Whether a mark behind a Hebrew letter belongs to its word, which is an abbreviation."""
        before = _HEBREW_BEFORE.search(self.text[max(0, offset - 12) : offset])
        behind = _HEBREW_BEHIND.match(self.text, offset + 1)
        if not before or not behind:
            return False
        parted, rest = (_POINTS.sub("", match.group()) for match in (before, behind))
        return len(rest) == 1 or not _PREFIX.fullmatch(parted)

    def single(self, mark: str, offset: int) -> None:
        """An apostrophe, a possessive, or an opening or closing single mark."""
        before, after = self.before(offset), self.after(offset)
        if (_joins(before) and _joins(after)) or any(_AND.match(self.text, at) for at in (offset, offset - 2)):
            return
        before, after = ("." if letter.isalnum() and not _joins(letter) else letter for letter in (before, after))
        opened = self.stack[-1] if self.stack and self.stack[-1].mark in _SINGLE else None
        closing = opened is not None and mark in _SINGLE[opened.mark] and not before.isspace() and not after.isalnum()
        is_elided = mark not in "‚‛" and bool(_ELIDED.match(self.text, offset + 1))
        is_weak = is_elided or (mark in _APOSTROPHES and not self.is_said(offset))
        if opened is not None and closing and not (mark == "‘" and self.looks_opening(offset)):
            is_plural = before in "sSxXzZ" and after == " " and self.text[offset + 2 : offset + 3].islower()
            if not (opened.is_weak and (is_plural or (opened.is_elided and before in "sSxXzZ"))):
                opened.maybe = offset + 1
                if not is_plural:
                    self.drop(len(self.stack) - 1)
        elif not before.isalnum() and not after.isspace() and not (opened and is_weak):
            if opened is not None:
                self.drop(len(self.stack) - 1)
            self.stack.append(_Open(mark, offset, is_weak, is_elided))
        elif mark in "‚‛":
            self.unclosed.append(offset)

    def must_quote(self, opened: _Open) -> bool:
        """Whether a single mark that nothing closes must open a quotation: no apostrophe, nor before a name: `‘Ali`."""
        at = opened.start
        return not opened.is_weak and (opened.mark in "‚‛" or self.after(at).islower() or self.is_said(at))

    def is_said(self, offset: int) -> bool:
        """Whether what stands before a mark says that somebody's words follow."""
        return bool(_SAYING.search(self.text[max(0, offset - 20) : offset]))

    def drop(self, depth: int) -> None:
        """Take the open marks from `depth` on off the stack; those that can be nothing else count as unclosed."""
        for opened in self.stack[depth:]:
            if opened.maybe:
                self.spans.append(Span(opened.start, opened.maybe))
            elif opened.mark not in _SINGLE or self.must_quote(opened):
                self.unclosed.append(opened.start)
        del self.stack[depth:]


def _is_figure(letter: str) -> bool:
    return letter.isdigit() or (letter.isnumeric() and not letter.isalpha())


def _joins(letter: str) -> bool:
    """Whether an apostrophe may stand beside a letter: in scripts that put no blanks between words, none does."""
    return letter.isalnum() and not _NO_BLANKS.match(letter)
