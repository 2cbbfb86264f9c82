"""How a value is written in a head: each form turns a text into a value, or says what must hold and how to mend it.

White space in the text is folded already. `schema` says the same in JSON Schema, as far as that can.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from sys import intern
from typing import Any

from msgspec import Struct, field

from briefing.model import dates, ids, languages, lines, outside, text, when
from briefing.model.dates import PartialDate
from briefing.model.ids import ID
from briefing.model.settings import SettingsError, address
from briefing.model.suggest import did_you_mean
from briefing.model.vocabulary import LineKind

MOST_LETTERS = 2_000
#: Of Latin and Cyrillic, Arabic, Chinese and Japanese, Ethiopic, Greek (twice) and Armenian.
QUESTION_MARKS = ("?", "؟", "？", "፧", ";", "\u037e", "՞")
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
_MAP_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}\.geojson", re.ASCII)
_RECORD = re.compile(r"(?:actors|briefs|events|places|questions|sources|positions/[a-z0-9-]+)/[a-z0-9-]+", re.ASCII)


class FormError(ValueError):
    """A text that is not written in a form; `remedy` says how to mend it, where the form's own remedy will not do."""

    def __init__(self, must: str, remedy: str = "") -> None:
        super().__init__(must)
        self.remedy = remedy


class Form(Struct, frozen=True):
    """One way to write a value.

    `parse` raises ValueError saying what must hold; the problem gets `code`. `remedy` may name the `{key}` and the
    `{id}` of the record. `pattern` is what items of a list and keys of a mapping must match, `noun` and `key_remedy`
    are for messages on such keys.
    """

    parse: Callable[[str], Any]
    remedy: str
    schema: Mapping[str, Any] = field(default_factory=dict)
    code: str = "value"
    pattern: re.Pattern[str] | None = None
    noun: str = ""
    key_remedy: str = ""


def _pattern(expression: str) -> str:
    """An expression for a whole value as JSON Schema has it, which searches, and whose digits may be of any script."""
    return rf"^\s*(?:{expression})\s*$".replace(r"\d", "[0-9]")


def line(most: int = MOST_LETTERS, is_question: bool = False) -> Form:
    """A line of text with at most so many letters; YAML may take it for a number or a switch."""

    def parse(value: str) -> str:
        if len(value) > most:
            raise ValueError(f"must have at most {most} letters, not {len(value)}")
        if is_question and not value.endswith(QUESTION_MARKS):
            raise ValueError("must be a question that ends in a question mark")
        if word := next(text.mixed_script_words(value), None):
            raise ValueError(f"a word must not mix letters of several scripts that look alike, as {word[1]!r} does")
        return value

    limits = (
        {"type": "string", "pattern": rf"[{''.join(QUESTION_MARKS)}]\s*$"}
        if is_question
        else {"type": ["string", "number", "boolean"]}
    )
    return Form(parse, "Change the text.", {**limits, "minLength": 1, "maxLength": most})


def choice(kind: type[StrEnum]) -> Form:
    """One word of a closed list."""
    words = [member.value for member in kind]

    def parse(value: str) -> StrEnum:
        if value not in words:
            raise ValueError(f"must be one of {', '.join(words)}; not {value!r}{did_you_mean(value, words)}")
        return kind(value)

    return Form(parse, "Choose one of these words.", {"enum": words})


def switch(yes: str, no: str) -> Form:
    """A switch with two words."""

    def parse(value: str) -> bool:
        if value not in (yes, no):
            raise ValueError(f"must be {yes} or {no}, not {value!r}")
        return value == yes

    return Form(parse, f"Write `{{key}}: {yes}` or `{{key}}: {no}`.", {"enum": [yes, no]})


def number(least: int, most: int) -> Form:
    """A whole number within limits, both included."""

    def parse(value: str) -> int:
        if not re.fullmatch(r"-?\d{1,9}", value, re.ASCII) or not least <= int(value) <= most:
            raise ValueError(f"must be a whole number from {least} to {most}, not {value!r}")
        return int(value)

    limits = {"minimum": least, "maximum": most, "pattern": _pattern(r"-?\d{1,9}")}
    return Form(parse, "Write a number in figures.", {"type": ["integer", "string"], **limits})


