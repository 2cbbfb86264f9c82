"""What is known of each key of a head, declared once: beside the field of the record that holds its value.

The declaration is a `Key` in the field's `Annotated` type; the type says how the value is written. Reading, checking,
what counts as published, the page of changes, docs/records.md, skeletons and the JSON Schema all follow from it.
"""

from __future__ import annotations

import functools
import itertools
import types
from collections.abc import Callable, Mapping
from enum import Enum, StrEnum
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from msgspec import NODEFAULT, Struct, structs

from briefing.model import forms
from briefing.model.citations import Citation
from briefing.model.dates import PartialDate
from briefing.model.forms import Form
from briefing.model.when import When


class Kind(NamedTuple):
    """A kind of text that is not simply our own words: why, and the codes of the rules that it is spared; None spares
    it all of them. `form` is how it is written, when not as any line of text; `is_quotation` marks others' own words.
    """

    why: str
    spared: frozenset[str] | None = None
    form: Form | None = None
    is_quotation: bool = False


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


OWN_WORDS = Kind("our own words, which are held to every rule", frozenset())
#: The types of dates, each of which stands in a head as one value.
DATES = (PartialDate, When)
#: Marks a field that the reader makes, or that follows from the file.
NOT_IN_HEAD = object()
#: For a nested value whose keys stand beside the record's own.
HERE = Key()


class Shape(Enum):
    """How the value of a key is built."""

    SCALAR = "one value"
    LIST = "a list of texts"
    MAPPING = "texts by keys of the editor's own"
    LISTS = "one text or a list of them by keys of the editor's own"
    CITATIONS = "citations"
    ENTRY = "keys below the key"
    NAMED = "keys, or a text in place of the first of them, by keys of the editor's own"
    ENTRIES = "a list of entries with keys"
    HERE = "keys beside the record's own"


#: The shapes of values by keys of the editor's own.
_KEYED = (Shape.MAPPING, Shape.LISTS, Shape.NAMED)


class Field(Struct, frozen=True):
    """A field of a record with all that its declaration declared.

    `type` is that of the value. `form` is that of the value, of each item or of each value of a mapping, `names` that
    of a mapping's keys, `entry` the type of what is nested. `kind` is that of its text, None where it is no text.
    `spared` are the codes of the rules that the text in it is spared, None where no rule looks at it.
    `default` is the value when the key is not there, or cannot be read.
    """

    name: str
    key: str
    declared: Key
    shape: Shape
    type: Any
    required: bool
    default: Any
    kind: Kind | None
    spared: frozenset[str] | None
    form: Form | None
    names: Form | None
    entry: type[Struct] | None

    @property
    def label(self) -> str:
        """The name of the value for readers: the key when no other is declared."""
        return self.declared.label or self.key.replace("_", " ").capitalize()

    @property
    def words(self) -> list[str]:
        """The words of a closed list; none for any other value."""
        return list(self.form.schema.get("enum", ())) if self.form else []

    @property
    def sample(self) -> Any:
        """A value to start from: the declared one, else the first word of a closed list, a day, or the help as a
        sentence; None for none.
        """
        if self.declared.sample is not ...:
            return self.declared.sample
        if self.shape is Shape.LIST:
            return ()
        if self.type in DATES:
            return "{today}"
        if self.words:
            return self.words[0]
        text = self.declared.help.partition(";")[0]
        return f"{text[:1].upper()}{text[1:]}." if self.kind and not self.kind.form and text else None


@functools.cache
def fields(kind: type[Struct]) -> tuple[Field, ...]:
    """The fields of a record, or of a value in it, that have a key in the head, in the order of the class.

    Raises TypeError for a field that is not declared, or whose type cannot stand in a head.
    """
    return tuple(_field(kind, info) for info in structs.fields(kind) if NOT_IN_HEAD not in _plain(info.type)[1])


@functools.cache
def in_head(kind: type[Struct]) -> tuple[Field, ...]:
    """The fields whose keys stand side by side in the head, those of a nested value that stands there, too."""
    found = ((field,) if field.shape is not Shape.HERE else in_head(field.type) for field in fields(kind))
    return tuple(itertools.chain.from_iterable(found))


