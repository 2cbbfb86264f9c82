"""What all records share.

The modules of records do without postponed annotations, so that the declarations in these are compiled once and not at
each start.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated

from msgspec import Struct, field

from briefing.model.citations import Citation
from briefing.model.dates import PartialDate
from briefing.model.forms import DAY
from briefing.model.keys import NOT_IN_HEAD, Key
from briefing.model.kinds import FormerId, Id, Printed, StatementId, Translated
from briefing.model.prose import Mark, Prose
from briefing.model.statements import Statement
from briefing.model.vocabulary import Basis, Status

#: How we know what a part of a head says, and where it is from.
Known = Annotated[Basis, Key("how we know it", "reported", label="How we know it")]
Cited = Annotated[tuple[Citation, ...], Key("source and paragraph", "{source} ¶1")]
#: The same of what may be general knowledge, which is ours and rests on no source.
KnownOrOurs = Annotated[
    Basis | None,
    Key(
        "how we know it, left out with `cite: us` only",
        "reported",
        label="How we know it",
        is_suggested=True,
    ),
]
CitedOrOurs = Annotated[
    tuple[Citation, ...], Key("source and paragraph, or `us` for general knowledge, which is ours", "{source} ¶1")
]
#: The ids of the records that a record is about.
Ids = Annotated[tuple[Id, ...], Key("what this is about: ids, as [one, two]", is_suggested=True)]
#: The statements that a statement answers.
Answers = Annotated[
    tuple[StatementId, ...], Key("what this answers: ids of events, and positions as `actor/question`", None)
]
_TRANSLATION = "the quotation in the language of the dossier, without the marks around it"
_TRANSLATED_BY = "whose translation it is: `us` when left out, `source` where the source itself gives it, or a name"
#: What stands beside a quotation in another language, and the same where it may change without a note.
TranslatedText = Annotated[Translated, Key(_TRANSLATION, None, label="Translation", published=True)]
TranslatedBy = Annotated[Printed, Key(_TRANSLATED_BY, None, label="Translated by", most=120, published=True)]
TranslatedTextBeside = Annotated[Translated, Key(_TRANSLATION, None)]
TranslatedByBeside = Annotated[Printed, Key(_TRANSLATED_BY, None, most=120)]


class Change(Struct, frozen=True, kw_only=True):
    """A note on a change of a published record."""

    date: Annotated[PartialDate, DAY, Key("the day of the change")]
    what: Annotated[str, Key("what was changed")]
    why: Annotated[str, Key("why it was changed")]


class Record(Struct, frozen=True, kw_only=True, tag=True, eq=False, weakref=True):
    """What all records share. Each is known by its identity, so that what follows from it can be kept (`once`).

    `path` is relative to the dossier's root, `digest` changes whenever the file does, `marks` tells where in the file
    each key's value stands (nested keys joined by dots, list items by number, from 0). `said` changes whenever one of
    its `statements` says, cites or quotes something else. `spoilt` are the keys whose values could not be read, and
    `body` or `headings` where such are lost from the prose: nobody may conclude anything from these.
    """

    id: Annotated[str, NOT_IN_HEAD]
    path: Annotated[str, NOT_IN_HEAD]
    digest: Annotated[str, NOT_IN_HEAD]
    marks: Annotated[Mapping[str, Mark], NOT_IN_HEAD] = field(default_factory=dict)
    prose: Annotated[Prose, NOT_IN_HEAD] = field(default_factory=Prose)
    statements: Annotated[tuple[Statement, ...], NOT_IN_HEAD] = ()
    said: Annotated[str, NOT_IN_HEAD] = ""
    spoilt: Annotated[tuple[str, ...], NOT_IN_HEAD] = ()
    owner: Annotated[str, Key("who looks after this record", "Name", most=200)] = ""
    review_by: Annotated[
        PartialDate | None,
        DAY,
        Key(
            "the day by which it wants another look; from the day after, `check` warns and the page tells readers",
            "2030-01-31",
        ),
    ] = None
    changes: Annotated[tuple[Change, ...], Key("notes on changes after publication", None)] = ()
    was: Annotated[tuple[FormerId, ...], Key("former ids of the record, whose addresses go on leading here", None)] = ()
    status: Annotated[Status, Key("`published` when left out; a draft never leaves the folder", None)] = (
        Status.PUBLISHED
    )

    def is_sure(self, *keys: str) -> bool:
        """Whether the values of these keys are those that the editor wrote."""
        return not self.spoilt or not ({*keys, "*"} & {*self.spoilt})

    def mark(self, key: str) -> Mark:
        """Where the value of `key` stands; that of the key above, where a text stands for the entry that has the key;
        the record's first line when neither is there.
        """
        above = key.rpartition(".")[0]
        return next((self.marks[form] for form in (*_forms(key), *_forms(above)) if form in self.marks), Mark(1))

    def spot(self, where: str | Mark) -> Mark:
        """The spot in the file of a key of the head, or of what is one already."""
        return where if isinstance(where, Mark) else self.mark(where)

    def has(self, key: str) -> bool:
        """Whether the head has this key."""
        return any(form in self.marks for form in _forms(key))


def _forms(key: str) -> Iterator[str]:
    """A key, and what it is where an entry stands alone, without a list: `later.0.by` is `later.by` then."""
    yield key
    head, zero, tail = key.partition(".0.")
    if zero:
        yield from (f"{head}.{form}" for form in _forms(tail))
        yield from (f"{head}.0.{form}" for form in _forms(tail) if form != tail)
