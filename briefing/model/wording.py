"""The site's own words for the closed vocabularies: one place to change or translate them."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.model import languages
from briefing.model.records import Stance
from briefing.model.statements import BY_SOURCE, BY_US, Translation
from briefing.model.vocabulary import (
    DECLINED,
    ActorKind,
    Basis,
    Direction,
    Level,
    PlaceKind,
    SourceKind,
    Speech,
    Standing,
    Turn,
    Word,
)


def _labels(kind: type[Word], others: Mapping[Word, str]) -> dict[Word, str]:
    """The words of a closed list as readers see them: with a capital letter, or as `others` has them."""
    return {word: others.get(word, word.capitalize()) for word in kind}


BASIS = {
    Basis.DIRECT: "Direct quotation",
    Basis.REPORTED: "Reported speech",
    Basis.REPORTER: "Reporter’s finding",
    Basis.INFERRED: "Our inference",
}
#: What a source does that speaks against a statement.
CONTRADICTS = "Contradicts"
#: What stands in place of a basis and a citation where a head cites `us`.
OURS = "General knowledge, ours; not from our sources"
OURS_MEANING = "What is generally known of an actor or a place, in our words; no source of the dossier states it."
#: What is said of a statement on which there are several versions.
DIFFER = "told in different ways"
BASIS_MEANING = {
    Basis.DIRECT: "The speaker’s own words, checked word for word against the source.",
    Basis.REPORTED: "What somebody said, in the reporter’s words.",
    Basis.REPORTER: "What the reporter found, saw or judged.",
    Basis.INFERRED: "What we conclude from the source; the reasoning is given.",
}
SPEECH = {Speech.DIRECT: "Own words", Speech.REPORTED: "In the source’s words"}
ACTOR_KIND = _labels(
    ActorKind,
    {
        ActorKind.AUTHORITY: "Public authority",
        ActorKind.ALLIANCE: "Alliance or union",
        ActorKind.PARTY: "Political party",
        ActorKind.UNION: "Trade union",
        ActorKind.MEDIA: "Media organisation",
        ActorKind.RESEARCH: "Research body",
    },
)
PLACE_KIND = _labels(PlaceKind, {PlaceKind.CROSSING: "Crossing point"})
SOURCE_KIND = _labels(SourceKind, {SourceKind.PRESS_CONFERENCE: "Press conference"})
CONFIDENCE = {level: f"{level.capitalize()} confidence" for level in Level}
TURN = _labels(Turn, {})
TREND = {
    Direction.BETTER: "Getting better",
    Direction.WORSE: "Getting worse",
    Direction.UNCHANGED: "Unchanged",
}
STANDING = _labels(Standing, {Standing.IN_FORCE: "Under way", Standing.UNKNOWN: "Not known"})
#: What a record is, by the name of its class, where that is not the word for it.
_RECORD_KIND = {"About": "Page", "Dossier": "Home page", "Names": "Page", "Removed": "Page", "Words": "Page"}
EVENT_STATUS = {
    "happened": "Happened",
    "due": "Planned",
    "passed": "Passed; outcome not known",
    "recorded": "Passed; outcome known",
    "cancelled": "Cancelled",
    "postponed": "Postponed",
    "disputed": "Disputed whether it happened",
}
#: What the signs of the drawn timeline mean: how dates are known, and what became of events.
DATE_KIND = {
    "day": "On this day",
    "about": "About, or some day within",
    "by": "By",
    "between": "Between",
    "lasted": "From, to",
    "since": "Since, end open",
    "until": "Until",
    "open": "Open: no day given",
}
DATE_STATE = {"planned": "Planned", "off": "Did not take place", "disputed": "Disputed"}
LICENCES = {
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}


def record_kind(record: object) -> str:
    """What a record is."""
    kind = type(record).__name__
    return _RECORD_KIND.get(kind, kind)


def item(kind: SourceKind) -> str:
    """What one source is, within a sentence."""
    return "report" if kind is SourceKind.ARTICLE else SOURCE_KIND[kind].lower()


def stance(id: str, stances: Mapping[str, Stance], is_brief: bool = False) -> str:
    """A stance of a question in full words, or in few; one that it does not have any more as its id says it."""
    if id == DECLINED:
        return "Declined to answer"
    found = stances.get(id)
    return (found.brief if is_brief else found.says) if found else id.replace("-", " ")


def language(tag: str) -> str:
    """A language's name in English."""
    return languages.name(tag)


def translated(by: str) -> str:
    """Whose a translation is."""
    return {BY_US: "Our translation", BY_SOURCE: "The source’s translation"}.get(by, f"Translation: {by}")


def beside(translation: Translation | None) -> str:
    """A translation as it stands beside a quotation, with whose it is; empty for none."""
    return f"“{translation.text}” ({translated(translation.by)})" if translation else ""


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 source`, `3 sources`; `many` is an irregular plural."""
    return f"{number} {one if number == 1 else many or one + 's'}"


#: The eight directions, from north round by east.
COMPASS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")


def coordinates(latitude: float, longitude: float) -> str:
    """Latitude and longitude, in degrees, as shown: `42.6727° N, 21.1669° E`."""
    north = "N" if latitude >= 0 else "S"
    east = "E" if longitude >= 0 else "W"
    return f"{abs(latitude):.4f}° {north}, {abs(longitude):.4f}° {east}"


def distance(kilometres: float) -> str:
    """A distance as exactly as a reader can use it: `640 m`, `1.4 km`, `177 km`."""
    if kilometres < 0.995:
        return f"{max(10, round(kilometres * 100) * 10)} m"
    return f"{kilometres:,.1f} km" if kilometres < 9.95 else f"{kilometres:,.0f} km"


def direction(degrees: float) -> str:
    """A direction in words, from degrees between north and east: `north`, `south-west`."""
    return COMPASS[round(degrees / 45) % 8]
