"""What is known of each key of a head, declared once: beside the field of the record that holds its value.

The declaration is a `Key` in the field's `Annotated` type; the type says how the value is written. Reading, checking,
what counts as published, the page of changes, docs/records.md, skeletons and the JSON Schema all follow from it.
"""

from __future__ import annotations

import functools
import types
from collections.abc import Callable, Mapping
from enum import Enum, StrEnum
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from msgspec import NODEFAULT, Struct, structs

from briefing.model import forms
from briefing.model.dates import PartialDate
from briefing.model.forms import Form
from briefing.model.written import Citation


class Kind(NamedTuple):
    """A kind of text that is not simply our own words: why, and the codes of the rules that it is spared; None spares
    it all of them. `form` is how it is written, when not as any line of text.
    """

    why: str
    spared: frozenset[str] | None = None
    form: Form | None = None


class Key(Struct, frozen=True):
    """The declaration of a key.

    `help` is what an editor must know; it may name the `{source}`, `{id}` and `{question}` of a record. `sample` is a
    value for a new record, which may hold `{today}`, too; `Field.sample` says what it is when left out, and with None
    new records do without the key. An optional key stands there as a comment unless it `is_suggested`. `label` names
    the value on the page of changes. `most` and `least` limit letters, numbers or degrees.
    `published` says that the value must not change silently once it is published: True under the key, or a function
    of the record that gives such values by their keys. `remedy` replaces that of the form. `is_counted` marks what
    `invoke verify --accept` writes: a draft may do without.
    """

    help: str = ""
    sample: Any = ...
    label: str = ""
    most: int | None = None
    least: int = 0
    published: bool | Callable[[Any], Mapping[str, str | list[str]]] = False
    remedy: str = ""
    is_suggested: bool = False
    is_question: bool = False
    is_counted: bool = False


class Made(NamedTuple):
    """Why a field of a record has no key in the head."""

    why: str


#: For values that the reader makes, or that follow from the file.
MADE = Made("made while the file is read")
#: For a nested value whose keys stand beside the record's own.
HERE = Key()


class Shape(Enum):
    """How the value of a key is built."""

    SCALAR = "one value"
    LIST = "a list of texts"
    MAPPING = "texts by keys of the editor's own"
    CITATIONS = "citations"
    ENTRY = "keys below the key"
    ENTRIES = "a list of entries with keys"
    HERE = "keys beside the record's own"


class Field(Struct, frozen=True):
    """A field of a record with all that its declaration says.

    `form` is that of the value, of each item or of each value of a mapping, `names` that of a mapping's keys, `entry`
    the type of what is nested, `type` that of one value. `spared` are the codes of the rules that its text is spared,
    None where it holds no text of ours. `default` is the value when the key is not there, or cannot be read.
    """

    name: str
    key: str
    says: Key
    shape: Shape
    required: bool
    default: Any
    type: Any
    spared: frozenset[str] | None
    form: Form | None = None
    names: Form | None = None
    entry: type[Struct] | None = None

    @property
    def label(self) -> str:
        """The name of the value for readers: the key when no other is declared."""
        return self.says.label or self.key.replace("_", " ").capitalize()

    @property
    def sample(self) -> Any:
        """A value to start from: the declared one, else the first word of a closed list, a day, or the help as a
        sentence; None for none.
        """
        if self.says.sample is not ...:
            return self.says.sample
        if self.shape is Shape.LIST:
            return ()
        if self.type is PartialDate:
            return "{today}"
        if self.shape is Shape.SCALAR and isinstance(self.type, type) and issubclass(self.type, Enum):
            return next(iter(self.type)).value
        text = self.says.help.partition(";")[0]
        return f"{text[:1].upper()}{text[1:]}." if self.type is str and text else None


