"""The kinds of text that the fields of records hold, and the way through all of them.

A field of plain `str` holds our own words, which are held to every rule for these; nothing has to be listed for that.
Every other kind says beside its name why it is spared, and which rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, NamedTuple

from msgspec import Struct

from briefing.model import citations, forms
from briefing.model.keys import Kind, Shape, fields

#: The rules on how we choose our words.
CHOICE = frozenset({"name-form", "loaded-word", "relative-time"})

Id = Annotated[str, Kind("made of a-z, 0-9 and hyphens only", form=forms.RECORD_ID)]
SourceId = Annotated[str, Kind("made of a-z, 0-9 and hyphens only", form=forms.SOURCE_ID)]
StatementId = Annotated[str, Kind("made of a-z, 0-9, hyphens and a slash only", form=forms.STATEMENT_ID)]
FormerId = Annotated[str, Kind("made of a-z, 0-9 and hyphens only", form=forms.FORMER_ID)]
LineName = Annotated[str, Kind("one of a closed list of words, perhaps with a number", form=forms.LINE_NAME)]
Spot = Annotated[str, Kind("a paragraph or a line as a citation has it, `¶2`", form=forms.SPOT)]
Language = Annotated[str, Kind("a language tag", form=forms.LANGUAGE)]
EventOrDate = Annotated[str, Kind("the id of an event, or a date", form=forms.WHEN_OR_EVENT)]
Hash = Annotated[str, Kind("figures and letters that the generator counts", form=forms.SHA256)]
Address = Annotated[str, Kind("an address on the web, which has rules of its own", form=forms.ADDRESS)]
MapFile = Annotated[str, Kind("the name of a file in `content/maps`", form=forms.MAP_FILE)]
Listed = Annotated[str, Kind("must be one of a closed list of words, or the name of a speaker of an actor")]
Proved = Annotated[str, Kind("a source's own words, which are proved as a quotation", is_quotation=True)]
Translated = Annotated[
    str,
    Kind(
        "a translation of somebody's words, told as such",
        CHOICE | {"quote-uncited", "source-copied", "year-unmarked", "quotation-open"},
    ),
]
Term = Annotated[str, Kind("never shown; five words at most that quotation marks set apart elsewhere")]
Unshown = Annotated[str, Kind("shown to editors only, never on the site")]
Printed = Annotated[str, Kind("a name or title as others write it, not our choice of words", CHOICE)]
OnNames = Annotated[str, Kind("says which other forms a name has", frozenset({"name-form"}))]


class Text(NamedTuple):
    """One text in a head: its key, with dots between nested ones, the text, what it cites, as far as its part of the
    head has a citation, and the codes of the rules that it is spared.
    """

    key: str
    text: str
    cite: tuple[Any, ...]
    spared: frozenset[str]


def texts(record: Struct, prefix: str = "", cite: tuple[Any, ...] = ()) -> Iterator[Text]:
    """Every text of a record's head that can be read as ours, empty ones left out; one that stands under a paragraph of
    the record's own text cites that.

    For a value within a head, `prefix` is what its keys begin with, and `cite` what is cited around it.
    """
    cite = getattr(record, "cite", cite)
    for field in fields(type(record)):
        spared = field.spared
        if spared is None or not (inner := getattr(record, field.name)):
            continue
        key = prefix + field.key
        match field.shape:
            case Shape.SCALAR:
                yield Text(key, inner, cite, spared)
            case Shape.LIST:
                yield from (Text(f"{key}.{index}", item, cite, spared) for index, item in enumerate(inner))
            case Shape.MAPPING:
                for name, item in inner.items():
                    own = citations.parse(f"{getattr(record, 'id', '')} {name}") if field.names is forms.SPOT else cite
                    yield Text(f"{key}.{name}", item, own, spared)
            case Shape.LISTS:
                for name, items in inner.items():
                    keys = [f"{key}.{name}.{index}" for index in range(len(items))] if items[1:] else [f"{key}.{name}"]
                    yield from (Text(one, item, cite, spared) for one, item in zip(keys, items, strict=True))
            case Shape.HERE:
                yield from texts(inner, prefix, cite)
            case Shape.ENTRY:
                yield from texts(inner, f"{key}.", cite)
            case Shape.NAMED:
                for name, item in inner.items():
                    yield from texts(item, f"{key}.{name}.", cite)
            case Shape.ENTRIES:
                for index, item in enumerate(inner):
                    yield from texts(item, f"{key}.{index}.", cite)
