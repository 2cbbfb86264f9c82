"""The records of sources."""

from typing import Annotated

from briefing.model.dates import PartialDate
from briefing.model.forms import DAY
from briefing.model.keys import Key
from briefing.model.kinds import Address, Hash, Language, Printed
from briefing.model.records.base import Record
from briefing.model.vocabulary import SourceKind


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
    rights: Annotated[str, Key("who holds the rights, and on what terms we quote", most=1_000)]
    first_line: Annotated[
        int,
        Key(
            "the line of the text file at which paragraph 1 stands, 1 when left out; blank lines do not count",
            "1",
            least=1,
        ),
    ] = 1
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
    url: Annotated[Address, Key("where it can be read", "https://…")] = ""
    archived: Annotated[Address, Key("an archived copy", "https://…")] = ""
    accessed: Annotated[PartialDate | None, DAY, Key("the day we read it")] = None
