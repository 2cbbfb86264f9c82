"""Finds the translation that stands beside a quotation in running prose, and in a block quotation. Pure.

`"לא נעזוב" ("we shall not leave", our translation)`, or the other way round, `"we shall not leave" (our translation of
"לא נעזוב")`. Whose it is may be said in the languages below; a name may stand in place of `our`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.markup import quotation_marks
from briefing.markup.quotation_marks import Span
from briefing.model.statements import BY_SOURCE, BY_US, Translation

_US = (
    r"our (?:own )?translation|translat(?:ed|ion) by us|my translation|"
    r"unsere (?:eigene )?Übersetzung|eigene Übersetzung|von uns übersetzt|Übersetzung von uns|"
    r"notre traduction|traduit par nous|nuestra traducción|traducción (?:nuestra|propia)|"
    r"(?:la )?nostra traduzione|traduzione nostra|(?:a )?nossa tradução|tradução nossa|"
    r"naš prevod|naš prijevod|наш превод|наш перевод|наш переклад|përkthimi ynë|(?:bizim )?çevirimiz|"
    r"ترجمتنا|(?:ה?תרגום )שלנו|תרגומנו|我们的翻译|本刊译文"
)
_SOURCE = (
    r"(?:the )?source['’]s (?:own )?translation|translat(?:ed|ion) by the source|"
    r"Übersetzung der Quelle|von der Quelle übersetzt|traduction de la source|traducción de la fuente|"
    r"traduzione della fonte|tradução da fonte|prevod izvora|prijevod izvora|превод извора|перевод источника|"
    r"ترجمة المصدر|תרגום המקור"
)
_NAME = r"[^()（）\"“”„«»\x00\n]{1,100}?"
_BY = (
    r"(?:translation(?: by|\s*:)|translated by|transl?\.(?: by)?|Übersetzung(?: von|\s*:)|übersetzt von|Übers\.:?|"
    r"traduction(?: de| par|\s*:)|traduit par|traducción(?: de|\s*:)|traducido por|"
    r"traduzione(?: di|\s*:)|tradotto da|tradução(?: de|\s*:)|traduzido por|"
    r"prevod\s*:|prijevod\s*:|preve(?:o|la)|превод\s*:|преве(?:о|ла)|перевод\s*:|переклад\s*:|"
    r"përkthimi\s*:|çeviri\s*:|ترجمة\s*:|תרגום\s*:)"
    rf"\s*(?P<name>{_NAME})|(?:the )?(?P<owner>(?-i:[^\W\d_a-z]){_NAME})['’]s? translation"
)
_WHOSE = rf"(?:(?P<us>{_US})|(?P<source>{_SOURCE})|{_BY})"
_OPEN, _CLOSE, _BLANK = r"[(（]\s*", r"\s*[)）]", r"[\s\x00]*"
#: What may stand between a quotation and the words for it that brackets follow: `"…", or "…" (our translation)`.
_BESIDE = re.compile(
    rf"{_BLANK}(?:[,;:،؛，；：–—-]|[,–—]?\s*(?:or|meaning|that is|in English)\b[,:]?)?{_BLANK}", re.IGNORECASE
)
#: What opens brackets: with nothing in them yet, with whose translation follows, with whose of what follows.
_OPENS = re.compile(rf"{_BLANK}{_OPEN}")
_LEADS = re.compile(rf"{_BLANK}{_OPEN}{_WHOSE}\s*[:,،：，]?\s*", re.IGNORECASE)
_OF = re.compile(
    rf"{_BLANK}{_OPEN}{_WHOSE},?\s*(?:of|from|von|aus|de|du|di|del|do|od|от|от|من|של|ل|nga)\b[^\"“”„«»()]{{0,40}}?\s*",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(
    rf"{_BLANK}{_OPEN}(?:in the original|original(?:ly)?|in [A-Z]\w+|im Original|auf \w+)\s*[:,،：，]?\s*",
    re.IGNORECASE,
)
_ENDS = re.compile(_CLOSE)
_TELLS = re.compile(rf"\s*[,;:.،؛，；：–—-]?\s*{_WHOSE}{_CLOSE}", re.IGNORECASE)
_ASIDE = re.compile(rf"\s*,?{_BLANK}{_OPEN}{_WHOSE}{_CLOSE}", re.IGNORECASE)
#: The last lines of a block quotation that give its translation.
_IN_BLOCK = re.compile(
    rf"(?:^|\n)[\s\x00]*(?P<all>{_OPEN}(?P<text>[^()（）]*?)\s*[,;:.،؛，；：–—-]\s*{_WHOSE}{_CLOSE})[\s\x00]*\Z",
    re.IGNORECASE,
)
_LED_IN_BLOCK = re.compile(
    rf"(?:^|\n)[\s\x00]*(?P<all>{_OPEN}{_WHOSE}\s*[:,،：，]?\s*(?P<text>[\"“„«][^()（）]*){_CLOSE})[\s\x00]*\Z",
    re.IGNORECASE,
)


class Pair(NamedTuple):
    """A quotation with its translation, by their numbers among the quotations of a text, and the stretches of it that
    no sentence needs: those around the original, from the translation on or up to it.
    """

    original: int
    translation: int
    by: str
    beside: tuple[tuple[int, int], ...]


class Found(NamedTuple):
    """The pairs of a text, and the numbers of the translations without an original."""

    pairs: tuple[Pair, ...] = ()
    alone: tuple[int, ...] = ()


def _whose(match: re.Match[str]) -> str:
    """Whose translation it is."""
    if match["us"]:
        return BY_US
    return BY_SOURCE if match["source"] else " ".join((match["name"] or match["owner"]).split())


def find(text: str, spans: Sequence[Span]) -> Found:
    """The translations in a text with these quotations; citations are NULs in it."""
    pairs: list[Pair] = []
    alone: list[int] = []
    taken: set[int] = set()
    for number, span in enumerate(spans):
        if number in taken:
            continue
        after = spans[number + 1] if number + 1 < len(spans) else None
        pair = _with_next(text, number, span, after) if after else None
        if pair:
            pairs.append(pair)
            taken.add(number + 1)
        elif _ASIDE.match(text, span.end) or (_opens_aside(text, span) and _TELLS.match(text, span.end)):
            alone.append(number)
    return Found(tuple(pairs), tuple(alone))


def _opens_aside(text: str, span: Span) -> bool:
    return text[: span.start].rstrip()[-1:] in ("(", "（")


def _with_next(text: str, number: int, span: Span, after: Span) -> Pair | None:
    """The pair that a quotation is with the next one."""
    between = text[span.end : after.start]
    first, second = number, number + 1
    if _OPENS.fullmatch(between) and (told := _TELLS.match(text, after.end)):
        return Pair(first, second, _whose(told), ((span.end, told.end()),))
    if _BESIDE.fullmatch(between) and (told := _ASIDE.match(text, after.end)):
        return Pair(first, second, _whose(told), ((span.end, told.end()),))
    ends = _ENDS.match(text, after.end)
    if ends and (told := _OF.fullmatch(between)):
        return Pair(second, first, _whose(told), ((span.start, after.start), (after.end, ends.end())))
    if ends and (told := _LEADS.fullmatch(between)):
        return Pair(first, second, _whose(told), ((span.end, ends.end()),))
    if _ORIGINAL.fullmatch(between) and (told := _TELLS.match(text, after.end)):
        return Pair(second, first, _whose(told), ((span.start, after.start), (after.end, told.end())))
    return None


class InBlock(NamedTuple):
    """The translation that ends a block quotation: where its brackets begin, where its words and their marks stand, and
    what it is.
    """

    start: int
    words: Span
    translation: Translation


def in_block(text: str) -> InBlock | None:
    """The translation that ends a block quotation, given without the line on its speaker; citations are NULs in it."""
    match = _IN_BLOCK.search(text) or _LED_IN_BLOCK.search(text)
    if match is None:
        return None
    words = match["text"].rstrip()
    span = Span(match.start("text"), match.start("text") + len(words))
    inner = words[1:-1] if quotation_marks.wraps(words) else words
    translation = Translation(" ".join(inner.replace("\x00", "").split()), _whose(match))
    return InBlock(match.start("all"), span, translation)


def typed(translation: Translation) -> str:
    """How to say whose a translation is."""
    whose = {BY_US: "our translation", BY_SOURCE: "the source's translation"}
    return whose.get(translation.by, f"translation: {translation.by}")
