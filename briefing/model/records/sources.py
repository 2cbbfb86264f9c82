"""The records of sources."""

from collections.abc import Iterator, Mapping
from typing import Annotated

from msgspec import Struct, field

from briefing.model import lines, text
from briefing.model.dates import PartialDate
from briefing.model.forms import DAY
from briefing.model.keys import Key
from briefing.model.kinds import Address, Hash, Language, LineName, Printed, Spot
from briefing.model.passages import PASSAGES, Passage
from briefing.model.records.base import Record
from briefing.model.vocabulary import SourceKind, Speech

#: The name of a voice that is nobody's but that of who wrote the source.
REPORTER = "reporter"


class Voice(Struct, frozen=True, kw_only=True):
    """Whose words some passages of a source are."""

    by: Annotated[
        Printed,
        Key(
            "who speaks: a speaker as the actor has the name, the id of an actor that speaks as a body, `reporter`, or "
            "a plain description of anybody else",
            "Name",
            most=120,
        ),
    ]
    passages: Annotated[
        tuple[Passage, ...],
        PASSAGES,
        Key(
            "where: `¶3`, `¶3-5`, `all`, or, where a paragraph holds several voices, "
            '`¶5 "first words"` of the quotation, or `¶5 "first words … last words"`',
            "¶3",
        ),
    ] = field(name="in", default=())
    joint: Annotated[
        tuple[Printed, ...],
        Key("who else says them, where they are the joint words of several: each as `by` has it", None, most=120),
    ] = field(name="with", default=())
    office: Annotated[str, Key("the office held then, as the source has it", "Role", most=200)] = field(
        name="as", default=""
    )
    speech: Annotated[
        Speech,
        Key(
            "`reported` where the source tells in its own words what was said, `direct` when left out; such words may "
            "be told as the speaker's, and quoted as the reporter's only",
            "reported",
        ),
    ] = Speech.DIRECT
    within: Annotated[Printed, Key("the voice that tells these words, where one quotes another", "Name", most=120)] = ""
    label: Annotated[
        Printed,
        Key(
            "in a transcript or an interview, in place of `in`: the label before what is said, without the colon",
            "NAME",
            most=80,
        ),
    ] = ""
    document: Annotated[Printed, Key("the document that is read out or quoted", "Title", most=200)] = ""
    date: Annotated[
        PartialDate | None, Key("when it was said or written, when not when the source tells it", "2030-01-31")
    ] = None

    @property
    def names(self) -> tuple[str, ...]:
        """All whose words they are, as the record has them."""
        return (self.by, *self.joint)


class SourceLimits(Struct, frozen=True, kw_only=True):
    """How much of a source may be quoted, where that is not as the dossier has it."""

    words: Annotated[int | None, Key("in one quotation", "40", least=1, most=500)] = None
    share: Annotated[int | None, Key("per cent of the source in all", "20", least=1, most=100)] = None
    free: Annotated[
        bool, Key("whether any of it may be quoted, at any length: a law, an agreement, an official statement", "yes")
    ] = False


def _voices(source: "Source") -> dict[str, str | list[str]]:
    """Whose words a source's passages are, each by itself, so that more of them change nothing that was published."""
    voices = sorted({f"{where}: {_shown(voice)}" for voice in source.voices for where in _places(voice)})
    return {"voices": voices} if voices else {}


def _places(voice: Voice) -> Iterator[str]:
    """Where a voice speaks. First words are shown by a mark of theirs, for they are the source's."""
    if voice.label:
        yield voice.label
    for place in voice.passages:
        mark = f" (part {text.digest(place.opening, place.closing)[:4]})" if place.opening else ""
        yield f"{place._replace(opening='', closing='')}{mark}"


def _shown(voice: Voice) -> str:
    aside = (voice.office, voice.within and f"as {voice.within} tells it", voice.document, str(voice.date or ""))
    how = "in the source's words" if voice.speech is Speech.REPORTED else ""
    return ", ".join(filter(None, (text.joined(voice.names), *aside, how)))


