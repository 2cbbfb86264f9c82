"""What contradicts: a source that says something else than a statement of a head, and versions of one thing."""

from typing import Annotated

from msgspec import Struct

from briefing.model.keys import Key
from briefing.model.kinds import Listed, Proved
from briefing.model.records.base import Cited, TranslatedByBeside, TranslatedTextBeside
from briefing.model.vocabulary import Basis


class Entry(Struct, frozen=True, kw_only=True):
    """What some sources say of a thing on which not all agree."""

    cite: Cited
    basis: Annotated[
        Basis | None, Key("how we know it; when left out, `direct` with a quote, else `reported`", "reported")
    ] = None
    quote: Annotated[Proved, Key("the speaker's own words, without the marks around them")] = ""
    speaker: Annotated[
        Listed, Key("who says the quote: a speaker or a body of an actor, or a voice of the source", "Name", most=120)
    ] = ""

    translation: TranslatedTextBeside = ""
    translated_by: TranslatedByBeside = ""

    @property
    def known(self) -> Basis:
        """How it is known."""
        return self.basis or (Basis.DIRECT if self.quote else Basis.REPORTED)


class Against(Entry, frozen=True, kw_only=True):
    """What a source says against a statement. It is never counted among what supports that."""

    says: Annotated[
        str, Key("what it says instead, in one sentence of ours", "The other source says otherwise.", most=400)
    ]


class Version(Entry, frozen=True, kw_only=True):
    """One of several versions of a thing, none of which is preferred. It has a figure, or says something."""

    says: Annotated[str, Key("what this version says, in one sentence of ours", most=400)] = ""
    figure: Annotated[str, Key("the figure of this version, as `12 people`", "12 people", most=60)] = ""


#: What sources say against that which stands beside it.
Contradicted = Annotated[tuple[Against, ...], Key("sources that contradict it, and what each says", None)]
#: The declaration of the versions of one thing.
VERSIONS = Key("where sources differ: two versions or more of it, each with its source", None)
