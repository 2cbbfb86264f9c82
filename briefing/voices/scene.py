"""Reads the prose around a quotation: its sentence with who is mentioned in it, and the paragraph before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.voices import clauses, governing, marks, phrases
from briefing.voices.cast import Cast
from briefing.voices.languages import Language
from briefing.voices.mention import Mention
from briefing.voices.mentions import Finder
from briefing.voices.names import Names, Title, index, title
from briefing.voices.phrases import Sentence
from briefing.voices.tokens import THIS, Spelling, Token, fold, sentence, sentences, tokens

#: How many letters of a sentence on either side of a quotation are read, and of a paragraph.
_REACH, _FAR = 900, 3_000


class Scene(Struct, frozen=True, eq=False):
    """The tokens of the sentence, those of the sentences before it, what stands `above` the paragraph, and by what to
    read them.
    """

    tokens: Sequence[Token]
    earlier: str
    before: Sequence[Token]
    cast: Cast
    names: Names
    titles: tuple[Title, ...] = ()
    year: int | None = None
    above: str = ""

    def mentions(self, part: Sequence[Token]) -> list[Mention]:
        """Who is mentioned in some tokens."""
        return Finder(part, self.names, self.cast, self.titles, self.year).find()

    def paragraph(self) -> list[list[Token]]:
        """The sentences of the paragraph before, the nearest first."""
        language = self.names.language
        found = sentences([*_tokens(self.earlier, language), *self.before])
        return found[::-1]

    def section(self) -> list[list[Token]]:
        """The sentences above the paragraph, the nearest first."""
        return sentences(_tokens(self.above, self.names.language))[::-1]


def _tokens(text: str, language: Language | None) -> list[Token]:
    return tokens(text, language.spelling if language is not None else Spelling())


def set_up(
    before: str,
    behind: str,
    earlier: str,
    cast: Cast,
    office: tuple[str, int] | None = None,
    year: int | None = None,
    above: str = "",
) -> Scene:
    """Read the prose around a quotation; `office` is another role of the party of that number."""
    before, behind, earlier = (part.replace(THIS, " ") for part in (before[-_REACH:], behind[:_REACH], earlier[-_FAR:]))
    names = index(cast)
    language = names.language
    cut = _cut(earlier, language)
    text = f"{earlier[cut:]} {before}{THIS}{behind}" if cut < len(earlier) else f"{before}{THIS}{behind}"
    first, found, _ = sentence(_tokens(text, language))
    made = title(office[0], language) if office and office[0] else None
    titles = (Title(made[0], made[1], made[2], office[1], False),) if made and office else ()
    return Scene(found, earlier[:cut], first, cast, names, titles, year, above[-_FAR:].replace(THIS, " "))


def _cut(earlier: str, language: Language | None) -> int:
    """Where the last sentence of the paragraph begins, if it only seems to end: with `Mr.`, `J.`"""
    text = earlier.rstrip()
    last = text[text.rfind(" ") + 1 :]
    if not text.endswith(".") or language is None:
        return len(earlier)
    word = last.rstrip(".").lower()
    before = fold(text[: -len(last)].rstrip().rpartition(" ")[2])
    if word.isdigit() and before in language.spelling.dated:  # `Još 2021. Talomar …`
        return max(text[:-1].rfind(mark) for mark in (". ", "! ", "? ")) + 1
    if (len(word) == 1 and word.isalpha()) or word in language.spelling.abbreviations:
        return max(text[:-1].rfind(mark) for mark in (". ", "! ", "? ")) + 1
    return len(earlier)


def attribution(scene: Scene, language: Language) -> tuple[Sentence, governing.Governed | None]:
    """Who the sentence says is speaking: read without asides, and with them where that says nobody."""
    known = -1
    for part in _parts(scene.tokens, language):
        if len(part) == known:
            continue
        known = len(part)
        s = phrases.make(part, scene.mentions(part), language)
        found = governing.governing(s, marks.find(s))
        if found is not None and found.who:
            break
    return s, found


def _parts(tokens: Sequence[Token], language: Language) -> Iterator[Sequence[Token]]:
    """A sentence without its asides, with the phrase that opens it, and whole."""
    yield clauses.core(tokens, language)
    yield clauses.core(tokens, language, opens=False)
    yield tokens
