"""The figures in a text: numbers, amounts, percentages, lengths of time and days. Pure.

Digits are read in any language, with its commas, points and blanks; number words in those of `languages/numbers.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from briefing.quotations import numerals
from briefing.voices.languages.numbers import NUMBERS, cyrillic

_MONTHS = (
    "january jan januar janvier enero gennaio janeiro januari januara januar",
    "february feb februar février febrero febbraio fevereiro februari februara februar",
    "march mar märz mars marzo março maart marta mart",
    "april apr avril abril aprile aprila april",
    "may mai mayo maggio maio mei maja maj",
    "june jun juni juin junio giugno junho juna jun",
    "july jul juli juillet julio luglio julho jula jul",
    "august aug août agosto augustus avgusta avgust",
    "september sep sept septembre septiembre settembre setembro septembra septembar",
    "october oct oktober octobre octubre ottobre outubro oktobra oktobar",
    "november nov novembre noviembre novembro novembra novembar",
    "december dec dezember décembre diciembre dicembre dezembro decembra decembar",
)
#: As Croats and Bosniaks call them, in the case that stands behind a day.
_CROATIAN = (
    "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga/studenog prosinca".split()
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_MONTH_OF |= {name: number for number, names in enumerate(_CROATIAN, 1) for name in names.split("/")}
_MONTH_OF |= {cyrillic(name): number for number, names in enumerate(_MONTHS, 1) for name in names.split()[-2:]}
_MONTH = rf"({'|'.join(sorted(_MONTH_OF, key=len, reverse=True))})\b\.?"
_DAY, _TH, _OF = r"(?<![\w.,])(\d{1,2})", r"(?:st|nd|rd|th|er|\.|º)?", r"(?:of\s+|de\s+|del\s+)?"
_YEAR = rf"(?:,?\s+{_OF}(\d{{4}})\b(?!-\d))?"
_TWO_DAYS = re.compile(
    rf"{_DAY}{_TH}\s?(?:[-–/]|and|to|or|und|bis|et|au|y|al?|e|i|и|do)\s?(\d{{1,2}}){_TH}\s+{_OF}{_MONTH}{_YEAR}", re.I
)
_DAY_MONTH = re.compile(rf"{_DAY}{_TH}[\s-]+{_OF}{_MONTH}{_YEAR}", re.I)
_MONTH_DAY = re.compile(rf"\b(?=(?-i:[A-Z])){_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?(?![\w%]|[.,:]\d){_YEAR}", re.I)
_MONTH_YEAR = re.compile(rf"\b{_MONTH}\s+{_OF}(\d{{4}})\b", re.I)
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_DOTTED = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")
_MONTH_ALONE = re.compile(rf"\b{_MONTH}", re.I)
#: What looks like a figure and is none: addresses, paragraphs and pages, times of day, decades, what belongs to a name.
_NO_FIGURE = re.compile(
    r"://\S+|[¶§#]\s?\d+(?:\s?[-–]\s?\d+)?|\d{1,2}:\d\d\b|\b\d{1,2}/\d{1,2}\b|['’]?\d+0s\b|\b(?!(?:EUR|USD|GBP|JPY)\d)[^\W\d_]+-?\d+\w*|"
    r"\b(?:paragraph|para|page|pp?\.|line|section|chapter|note|step|no\.|nr\.|seite|página|pagina|strana)s?\s?\d+(?:\s?(?:[-–,]|and|to)\s?\d+)*|"
    r"(?<=\b\d{4}[-–/])\d\d\b(?!-)",
    re.I,
)
_SCALE_OF = {
    "hundred": 100,
    **{word: value for table in NUMBERS.values() for value, forms in table.scales.items() for word in forms.split("/")},
    **dict.fromkeys(["k"], 1_000),
    **dict.fromkeys(["mn", "mio"], 1_000_000),
    **dict.fromkeys(["bn", "mrd", "billions"], 1_000_000_000),
    "millions": 1_000_000,
    "trillions": 1_000_000_000_000,
}
_UNITS = {
    "%": "% percent prozent posto odsto посто одсто",
    "EUR": "€ eur euro euros evra eura евра",
    "USD": "$ usd dollar dollars dólares dollari dolara долара",
    "GBP": "£ gbp pound pounds",
    "JPY": "¥ jpy yen",
    "1min": "minute minutes minuten minutos minuti minuta минута",
    "60min": "hour hours stunde stunden heure heures hora horas ora ore sati časova сати часова",
    "1440min": "day days tag tage tagen jour jours día días giorno giorni dia dias dan dana дан дана",
    "10080min": "week weeks woche wochen semaine semaines semana semanas settimana settimane nedelja nedelje nedelju "
    "nedjelja nedjelje sedmica sedmice tjedan tjedna недеља недеље недељу седмица седмице",
    "20160min": "fortnight fortnights",
    "1month": "month months monat monate monaten mois mes meses mese mesi mês meseci mesec meseca mjesec mjeseca "
    "mjeseci месец месеца месеци",
    "1000000mm": "km kilometre kilometres kilometer kilometers kilómetro kilómetros chilometro chilometri quilômetro "
    "quilômetros quilómetros kilometara kilometra километара км",
    "1000mm": "metre metres meter meters mètre mètres metro metros metri metara metra метара",
    "1609344mm": "mile miles meile meilen milla millas miglio miglia milha milhas milja milje",
    "1kg": "kg kilogram kilograms kilogramme kilogrammes kilogramm kilogramo kilogramos chilogrammi kilograma",
    "1000kg": "tonne tonnes ton tons tonnen tonelada toneladas tonnellata tonnellate tona tone тона",
    "1ha": "hectare hectares hektar hectárea hectáreas ettaro ettari hektara хектара",
    "12month": "year years jahr jahre jahren ans année années año años anno anni ano anos godina godine godinu "
    "година године годину",
}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_SAID_PER_CENT = r"per\s+cento?|pour\s+cent|por\s+cien(?:to)?|por\s+cento"
_UNIT_WORD = rf"(?:{_SAID_PER_CENT}|{'|'.join(sorted(map(re.escape, _UNIT_OF), key=len, reverse=True))})"
_UNIT = rf"(?:[\s-]?({_UNIT_WORD})(?!\w))?"
_SCALE = rf"(?:[\s-]?({'|'.join(sorted(_SCALE_OF, key=len, reverse=True))})(?!\w)\.?|(m)(?!\w))?"
_NUMBER = re.compile(
    rf"(?:(?:US|A|C)?([€$£¥]|\b(?:EUR|USD|GBP|JPY)(?![^\W\d_]))\s?)?(?:(?<![\w.,])|(?<=EUR|USD|GBP|JPY))"
    rf"(\d{{1,3}}(?:[.,’'\u00a0\u202f ]\d{{3}})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
    rf"(?:(st|nd|rd|th|er|e|ème|º|ª)(?!\w)|{_SCALE}{_UNIT})",
    re.I,
)
_HALF = re.compile(
    rf"\b(?:half\s+an?|(\d+|{'|'.join(NUMBERS['en'].ones.split()[1:13])})\s+and\s+a\s+half)(?![^\W\d_])"
    rf"(?:\s+({'|'.join(NUMBERS['en'].scales.values())}|dozen)\b)?{_UNIT}",
    re.I,
)
_UNIT_BEHIND = re.compile(rf"[\s-]?({_UNIT_WORD})(?!\w)", re.I)
_ONE = re.compile(rf"\ban?\s+({_UNIT_WORD})(?!\w)", re.I)
#: What says that a figure is rounded.
_ABOUT = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|circa|ca?\.|(?:more|less|fewer) than|over|under|"
    r"at least|up to|etwa|rund|ungefähr|fast|knapp|mehr als|weniger als|über|mindestens|environ|près de|plus de|"
    r"moins de|au moins|casi|un[oa]s|cerca de|alrededor de|m[áa]s de|menos de|al menos|quasi|più di|meno di|almeno|"
    r"mais de|pelo menos|quase|oko|skoro|preko|više od|manje od|najmanje|око|преко|више од|мање од)\s+$",
    re.I,
)
_LETTERS = re.compile(r"[^\W\d_]+")
#: A number word below this one is no figure of ours; so are ordinals.
LEAST = 11
#: So far, in proportion, a rounded figure may be from the real one.
ROUNDED = Fraction(1, 20)


class Figure(Struct, frozen=True):
    """A figure as it is `shown` in a text.

    A number is what it may mean, in its `unit`: `%`, a currency, `min` for lengths up to weeks, `month` for longer
    ones, empty for anything else; `written` are its values before the conversion. A date has a `month` and, where they
    are said, a `year` and a `day`. `about` is whether it is said to be rounded. `minor` are those that need no proof:
    small numbers in words, ordinals, a month alone. It begins at the offset `start` of its text.
    """

    shown: str
    values: tuple[Fraction, ...] = ()
    unit: str = ""
    written: tuple[Fraction, ...] = ()
    year: int = 0
    month: int = 0
    day: int = 0
    minor: bool = False
    about: bool = False
    start: int = 0

    @property
    def key(self) -> str:
        """What the lock calls it: the same for all ways of writing it."""
        if self.month:
            return f"{self.year or ''}-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")
        return f"{self.values[0]}{self.unit}"

    def may_be_year(self) -> int:
        """The year that a bare number may be, else 0."""
        return int(self.shown) if re.fullmatch(r"[12]\d{3}", self.shown) and not self.unit else 0

    def agrees(self, other: Figure) -> bool:
        """Whether two figures may say the same."""
        if self.month or other.month:
            same = self.month == other.month and self.day in (0, other.day)
            return same and (not self.year or not other.year or self.year == other.year)
        if self.unit and other.unit and self.unit != other.unit:
            return False
        ours, theirs = (self.written, other.written) if self.unit != other.unit else (self.values, other.values)
        leeway = ROUNDED if self.about else Fraction(0)
        return any(abs(one - value) <= leeway * value for one in ours for value in theirs)


@lru_cache(maxsize=16_384)
def read(text: str, language: str = "en") -> tuple[Figure, ...]:
    """The figures in a text, days first; its number words are those of its `language`, a BCP 47 tag."""
    found: list[Figure] = []
    words = {*_LETTERS.findall(text.lower())}

    def take(pattern: re.Pattern[str], make: Callable[[re.Match[str]], Iterable[Figure | None]]) -> None:
        nonlocal text
        text = pattern.sub(lambda match: _blank(match, found, list(make(match))), text)

    if not words.isdisjoint(_MONTH_OF):
        take(_TWO_DAYS, lambda m: (_date(m[0], m[day], m[3], m[4]) for day in (1, 2)))
        take(_DAY_MONTH, lambda m: [_date(m[0], m[1], m[2], m[3])])
        take(_MONTH_DAY, lambda m: [_date(m[0], m[2], m[1], m[3])])
        take(_MONTH_YEAR, lambda m: [_date(m[0], "", m[1], m[2])])
        take(_MONTH_ALONE, lambda m: [None if numerals.is_word(m[1], language) else _date(m[0], "", m[1], "")])
    if language.startswith("en") and "half" in words:
        take(_HALF, lambda m: [_half(m)])
    if any(character.isdigit() for character in text):
        take(_ISO, lambda m: [_date(m[0], m[3], m[2], m[1])])
        take(_DOTTED, lambda m: [_date(m[0], m[1], m[2], m[3])])
        text = _NO_FIGURE.sub(lambda match: " " * len(match[0]), text)
        take(_NUMBER, _number)
    found += _in_words(text, language)
    if language.startswith("en") and not words.isdisjoint(_UNIT_OF):
        take(_ONE, lambda m: [_one(m)])
    return tuple(found)


def _blank(match: re.Match[str], found: list[Figure], figures: list[Figure | None]) -> str:
    if None in figures or not figures:
        return match[0]
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    found += [replace(figure, start=start) for figure in figures if figure]
    return "|" * len(match[0])  # so that nothing joins across it, and all else stays where it is


def _date(shown: str, day: str, month: str, year: str | None) -> Figure | None:
    number = int(month) if month.isdigit() else _MONTH_OF[month.lower()]
    if number > 12 or int(day or 1) not in range(1, 32):
        return None
    is_minor = not day and not year
    return Figure(shown.strip(), year=int(year or 0), month=number, day=int(day or 0), minor=is_minor)


def _unit(written: str | None) -> tuple[int, str]:
    """By how much a unit multiplies, and what it is then counted in."""
    word = " ".join((written or "").lower().split())
    unit = _UNIT_OF.get(word, "%" if " c" in word else "")
    factor = re.match(r"\d*", unit)
    size = factor[0] if factor else ""
    return int(size or 1), unit.removeprefix(size)


def _number(match: re.Match[str]) -> Iterator[Figure]:
    currency, digits, ordinal, scale, millions, unit = match.groups()
    by, counted = _unit(unit or currency)
    times = [_SCALE_OF[scale.lower()]] if scale else [1, 1_000_000] if millions else [1]
    written = tuple(value * scale for value in _values(digits) for scale in times)
    values = tuple(by * value for value in written)
    yield Figure(match[0].strip(), values, counted, written, minor=bool(ordinal), about=_is_about(match))


def _is_about(match: re.Match[str]) -> bool:
    return bool(_ABOUT.search(match.string[max(0, match.start() - 16) : match.start()]))


def _values(digits: str) -> list[Fraction]:
    """What a number in digits may mean: `1,500` is 1500, or 1.5 in other languages."""
    plain = re.sub(r"[’'\u00a0\u202f ]", "", digits)
    signs = re.findall(r"[.,]", plain)
    whole = Fraction(re.sub(r"[.,]", "", plain))
    if not signs or (len(signs) > 1 and len({*signs}) == 1):
        return [whole]
    behind = len(re.split(r"[.,]", plain)[-1])
    fraction = whole / 10**behind
    return [whole, fraction] if len(signs) == 1 and behind == 3 else [fraction]


def _in_words(text: str, language: str) -> Iterator[Figure]:
    """The numbers in words; one alone is a figure where it counts something, for else it may be an article."""
    for start, end, value, is_one in numerals.find(text, language):
        unit = _UNIT_BEHIND.match(text, end)
        if unit or not is_one:
            by, counted = _unit(unit[1] if unit else None)
            shown, number = text[start : unit.end() if unit else end], Fraction(value)
            is_about = bool(_ABOUT.search(text[max(0, start - 16) : start]))
            yield Figure(shown, (by * number,), counted, (number,), minor=value < LEAST, about=is_about, start=start)


def _half(match: re.Match[str]) -> Figure | None:
    """`half a million`, `two and a half years`."""
    count, scale, unit = match.groups()
    if not scale and not unit:
        return None
    ones = NUMBERS["en"].ones.split()
    whole = int(count) if count and count.isdecimal() else ones.index(count.lower()) if count else 0
    by, counted = _unit(unit)
    number = (whole + Fraction(1, 2)) * (12 if scale == "dozen" else _SCALE_OF[scale.lower()] if scale else 1)
    is_minor = number < LEAST and not (count and count.isdecimal())
    return Figure(match[0], (by * number,), counted, (number,), minor=is_minor, about=_is_about(match))


def _one(match: re.Match[str]) -> Figure:
    by, counted = _unit(match[1])
    return Figure(match[0], (Fraction(by),), counted, (Fraction(1),), minor=True)