class Source(Record, frozen=True, kw_only=True):
    """A text that is cited. The text itself is never part of the dossier."""

    title: Annotated[
        Printed, Key("as published, or a plain description", "Title as published", most=400, published=True)
    ]
    publisher: Annotated[Printed, Key("", "Publisher", most=200)]
    kind: Annotated[SourceKind, Key()]
    language: Annotated[Language, Key("language tag of the text", "en")]
    paragraphs: Annotated[
        int,
        Key(
            "how many the text has: `invoke verify --accept {id}` writes this and `sha256`, from `seeds/{id}.txt`",
            "25",
            least=1,
            most=100_000,
            is_counted=True,
        ),
    ]
    sha256: Annotated[
        Hash,
        Key("the hash (SHA-256) of `seeds/{id}.txt`", label="Fingerprint of the text", published=True, is_counted=True),
    ]
    original: Annotated[
        Hash,
        Key("the hash (SHA-256) of the document from which `invoke import` made the text", None),
    ] = ""
    rights: Annotated[str, Key("who holds the rights, and on what terms we quote", most=1_000)]
    first_line: Annotated[
        int,
        Key(
            "the line of the text file at which paragraph 1 stands, 1 when left out; blank lines do not count",
            "1",
            least=1,
        ),
    ] = 1
    lines: Annotated[
        Mapping[LineName, int],
        Key(
            "lines of the text file that are cited by name, as `¶title`, by their numbers in the file, blank ones "
            "counted: title, subtitle, byline, dateline, caption, caption-2, heading",
            {"title": "1", "dateline": "2"},
            least=1,
        ),
    ] = field(default_factory=dict)
    says: Annotated[
        Mapping[Spot, str],
        Key(
            "what stands in a paragraph, in one line of ours of at most 15 words, shown wherever it is cited; "
            "`invoke verify` lists the cited paragraphs without one",
            {"¶1": "What the paragraph says, in our words."},
        ),
    ] = field(default_factory=dict)
    short: Annotated[
        Printed,
        Key(
            "for citation marks, where the dossier has several sources: at most 16 letters, the publisher when left "
            "out",
            "Publisher",
            most=16,
        ),
    ] = ""
    author: Annotated[Printed, Key("", "Name", most=200)] = ""
    author_role: Annotated[Printed, Key("", "Reporter", most=200)] = ""
    origin: Annotated[
        Printed,
        Key(
            "whose reporting it rests on, the publisher when left out; sources of one origin count as one",
            "Agency",
            most=200,
        ),
    ] = ""
    published: Annotated[
        PartialDate | None,
        Key(
            "the day of publication; left out when the source does not say", label="Day of publication", published=True
        ),
    ] = None
    about: Annotated[
        PartialDate | None,
        Key(
            "the day, month or year about which it must have been published, which we infer, where `published` is left "
            "out",
            "2030-01",
            label="Published about, as we infer",
            published=True,
        ),
    ] = None
    url: Annotated[Address, Key("where it can be read", "https://…")] = ""
    archived: Annotated[Address, Key("an archived copy", "https://…")] = ""
    accessed: Annotated[PartialDate | None, DAY, Key("the day we read it")] = None
    voices: Annotated[
        tuple[Voice, ...],
        Key(
            "whose words its passages are; `invoke verify` proposes them from the text at hand",
            label="Who speaks",
            published=_voices,
        ),
    ] = ()
    limits: Annotated[SourceLimits, Key("how much of it may be quoted, in place of the dossier's `limits`")] = field(
        default_factory=SourceLimits
    )

    def places(self) -> list[int]:
        """The numbers of its lines, in the order of the file, then those of its paragraphs."""
        named = sorted(self.lines, key=lambda name: self.lines[name])
        return [*map(lines.number, named), *range(1, self.paragraphs + 1)]

    def holds(self, number: int) -> bool:
        """Whether it has a paragraph or a line of this number."""
        return 0 < number <= self.paragraphs or (lines.is_line(number) and lines.name(number) in self.lines)