@functools.cache
def fields(kind: type[Struct]) -> tuple[Field, ...]:
    """The fields of a record, or of a value in it, that have a key in the head, in the order of the class.

    Raises TypeError for a field that is not declared, or whose type cannot stand in a head.
    """
    found = []
    for info in structs.fields(kind):
        hint, notes = _plain(info.type)
        if MADE in notes:
            continue
        says = next((note for note in notes if isinstance(note, Key)), None)
        if says is None:
            raise TypeError(f"{kind.__name__}.{info.name} must be declared by a Key, or marked MADE")
        try:
            parts = _parts(hint, notes, says)
        except TypeError as error:
            raise TypeError(f"{kind.__name__}.{info.name}: {error}") from None
        default = info.default
        if info.default_factory is not NODEFAULT:
            default = info.default_factory()
        required = default is NODEFAULT and says is not HERE and not says.is_counted
        if default is NODEFAULT:
            default = _stand_in(parts["type"], parts["shape"])
        found.append(Field(info.name, info.encode_name, says, required=required, default=default, **parts))
    return tuple(found)


def _plain(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """A type without what is annotated to it, and without None; and these annotations, the outer ones first."""
    if get_origin(hint) is Annotated:
        inner, notes = _plain(get_args(hint)[0])
        return inner, (*hint.__metadata__[::-1], *notes)
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (part for part in get_args(hint) if part is not types.NoneType)
        return _plain(hint)
    return hint, ()


def _parts(hint: Any, notes: tuple[Any, ...], says: Key) -> dict[str, Any]:
    """What the type of a field says of it."""
    origin, arguments = get_origin(hint), get_args(hint)
    form = next((note for note in notes if isinstance(note, Form)), None)
    if form or (isinstance(hint, type) and not issubclass(hint, Struct)) or hint is PartialDate:
        spared, form = _text(hint, notes, says, form)
        return {"shape": Shape.SCALAR, "type": hint, "spared": spared, "form": form}
    if isinstance(hint, type):
        shape = Shape.HERE if says is HERE else Shape.ENTRY
        return {"shape": shape, "type": hint, "spared": _nested(hint), "entry": hint}
    if origin is tuple and arguments[0] is Citation:
        return {"shape": Shape.CITATIONS, "type": hint, "spared": None}
    if origin is tuple and isinstance(arguments[0], type) and issubclass(arguments[0], Struct):
        entry = arguments[0]
        return {"shape": Shape.ENTRIES, "type": hint, "spared": _nested(entry), "entry": entry}
    if origin is tuple:
        inner, inner_notes = _plain(arguments[0])
        spared, form = _text(inner, inner_notes, says, None)
        return {"shape": Shape.LIST, "type": hint, "spared": spared, "form": form}
    if origin is not None and issubclass(origin, Mapping):
        (_, key_notes), (inner, inner_notes) = map(_plain, arguments)
        names = next(note.form for note in key_notes if isinstance(note, Kind))
        spared, form = _text(inner, inner_notes, says, None)
        return {"shape": Shape.MAPPING, "type": hint, "spared": spared, "form": form, "names": names}
    raise TypeError(f"{hint} is no type that a head can hold")


def _nested(entry: type[Struct]) -> frozenset[str] | None:
    """Nothing spared where a nested value holds text; None where it does not."""
    return frozenset() if any(field.spared is not None for field in fields(entry)) else None


def _text(hint: Any, notes: tuple[Any, ...], says: Key, form: Form | None) -> tuple[frozenset[str] | None, Form]:
    """The rules that one value is spared (None: it is no text), and how it is written."""
    if hint is str:
        kind = next((note for note in notes if isinstance(note, Kind)), Kind("our own words", frozenset()))
        return kind.spared, form or kind.form or forms.line(says.most or forms.MOST_LETTERS, says.is_question)
    if form:
        return None, form
    if hint is PartialDate:
        return None, forms.DATE
    if hint is bool:
        return None, forms.YES_NO
    if hint is int:
        return None, forms.number(says.least, 1_000_000 if says.most is None else says.most)
    if hint is float and says.most:
        return None, forms.degrees(says.most)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return None, forms.choice(hint)
    raise TypeError(f"{hint} is no type of value that a head can hold")


def _stand_in(hint: Any, shape: Shape) -> Any:
    """What stands for a required value that is missing or cannot be read."""
    if shape in (Shape.ENTRY, Shape.HERE):
        return hint(**{field.name: field.default for field in fields(hint)})
    if hint is PartialDate:
        return PartialDate(1)
    if shape is Shape.SCALAR and issubclass(hint, StrEnum):
        return next(iter(hint))
    return {} if shape is Shape.MAPPING else () if shape is not Shape.SCALAR else hint()
