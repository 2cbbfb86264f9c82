"""Finds the translation that stands beside a quotation in running prose, and in a block quotation. Pure.

`"לא נעזוב" ("we shall not leave", our translation)`, or the other way round, `"we shall not leave" (our translation of
"לא נעזוב")`. Whose it is may be said in the languages below; a name may stand in place of `our`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.markup import quotation_marks
from briefing.markup.quotation_marks import Span
from briefing.model import scripts
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
_WHOSE = rf"(?:(?:in|as) )?(?:(?P<us>{_US})|(?P<source>{_SOURCE})|{_BY})"
_OPEN, _CLOSE, _BLANK, _COMMA = r"[(（]\s*", r"\s*[)）]", r"[\s\x00]*", r"\s*[,;:.،؛，；：–—-]?\s*"
_ORIGINALLY = r"(?:(?:in the )?original(?:ly)?|in (?-i:[A-Z])\w+|(?-i:[A-Z])\w+(?=\s*:)|im Original|auf \w+)"
#: What may stand between a quotation and the words for it that brackets follow: `"…", or "…" (our translation)`.
_BESIDE = re.compile(rf"{_BLANK}(?:[,;:–—-]|[,–—]?\s*(?:or|meaning|that is|in English)\b[,:]?)?{_BLANK}", re.IGNORECASE)
#: What opens brackets: with nothing in them yet, with whose translation follows, with whose of what follows.
_OPENS = re.compile(rf"{_BLANK}{_OPEN}")
#: What stands behind one of two quotations that are a pair, unless the brackets are open already.
_BRACKET = re.compile(rf"\s*,?{_BLANK}{_OPEN}")
_LEADS = rf"{_BLANK}{_OPEN}{_WHOSE}\s*[:,،：，]?\s*"
_OF = rf"{_BLANK}{_OPEN}{_WHOSE},?\s*(?:of|from|von|aus|de|du|di|del|do|od|от|من|של|ل|nga)\b[^\"“”„«»()]{{0,40}}?\s*"
_ORIGINAL = rf"{_BLANK}{_OPEN}{_ORIGINALLY}\s*[:,]?\s*"
_ENDS = re.compile(_CLOSE)
_TELLS = rf"{_COMMA}{_WHOSE}{_CLOSE}"
_TELLS_OF = rf"\s*,?\s*{_ORIGINALLY}{_COMMA}{_WHOSE}{_CLOSE}"
_ASIDE = rf"\s*,?{_BLANK}{_OPEN}{_WHOSE}{_CLOSE}"
#: A translation without marks of its own: `"…" (we shall not leave, our translation)`.
_PLAIN = rf"{_BLANK}{_OPEN}(?P<text>[^()（）\"“”„«»]{{2,400}}?)\s*[,;:.،؛，；：–—-]\s*{_WHOSE}{_CLOSE}"
#: How far behind its original a translation in brackets may stand, in letters, with no sentence ending between them.
_NEAR = 60
_STOP = re.compile(r"[.!?]\s|\x00")
#: The last words of a block quotation that give its translation.
_IN_BLOCK = (
    rf"(?:^|[\s\x00])(?P<all>{_OPEN}(?P<text>[^()（）]*?)\s*[,;:.،؛，；：–—-]\s*{_WHOSE}{_CLOSE}){_BLANK}\Z",
    rf"(?:^|[\s\x00])(?P<all>{_OPEN}{_WHOSE}\s*[:,،：，]?\s*(?P<text>[\"“„«][^()（）]*){_CLOSE}){_BLANK}\Z",
    rf"(?:^|\n)[ \t]*(?P<all>(?P<text>[\"“„«][^()（）\n]*[\"”“»])\s*{_OPEN}{_WHOSE}{_CLOSE}){_BLANK}\Z",
)


class Pair(NamedTuple):
    """A quotation with its translation: its number among the quotations of a text, the number of the translation, -1
    where that has no marks, and where its words stand; whose it is; and the stretches of the text that no sentence
    needs: those around the original, from the translation on or up to it.
    """

    original: int
    translation: int
    words: tuple[int, int]
    by: str
    beside: tuple[tuple[int, int], ...]


class Found(NamedTuple):
    """The pairs of a text, the numbers of the translations without an original, and of those that do not say whose they
    are.
    """

    pairs: tuple[Pair, ...] = ()
    alone: tuple[int, ...] = ()
    nobodys: tuple[int, ...] = ()


@functools.cache
def _pattern(text: str) -> re.Pattern[str]:
    """One of the patterns above that know all languages: most dossiers need none, and they take long to compile."""
    return re.compile(text, re.IGNORECASE)


def _whose(match: re.Match[str]) -> str:
    """Whose translation it is."""
    if match["us"]:
        return BY_US
    return BY_SOURCE if match["source"] else " ".join((match["name"] or match["owner"]).split())


def find(text: str, spans: Sequence[Span]) -> Found:
    """The translations in a text with these quotations; citations are NULs in it."""
    if not any(_BRACKET.match(text, span.end) or _opens_aside(text, span) for span in spans):
        return Found()
    pairs: list[Pair] = []
    alone: list[int] = []
    nobodys: list[int] = []
    taken: set[int] = set()
    for number, span in enumerate(spans):
        if number in taken:
            continue
        pair = _with_next(text, spans, number) if number + 1 < len(spans) else None
        if pair := pair or _in_plain_words(text, span, number):
            pairs.append(pair)
            taken |= {pair.original, pair.translation}
        elif _pattern(_ASIDE).match(text, span.end) or (
            _opens_aside(text, span) and _pattern(_TELLS).match(text, span.end)
        ):
            if (pair := _behind(text, spans, number)) and pair.original not in taken:
                pairs.append(pair)
                taken |= {pair.original, pair.translation}
            else:
                alone.append(number)
        elif number + 1 < len(spans) and _is_nobodys(text, span, spans[number + 1]):
            nobodys.append(number + 1)
            taken.add(number + 1)
    return Found(tuple(pairs), tuple(alone), tuple(nobodys))


def _is_nobodys(text: str, span: Span, after: Span) -> bool:
    """Whether a translation follows in brackets that does not say whose it is: words in letters of another script."""
    is_aside = _OPENS.fullmatch(text[span.end : after.start]) and _ENDS.match(text, after.end)
    return bool(is_aside) and scripts.of_text(span.inner(text)) != scripts.of_text(after.inner(text))


def _opens_aside(text: str, span: Span) -> bool:
    return text[: span.start].rstrip()[-1:] in ("(", "（")


def _with_next(text: str, spans: Sequence[Span], number: int) -> Pair | None:
    """The pair that a quotation is with the next one."""
    span, after = spans[number], spans[number + 1]
    between = text[span.end : after.start]

    def first(told: re.Match[str], end: int) -> Pair:
        return Pair(number, number + 1, _inner(after), _whose(told), ((span.end, end),))

    def second(told: re.Match[str], end: int) -> Pair:
        beside = (span.start, after.start), (after.end, end)
        return Pair(number + 1, number, _inner(span), _whose(told), beside)

    told = _pattern(_TELLS).match(text, after.end)
    if told and _OPENS.fullmatch(between):
        return first(told, told.end())
    if told and _pattern(_ORIGINAL).fullmatch(between):
        return second(told, told.end())
    if _OPENS.fullmatch(between) and (told := _pattern(_TELLS_OF).match(text, after.end)):
        return second(told, told.end())
    if _BESIDE.fullmatch(between) and (told := _pattern(_ASIDE).match(text, after.end)):
        return first(told, told.end())
    ends = _ENDS.match(text, after.end)
    if ends and (told := _pattern(_OF).fullmatch(between)):
        return second(told, ends.end())
    if ends and (told := _pattern(_LEADS).fullmatch(between)):
        return first(told, ends.end())
    return None


def _inner(span: Span) -> tuple[int, int]:
    return span.start + 1, span.end - 1


def _in_plain_words(text: str, span: Span, number: int) -> Pair | None:
    """The pair of a quotation with a translation in brackets behind it that has no marks."""
    told = _pattern(_PLAIN).match(text, span.end)
    return Pair(number, -1, told.span("text"), _whose(told), ((span.end, told.end()),)) if told else None


def _behind(text: str, spans: Sequence[Span], number: int) -> Pair | None:
    """The pair of a translation in brackets with the quotation before it, some words back in the same sentence."""
    told = _pattern(_TELLS).match(text, spans[number].end)
    if not number or not told:
        return None
    start = len(text[: spans[number].start].rstrip()) - 1
    between = text[spans[number - 1].end : start]
    if len(between) > _NEAR or _STOP.search(between):
        return None
    return Pair(number - 1, number, _inner(spans[number]), _whose(told), ((start, told.end()),))


class InBlock(NamedTuple):
    """The translation that ends a block quotation: where its brackets begin, where its words and their marks stand, and
    what it is.
    """

    start: int
    words: Span
    translation: Translation


def in_block(text: str) -> InBlock | None:
    """The translation that ends a block quotation, given without the line on its speaker; citations are NULs in it."""
    if "(" not in text and "（" not in text:
        return None
    match = next(filter(None, (_pattern(way).search(text) for way in _IN_BLOCK)), None)
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