def degrees(most: int) -> Form:
    """An angle in degrees with a decimal point, from minus `most` to `most`."""
    written = r"[+-]?\d{1,3}(?:\.\d{1,12})?"

    def parse(value: str) -> float:
        if not re.fullmatch(written, value, re.ASCII):
            raise ValueError(f"must be decimal degrees such as 42.6727, not {value!r}")
        if abs(float(value)) > most:
            raise ValueError(f"must lie between -{most} and {most}, not {value}")
        return float(value)

    return Form(
        parse,
        "Write degrees with a decimal point, south and west with a minus; check that the two are not swapped.",
        {"type": ["number", "string"], "minimum": -most, "maximum": most, "pattern": _pattern(written)},
        "coordinates",
    )


def _matching(pattern: re.Pattern[str], must: str, remedy: str, noun: str = "", key_remedy: str = "") -> Form:
    """A text that matches a pattern as a whole."""

    def parse(value: str) -> str:
        if not pattern.fullmatch(value):
            raise ValueError(f"must be {must}, not {value!r}")
        return intern(value)  # ids and tags come again in record after record

    schema = {"type": ["string", "integer"], "pattern": _pattern(pattern.pattern)}
    return Form(parse, remedy, schema, "value", pattern, noun, key_remedy)


def _language(value: str) -> str:
    must = "" if languages.TAG.fullmatch(value) else f"must be a language tag such as en, sq or sr-Latn, not {value!r}"
    if not must and not languages.is_known(value):
        must = f"must be the tag of a known language; {value!r} is none"
    if must:
        meant = languages.meant(value)
        raise FormError(must, f"Write `{meant}` if you mean {languages.name(meant)}." if meant else "")
    return intern(value)


def _day(value: str) -> PartialDate:
    date = dates.parse(value)
    if dates.day(date) is None or date.doubt:
        raise ValueError("must name a day, as 2022-11-01")
    return date


def _when_or_event(value: str) -> str:
    """The id of an event, or a date as one of its own is written."""
    if when.is_event(value):
        return intern(value)
    return str(dates.parse(value))


def _period(value: str) -> tuple[PartialDate, ...]:
    parts = tuple(map(dates.parse, value.split("/")))
    if len(parts) > 2 or when.is_backwards(parts[0], parts[-1]):
        raise ValueError("a period must be one date, or two in order with a slash between")
    return parts


def _address(value: str) -> str:
    if fault := outside.web_fault(value):
        raise FormError(fault.must, fault.remedy)
    return value


def _site(value: str) -> str:
    if fault := outside.web_fault(value):
        raise ValueError(fault.must)
    try:
        return address(value)
    except SettingsError:
        raise ValueError("must be an address such as https://name.github.io/repo/") from None


def _sha256(value: str) -> str:
    if not _SHA256.fullmatch(value.lower()):
        raise ValueError("must be 64 figures and letters a-f")
    return value.lower()


def _record(value: str) -> str:
    if not _RECORD.fullmatch(value):
        raise ValueError(f"must be a kind and an id, as `briefs/old-name` or `positions/actor/question`, not {value!r}")
    _, *actor, id = value.split("/")
    fault = ids.fault(id, f"content/{value}") or (ids.fault(actor[0], "") if actor else "")
    if fault:
        raise ValueError(f"must be a record that could be published, which {value[:40]!r} could not ({fault})")
    return value


#: How the text of a source gets on record, for a source's record to be put right by.
ACCEPT = "Put the text into `seeds/{id}.txt` and run `invoke verify --accept {id}`, which writes it."
_YEAR, _MONTH, _NUMBER_OF_DAY = "[0-9]{4}", "(?:0[1-9]|1[0-2])", "(?:0[1-9]|[12][0-9]|3[01])"
_DAY = f"{_YEAR}-{_MONTH}-{_NUMBER_OF_DAY}"
_DATE = (
    f"-?(?:{_YEAR}(?:-(?:{_MONTH}(?:-(?:{_NUMBER_OF_DAY}|XX))?|2[1-4]|XX(?:-XX)?))?|[0-9]{{3}}X|[0-9]{{2}}XX)[~?%]?"
    "|XXXX|Y-?[1-9][0-9]{4,8}[~?%]?"
)
_TIME = rf"(?:{_DATE})/(?:(?:{_DATE})|\.\.)?|(?:\.\.)?/(?:{_DATE})"
_MOMENT = rf"(?:{_DATE})\.\.(?:{_DATE})?|\.\.(?:{_DATE})"
_WEB = {"type": "string", "pattern": r"^\s*[Hh][Tt][Tt][Pp][Ss]?://"}