def filled(text: str, values: Mapping[str, str]) -> str:
    """A help or a sample with what it leaves open, as `{source}`."""
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _field(kind: type[Struct], info: structs.FieldInfo) -> Field:
    plain, notes = _plain(info.type)
    declared = next((note for note in notes if isinstance(note, Key)), None)
    if declared is None:
        raise TypeError(f"{kind.__name__}.{info.name} must be declared by a Key, or marked NOT_IN_HEAD")
    shape = _shape(plain, notes)
    first, *others = get_args(plain) or (plain,)
    mapped = others[0] if others else None
    entry = mapped if shape is Shape.NAMED else first if shape in (Shape.ENTRY, Shape.ENTRIES, Shape.HERE) else None
    one = {
        Shape.SCALAR: info.type,
        Shape.LIST: first,
        Shape.MAPPING: mapped,
        Shape.LISTS: next(iter(get_args(mapped)), None),
    }.get(shape)
    words, form = _written(one, declared) if one else (None, None)
    has_words = entry is not None and any(field.spared is not None for field in fields(entry))
    default = info.default_factory() if info.default_factory is not NODEFAULT else info.default
    return Field(
        name=info.name,
        key=info.encode_name,
        declared=declared,
        shape=shape,
        type=plain,
        required=default is NODEFAULT and declared is not HERE and not declared.is_counted,
        default=_stand_in(plain, shape) if default is NODEFAULT else default,
        kind=words,
        spared=words.spared if words else frozenset() if has_words else None,
        form=form,
        names=_written(first, declared)[1] if shape in _KEYED else None,
        entry=entry,
    )


def _plain(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """A type without what is annotated to it, and without None; and these annotations, the outer ones first."""
    if get_origin(hint) is Annotated:
        inner, notes = _plain(get_args(hint)[0])
        return inner, (*hint.__metadata__[::-1], *notes)
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (part for part in get_args(hint) if part is not types.NoneType)
        return _plain(hint)
    return hint, ()


def _is_choice(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, StrEnum)


def _is_struct(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Struct) and hint not in DATES


def _shape(hint: Any, notes: tuple[Any, ...]) -> Shape:
    """How the value of a type is built; whether a single value can stand in a head, `_written` tells."""
    origin, first = get_origin(hint), next(iter(get_args(hint)), None)
    if _is_struct(hint):
        return Shape.HERE if any(note is HERE for note in notes) else Shape.ENTRY
    if origin is tuple and not any(isinstance(note, Form) for note in notes):
        return Shape.CITATIONS if first is Citation else Shape.ENTRIES if _is_struct(first) else Shape.LIST
    if origin is None or not issubclass(origin, Mapping):
        return Shape.SCALAR
    mapped = get_args(hint)[1]
    return Shape.NAMED if _is_struct(mapped) else Shape.LISTS if get_origin(mapped) is tuple else Shape.MAPPING


def _written(hint: Any, declared: Key) -> tuple[Kind | None, Form]:
    """What kind of text one value of a type is, None for no text; and how it is written."""
    plain, notes = _plain(hint)
    kind = next((note for note in notes if isinstance(note, Kind)), OWN_WORDS) if plain is str else None
    if form := next((note for note in notes if isinstance(note, Form)), kind and kind.form):
        return kind, form
    if plain in DATES:
        return None, forms.DATE if plain is PartialDate else forms.WHEN
    if plain is bool:
        return None, forms.YES_NO
    if plain is int:
        return None, forms.number(declared.least, 1_000_000 if declared.most is None else declared.most)
    if plain is float:
        return None, forms.degrees(declared.most or 180)
    if _is_choice(plain):
        return None, forms.choice(plain)
    if plain is not str:
        raise TypeError(f"{plain} must be of a type that a head can hold")
    return kind, forms.line(declared.most or forms.MOST_LETTERS, declared.is_question)


def _stand_in(hint: Any, shape: Shape) -> Any:
    """What stands for a required value that is missing or cannot be read."""
    if shape in (Shape.ENTRY, Shape.HERE):
        return hint(**{field.name: field.default for field in fields(hint)})
    if shape is not Shape.SCALAR:
        return {} if shape in _KEYED else ()
    if _is_choice(hint):
        return next(iter(hint))
    return PartialDate(1) if hint is PartialDate else hint()
