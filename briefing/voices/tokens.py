"""Cuts prose into tokens: words in the form in which they are compared, marks, and quotations as single tokens."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from briefing.model.text import unaccented

#: Stands for another quotation of the sentence.
OTHER = "\ufffc"
#: Stands for the quotation that is looked at.
THIS = "\x00"
_TOKEN = re.compile(rf"{OTHER}|{THIS}|[^\W_]+(?:['’ʼ][^\W_]+)*(?:(?<=[sSxXzZ])['’ʼ](?!\w))?|\.\.\.|[^\w\s]", re.UNICODE)
_CITATION = re.compile(r"\[@[^\]]*\]")
_LINK = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\))?")
_EMPHASIS = re.compile(r"[*_`#>]{1,3}")
_APOSTROPHE = re.compile("['’ʼ]")
#: Letters that are no base letter with an accent, and Serbian Cyrillic as Serbs transliterate it.
_LETTERS = str.maketrans(
    {
        **dict(zip("đøłıħŧ", "dolıht", strict=True)),
        **dict(zip("абвгдђежзијклмнопрстћуфхцчшы", "abvgddezzijklmnoprstcufhccsy", strict=True)),
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "љ": "lj",
        "њ": "nj",
        "џ": "dz",
    }
)
_ENDS = frozenset(".!?…")
_DASHES = frozenset("-–—―")
_BRACKETS = frozenset("()[]")


class Spelling(Struct, frozen=True, gc=False):
    """How a language writes: whether an apostrophe parts words, abbreviations that end in a stop, parts of words that a
    hyphen joins into one, words before a year that has a stop.
    """

    elides: bool = False
    abbreviations: frozenset[str] = frozenset()
    compounds: tuple[str, ...] = ()
    dated: frozenset[str] = frozenset()


class Token(Struct, frozen=True, gc=False):
    """A word, a mark or a quotation: `text` as written, `low` as compared (no accents, no case, no possessive ending).

    `has_owner` is whether the word had a possessive ending: `Talomar's`, `Fishers'`.
    """

    text: str
    low: str
    is_word: bool = False
    is_capital: bool = False
    has_owner: bool = False


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word without accents and case, Serbian Cyrillic in Latin letters."""
    return word.lower() if word.isascii() else unaccented(word.casefold().translate(_LETTERS)).translate(_LETTERS)


@lru_cache(maxsize=65536)
def _word(text: str, elides: bool) -> tuple[Token, ...]:
    """The tokens of a word: without its possessive ending, an elided article or pronoun as a word of its own."""
    if text.isalnum():
        return (Token(text, fold(text), True, text[0].isupper()),)
    parts = _APOSTROPHE.split(text)
    if elides and len(parts) > 1 and parts[1]:
        return tuple(Token(part, fold(part), True, part[0].isupper()) for part in parts if part)
    has_owner = len(parts) > 1 and parts[-1] in ("s", "S", "")
    kept = parts[:-1] if has_owner else parts
    low = fold("".join(kept)) if has_owner or parts[-1] != "t" else fold("'".join(kept))
    return (Token("’".join(kept), low, True, text[0].isupper(), has_owner),)


def plain(text: str) -> str:
    """Prose without citation marks, links and emphasis."""
    if "[" in text:
        text = _LINK.sub(r"\1", _CITATION.sub(" ", text))
    return _EMPHASIS.sub("", text) if "*" in text or "_" in text or "`" in text or "#" in text else text


def tokens(text: str, spelling: Spelling) -> list[Token]:
    """The tokens of a text. A stop behind an abbreviation or an initial is none.

    Dashes and brackets of all kinds are one, a mark that ends a sentence is `.`, hyphens within words are none.
    """
    found: list[Token] = []
    end = -1
    text = plain(text)
    for part in spelling.compounds:
        text = text.replace(part, part[1:])
    for match in _TOKEN.finditer(text):
        part = match.group()
        first = part[0]
        if first.isalnum():
            found.extend(_word(part, spelling.elides))
        elif part in (OTHER, THIS):
            found.append(Token(part, part))
        elif first in _ENDS:
            before = found[-1] if found and match.start() == end else None
            is_short = (
                before is not None
                and before.is_word
                and ((len(before.low) == 1 and before.low.isalpha()) or before.low in spelling.abbreviations)
            )
            goes_on = first == "." and text[match.end() : match.end() + 2].strip()[:1].islower()
            goes_on |= len(found) > 1 and found[-1].low.isdigit() and found[-2].low in spelling.dated
            if not (goes_on or (first == "." and is_short)):
                found.append(Token(part, "."))
        elif first in _DASHES:
            glued = match.start() == end and not match.string[match.end() : match.end() + 1].isspace()
            if not (first in "-‐‑" and glued):
                found.append(Token(part, "–"))
        elif not (spelling.elides and part in "'’ʼ" and match.start() == end):  # `d'« … »`
            found.append(Token(part, {"[": "(", "]": ")"}.get(part, part)))
        end = match.end()
    return found


def sentence(all_tokens: list[Token]) -> tuple[list[Token], list[Token], list[Token]]:
    """What stands before the sentence of the quotation looked at, the sentence, and what follows it."""
    here = next((i for i, token in enumerate(all_tokens) if token.low == THIS), len(all_tokens) - 1)
    start, stop = 0, len(all_tokens)
    for i in range(here - 1, -1, -1):
        if all_tokens[i].low == "." and _begins(all_tokens[i + 1]):
            start = i + 1
            break
    for i in range(here + 1, len(all_tokens)):
        if all_tokens[i].low == "." and (i + 1 == len(all_tokens) or _begins(all_tokens[i + 1])):
            stop = i
            break
    return all_tokens[:start], all_tokens[start:stop], all_tokens[stop:]


def _begins(token: Token) -> bool:
    """Whether a sentence may begin with a token."""
    return token.is_capital or not token.is_word


def sentences(all_tokens: list[Token]) -> list[list[Token]]:
    """The sentences of a text, the last one last."""
    found: list[list[Token]] = [[]]
    for i, token in enumerate(all_tokens):
        if token.low == "." and (i + 1 == len(all_tokens) or _begins(all_tokens[i + 1])):
            found.append([])
        else:
            found[-1].append(token)
    return [part for part in found if part]