DATE = Form(
    dates.parse,
    "Write the right one as 2022-11-01, 2022-11 or 2022; with `~` behind it where it is known only about.",
    {"type": ["string", "integer"], "maximum": 9999, "pattern": _pattern(_DATE)},
    "date",
)
WHEN = Form(
    when.parse,
    "Write it as 2022-11-01, 2022-11 or 2022; about: 2022-11~; by: [..2022-11-01]; from and to: 2022-11-01/2022-11-03.",
    {
        "type": ["string", "integer", "array"],
        "maximum": 9999,
        "pattern": _pattern(rf"{_DATE}|{_TIME}|\[(?:{_MOMENT})\]"),
        "items": {"type": "string", "pattern": _pattern(_MOMENT)},  # as YAML takes what stands in brackets
        "maxItems": 1,
    },
    "date",
)
WHEN_OR_EVENT = Form(
    _when_or_event,
    "Write the id of another event, the name of its file without `.md`; or a date as 2022-11-01, 2022-11 or 2022.",
    {"type": ["string", "integer"], "maximum": 9999, "pattern": _pattern(f"{_DATE}|{ID.pattern}")},
    "date",
)
DAY = Form(_day, "Write the right one as 2022-11-01.", {"type": "string", "pattern": _pattern(_DAY)}, "date")
PERIOD = Form(
    _period,
    "Write `2022-10-28/2023-04`, or one date.",
    {"type": ["string", "integer"], "maximum": 9999, "pattern": _pattern(f"(?:{_DATE})(?:/(?:{_DATE}))?")},
    "date",
)
RECORD_ID = _matching(
    ID,
    "an id made of a-z, 0-9 and hyphens",
    "Write the id; that of a record is the name of its file, without `.md`.",
    "id",
    "Write it with a-z, 0-9 and hyphens.",
)
SOURCE_ID = _matching(ID, "", "", "source id", "Write the name of the source's file in `seeds`, without `.md`.")
LANGUAGE = Form(
    _language,
    "Write the language's tag.",
    {"type": "string", "pattern": _pattern(languages.TAG.pattern)},
    "value",
    languages.TAG,
    "language tag",
    "Write the language's tag, such as ru, sq or sr-Latn.",
)
STATEMENT_ID = _matching(
    re.compile(rf"{ID.pattern}(?:/{ID.pattern})?", re.ASCII),
    "the id of an event, or `actor/question` of a position",
    "Write an event as `event-id`, a position as `actor-id/question-id`.",
)
LINE_NAME = _matching(
    re.compile(lines.NAME, re.ASCII),
    "",
    "",
    "a line's name",
    f"Name it by one of {', '.join(LineKind)}; a second one as `caption-2`.",
)
SPOT = _matching(
    re.compile(rf"¶(?:[1-9][0-9]{{0,4}}|{lines.NAME})", re.ASCII),
    "a paragraph as `¶2`, or a line by its name as `¶title`",
    "",
    "a paragraph",
    "Write it as `¶2`, or a line by its name, as `¶title`.",
)
FORMER_ID = _matching(ID, "", "Write the file's former name, without `.md`.")
MAP_FILE = _matching(_MAP_FILE, "", "")
ADDRESS = Form(_address, "Copy the whole address from the browser.", _WEB)
SITE = Form(_site, "Write `https://name.github.io/repo/`.", _WEB)
SHA256 = Form(_sha256, ACCEPT, {"type": "string", "pattern": _pattern("[0-9A-Fa-f]{64}")})
PUBLISHED_RECORD = Form(
    _record, "Write it as `briefs/old-name`.", {"type": "string", "pattern": _pattern(_RECORD.pattern)}
)
YES_NO, ON_OFF = switch("yes", "no"), switch("on", "off")
