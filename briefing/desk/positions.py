"""A skeleton of a position made of words that were marked: as `invoke new position` writes it, with what is known."""

from __future__ import annotations

import re

from msgspec import Struct

from briefing.desk.quoting import Quoted
from briefing.desk.shelf import Shelf
from briefing.model import dates
from briefing.model.problems import Problem
from briefing.model.records import Corpus, Source
from briefing.model.vocabulary import Basis
from briefing.reading import scaffold
from briefing.voices.cast import Cast, Party

#: The keys of a head that the desk fills in.
_FILLED = ("as_of", "basis", "cite", "quote", "speaker")


class Skeleton(Struct, frozen=True):
    """The file of a position and its text; `notes` are what an editor must know of it before it is saved."""

    path: str
    text: str
    notes: tuple[str, ...]


def skeleton(shelf: Shelf, source: Source, quoted: Quoted, actor: str, question: str, today: str) -> Skeleton:
    """The position of an actor on a question that rests on words that were marked.

    Words of the actor's own are quoted; of what the source tells in its own words, the paragraph is cited only, for it
    goes into our words. Raises KeyError for an actor or a question that the dossier does not have.
    """
    corpus = shelf.corpus
    stances = corpus.questions[question].stances
    path, text = scaffold.skeleton("position", f"{actor}/{question}", _said_on(source, quoted) or today, source.id)
    keys, notes = {"cite": quoted.cite}, []
    speaker = _speaker(corpus, source, quoted, actor)
    if quoted.basis is Basis.DIRECT and not quoted.is_block:
        keys |= {"basis": "", "quote": _typed(quoted.words)}
    elif quoted.basis is Basis.DIRECT:
        notes.append("A quotation in a head stands in one paragraph: mark less, or tell it in your own words.")
    else:
        keys["basis"] = "reported" if speaker else "reporter"
        if not speaker:
            notes.append("The source tells this in its own words, and of nobody who speaks for this actor.")
    if speaker:
        keys["speaker"] = _typed(speaker)
    for key, value in keys.items():
        text = _with(text, key, value)
    text = re.sub(r"(?<=^stance: )(\S+ *)#.*$", rf"\g<1># one of: {', '.join(stances)}, declined", text, flags=re.M)
    text = re.sub(
        r"(?<=^as_of: )(\S+ *)#.*$", r"\g<1># the day on which it was said, if not this one", text, flags=re.M
    )
    if (shelf.root / path).exists():
        notes.append(f"{path} is there already: put what is new into it, and what it said before under its `earlier`.")
    tried = re.sub(r"(?<=^stance: )\S+", next(iter(stances), "declined"), text, count=1, flags=re.M)
    tried = tried.partition("\n---\n")[0] + f"\n---\nIt says so [@{quoted.cite.replace(' ', ', ', 1)}].\n"
    found = shelf.published(path, tried.encode()).problems
    notes += [f"{problem.message} {problem.remedy}" for problem in found if _is_of_head(problem, tried)]
    return Skeleton(path, text, tuple(dict.fromkeys(notes)))


def _is_of_head(problem: Problem, text: str) -> bool:
    """Whether a problem is of what the desk filled in, and not of what the editor has yet to write."""
    line = text.split("\n")[problem.line - 1] if problem.line <= text.count("\n") else ""
    return line.partition(":")[0] in _FILLED


def actors(corpus: Corpus, source: Source, quoted: Quoted) -> list[str]:
    """The ids of the actors whose words these seem to be: of who says them, else of those whom the source tells of."""
    if quoted.basis is Basis.DIRECT and quoted.voice:
        parties = [_party(corpus, source, quoted.voice.name)]
    else:
        parties = [_party(corpus, source, name) for name in quoted.told]
    return [id for party in parties if party for id in sorted(party.actors)]


def _speaker(corpus: Corpus, source: Source, quoted: Quoted, actor: str) -> str:
    """The name under `speaker` of who says the words for an actor; empty where nobody does, as far as is known."""
    if quoted.basis is Basis.DIRECT and quoted.voice:
        return quoted.voice.name
    own = (party for name in quoted.told if (party := _party(corpus, source, name)) and actor in party.actors)
    return next((party.name for party in own), "")


def _party(corpus: Corpus, source: Source, name: str) -> Party | None:
    return Cast.of(corpus).with_source(source).named(name)


def _said_on(source: Source, quoted: Quoted) -> str:
    """The day on which the words were said, or the source published; empty where neither is known."""
    if quoted.voice and quoted.voice.date:
        return quoted.voice.date
    return str(source.published) if source.published and dates.has_year(source.published) else ""


def _with(text: str, key: str, value: str) -> str:
    """A skeleton with the value of a key of its own, also where it stands there behind a `#`; without one, the key goes
    behind a `#`.
    """
    line = re.compile(rf"^(?:# )?({key}:)[^\n]*$", re.M)
    return line.sub(lambda match: f"{match[1]} {value}" if value else f"# {match.group()}", text, count=1)


def _typed(value: str) -> str:
    """A value as a head takes it: between marks where it would else be read as something else."""
    is_plain = re.fullmatch(r"[^\W_][^\n]*", value) and not re.search(r": |:$| #", value)
    return value if is_plain else "'" + value.replace("'", "''") + "'"
