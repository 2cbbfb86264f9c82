"""The records on what is contested: questions with their answers."""

import re
from collections.abc import Mapping
from typing import Annotated

from msgspec import Struct

from briefing.model.keys import Key
from briefing.model.kinds import Id
from briefing.model.records.base import Record
from briefing.model.vocabulary import Sign

#: How a full answer begins that says yes or no; `No one` and `No-one` say neither.
_ANSWER = re.compile(r"(yes|no)\b(?!-|\s+one\b)", re.IGNORECASE)


class Stance(Struct, frozen=True, kw_only=True):
    """One answer to a question."""

    says: Annotated[str, Key("the full answer to the question, in plain words")]
    short: Annotated[str, Key("the same in two to six words, for tables; the full words when left out", most=60)] = ""
    sign: Annotated[
        Sign | None,
        Key("what it is to the question as worded; when left out, by whether the full words begin with Yes or No"),
    ] = None

    @property
    def brief(self) -> str:
        """Its words where there is little room."""
        return self.short or self.says.removesuffix(".")

    @property
    def drawn(self) -> Sign:
        """The sign that stands before its words."""
        found = _ANSWER.match(self.says)
        return self.sign or (Sign(found[1].lower()) if found else Sign.OTHER)


def _stances(question: "Question") -> dict[str, str | list[str]]:
    """The answers by their ids, and what stands for them in tables, as far as it is given."""
    full = {f"stances.{id}": stance.says for id, stance in question.stances.items()}
    short = {f"stances.{id}.short": stance.short for id, stance in question.stances.items() if stance.short}
    signs = {f"stances.{id}.sign": str(stance.sign) for id, stance in question.stances.items() if stance.sign}
    return {**full, **short, **signs}


class Question(Record, frozen=True, kw_only=True):
    """One contested question with its closed list of stances."""

    title: Annotated[
        str, Key("a question, ending in `?`", "What is contested?", most=200, is_question=True, published=True)
    ]
    short: Annotated[str, Key("two or three words for a column's head", "Short head", most=30)]
    summary: Annotated[str, Key("why it is contested, in one sentence", most=300)]
    order: Annotated[int, Key("questions are listed by this number", "99", is_suggested=True)] = 0
    stances: Annotated[
        Mapping[Id, Stance],
        Key(
            "every answer that may be given, in plain words; each a full answer to the question",
            {"agree": "Yes, for the reason given.", "disagree": "No, for the reason given."},
            label="Stance",
            published=_stances,
        ),
    ]
