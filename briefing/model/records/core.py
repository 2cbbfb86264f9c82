"""The core disagreement, as the home page tells it: one question, a row for each side."""

from typing import Annotated

from msgspec import Struct

from briefing.model.citations import Citation
from briefing.model.keys import Key
from briefing.model.kinds import Id, StatementId
from briefing.model.vocabulary import Basis


class CoreRow(Struct, frozen=True, kw_only=True):
    """A row: the position that it tells, and other positions told with it. `says` has a basis and a citation."""

    position: Annotated[StatementId, Key("the position that it tells, as `actor/question`; none that is inferred")]
    also: Annotated[tuple[StatementId, ...], Key("other positions told in the same row", None)] = ()
    name: Annotated[str, Key("who it is, where the actors' short names will not do", None, most=60)] = ""
    says: Annotated[
        str,
        Key(
            "the answer in two to eight words, where the short words of the stance will not do; needs `basis` and "
            "`cite`",
            None,
            most=80,
        ),
    ] = ""
    basis: Annotated[Basis | None, Key("how we know what it `says`", "reported", label="How we know it")] = None
    cite: Annotated[tuple[Citation, ...], Key("source and paragraph of what it `says`", "{source} ¶1")] = ()
    quote: Annotated[
        StatementId, Key("the position whose quotation stands in the row, when it is not its own", None)
    ] = ""

    @property
    def positions(self) -> tuple[str, ...]:
        """The ids of the positions that it tells."""
        return (self.position, *self.also)


class Core(Struct, frozen=True, kw_only=True):
    """The question that leads the home page, and who answers it how."""

    question: Annotated[Id, Key("the id of the question that is at the core", "id-of-a-question")]
    rows: Annotated[
        tuple[CoreRow, ...],
        Key("who answers it; when left out, of each side the first actor whose position on it is stated"),
    ] = ()


def told(core: Core | None) -> dict[str, str | list[str]]:
    """What rows say in words of their own, which are published."""
    says = sorted(row.says for row in core.rows if row.says) if core else []
    return {"core": says} if says else {}
