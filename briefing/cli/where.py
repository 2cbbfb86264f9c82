"""What `invoke where` says: each spot that holds what is looked for, with the words around it, by record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from briefing.dossier.where import Place
from briefing.model.problems import printable
from briefing.model.wording import count


def as_text(query: str, places: Sequence[Place]) -> Iterator[str]:
    """Lines for the editor: `path:line:column: words around`, below the title of each record."""
    for (_, title), group in groupby(places, key=lambda place: (place.path, place.title)):
        yield printable(title)
        for place in group:
            key = f"{place.key}: " if place.key else ""
            yield printable(f"{place.path}:{place.line}:{place.column}: {key}{place.words}")
        yield ""
    if places:
        files = len({place.path for place in places})
        spots = count(len(places), "place in ", "places in ")
        yield printable(f"{spots}{count(files, 'record')} {'holds' if len(places) == 1 else 'hold'} “{query}”.")
    else:
        yield printable(f"Nothing holds “{query}”.")


def as_json(places: Sequence[Place]) -> str:
    """A JSON list of the places, each with `path line column title key words`."""
    return msgspec.json.format(msgspec.json.encode(places), indent=2).decode()
