"""Checks on the life of statements: what became of them, whose they are together, and who declined to make any."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from briefing.checks import Checked, Finding, check
from briefing.checks.sequence import PAST, shown
from briefing.model import dates, standing, timing
from briefing.model.records import REPORTER, Actor, Corpus, Event, Later, Position, Record, Source, Stand, Stated
from briefing.model.relations import bearers, laters, records, sayings, speaker_names
from briefing.model.suggest import did_you_mean
from briefing.model.vocabulary import DECLINED, Basis, Turn

#: Every form of an actor's name and of its speakers', with the ids of whom it may mean.
Names = Mapping[str, set[str]]


def _names(corpus: Corpus) -> Names:
    names: dict[str, set[str]] = defaultdict(set)
    for id, actor in corpus.actors.items():
        for form in _forms(actor):
            names[form].add(id)
    return names


def _forms(actor: Actor) -> list[str]:
    """What an actor and those who speak for it are called."""
    return [form for form in (actor.id, actor.name, actor.short, *speaker_names(actor)) if form]


def _sources(corpus: Corpus, of: Stated | Event | Stand | Later) -> list[Source]:
    """The sources that something cites."""
    return [source for cite in of.cite if (source := corpus.sources.get(cite.source))]


def _published_by(source: Source) -> set[str]:
    """What a source itself is called where it takes back its own report."""
    return {source.id, source.publisher, source.author, REPORTER} - {""}


def _own(corpus: Corpus, record: Record, of: Stated | Event | Stand, names: Names) -> set[str] | None:
    """Whoever made a statement, by all names: those whose position it is, else those who speak in the paragraphs cited;
    and the sources themselves, which may take back what they told. None where it is not on record who speaks.
    """
    sources = _sources(corpus, of)
    found = {name for source in sources for name in _published_by(source)}
    if isinstance(record, Position) and isinstance(of, Stated):
        ids = {*bearers(record, of), record.via}
        found.add(of.speaker)
    else:
        if not all(source.voices for source in sources):
            return None
        speaking = {
            name
            for cite in of.cite
            for source in sources
            if source.id == cite.source
            for voice in source.voices
            if voice.label or any({*cite.paragraphs} & {*one.paragraphs(source.paragraphs)} for one in voice.passages)
            for name in voice.names
        }
        ids = {id for name in speaking for id in names.get(name, ())}
        found |= speaking
    return found | {form for id in ids if id in corpus.actors for form in _forms(corpus.actors[id])}


@check()
def check_later_by(checked: Checked) -> Iterator[Finding]:
    """Who denied, took back or corrected a statement must be on record; what is retracted or corrected is so by who
    said it.
    """
    corpus = checked.corpus
    if not checked.is_sure("content/actors", "name", "short", "speakers") or not checked.is_sure("seeds", "voices"):
        return
    names = _names(corpus)
    for record in records(corpus):
        for prefix, of, later in laters(record):
            sources = (*_sources(corpus, later), *_sources(corpus, of))
            heard = {name for source in sources for name in _heard(source)}
            known, unknown = heard | names.keys(), False
            for key in ("by", "speaker"):
                name = getattr(later, key)
                if not name or name in known:
                    continue
                unknown = True
                if (now := checked.became("content/actors", name)) not in ("", "-"):
                    yield Finding(record, prefix + key, f"the actor `{name}` is called `{now}` now.", f"Write `{now}`.")
                    continue
                message = f"`{name}` must be an actor's id, a speaker, or a voice or the publisher of the source cited"
                message += f"{did_you_mean(name, sorted(known))}."
                remedy = "Write the name as the actor has it, or add the speaker to the actor."
                yield Finding(record, prefix + key, message, remedy)
            if unknown:
                continue
            speaks, acts = names.get(later.speaker), names.get(later.by)
            if later.by and speaks and acts and not speaks & acts:
                message = f"`{later.speaker}` must speak for `{later.by}`, who {later.what} the statement."
                yield Finding(record, f"{prefix}speaker", message, "Correct the speaker, or `by`.")
                continue
            yield from _of_whom(record, prefix, of, later, _own(corpus, record, of, names))


def _heard(source: Source) -> set[str]:
    """All who speak in a source, it itself included."""
    return {name for voice in source.voices for name in voice.names} | _published_by(source)


def _of_whom(
    record: Record, prefix: str, of: Stated | Event | Stand, later: Later, own: set[str] | None
) -> Iterator[Finding]:
    """What is wrong with who did what became of a statement that `own` made."""
    key = f"{prefix}speaker" if later.speaker and not later.by else f"{prefix}by"
    key = key if record.has(key) else f"{prefix}what"
    is_position = isinstance(of, Stated)
    if later.what is Turn.DENIED and not later.whose:
        message = "what is denied must say who denies it."
        yield Finding(record, key, message, "Add `by: …`, an actor's id or a speaker.")
    elif later.is_own and own is not None and later.whose and not {later.by, later.speaker} - {""} <= own:
        message = f"a statement must be {later.what} by who made it; `{later.whose}` did not."
        remedy = "Name who made it; or, if another says that it is wrong, write `what: denied`."
        yield Finding(record, key, message, remedy)
    elif later.quote and not later.whose and not (later.is_own and is_position):
        message = "a quotation must name its speaker."
        yield Finding(record, f"{prefix}quote", message, "Add `by: …` or `speaker: …`.")


@check()
def check_later_order(checked: Checked) -> Iterator[Finding]:
    """What became of a statement must not lie before it."""
    corpus = checked.corpus
    for record in records(corpus):
        for prefix, of, later in laters(record):
            first, told = _first(corpus, of) if record.is_sure("as_of", "date", "state", "cite") else (0, "")
            if told and first > dates.latest(later.date):
                message = f"a statement must not be {later.what} before it is made; this was {told}, "
                message += f"its `{later.what}` is of {dates.words(later.date)}."
                yield Finding(record, f"{prefix}date", message, "Correct one of the two dates.")


def _first(corpus: Corpus, of: Stated | Event | Stand) -> tuple[int, str]:
    """The number of the first day of which a statement may be, and the day in words; no words where it has none: what
    is due may be denied before it comes.
    """
    if isinstance(of, Event):
        told = timing.own(of) if of.state in PAST else None
        return (told.earliest, shown(of)) if told else (0, "")
    day = standing.day(of, _sources(corpus, of)) if isinstance(of, Stand) else of.as_of
    return (dates.earliest(day), f"of {dates.words(day)}") if day else (0, "")


@check()
def check_later_twice(checked: Checked) -> Iterator[Finding]:
    """What became of a statement must be told once."""
    for record in records(checked.corpus):
        seen: set[tuple[object, ...]] = set()
        for prefix, of, later in laters(record):
            told = (id(of), later.what, later.date, later.whose)
            if told in seen:
                message = f"what became of a statement must stand here once; `{later.what}` of "
                message += f"{dates.words(later.date)} is here twice."
                yield Finding(record, f"{prefix}what", message, "Take one of the two out, or correct its day.")
            seen.add(told)


@check()
def check_with_self(checked: Checked) -> Iterator[Finding]:
    """A joint statement must name the other actors whose it is, not the record's own once more."""
    for position in checked.corpus.positions.values():
        for prefix, said in sayings(position):
            if position.actor in said.joint:
                message = f"`with` must name other actors; the position is that of `{position.actor}` anyway."
                yield Finding(position, f"{prefix}with", message, "Take the id out of the list.")


@check()
def check_joint_twice(checked: Checked) -> Iterator[Finding]:
    """An actor must have one position on a question: what it says together with others is one."""
    positions = checked.corpus.positions
    joint: dict[tuple[str, str], Position] = {}
    for position in positions.values():
        for prefix, said in sayings(position) if position.is_sure("with", "earlier", "as_of") else ():
            for actor in {*said.joint} - {position.actor}:
                own = positions.get(f"{actor}/{position.question}")
                is_present = not prefix
                other = joint.setdefault((actor, position.question), position) if is_present else position
                if own and (is_present or dates.is_later(said.as_of, own.stated.as_of)):
                    message = f"an actor must have one position on a question; `{actor}` takes part in this one, "
                    message += f"and has another in `{own.path}`"
                    message += "." if is_present else ", which is older."
                    remedy = (
                        f"Take `{actor}` out here; or delete `{own.path}`, or put what stands there under `earlier`."
                    )
                    yield Finding(position, f"{prefix}with", message, remedy)
                elif other is not position:
                    message = f"an actor must have one position on a question; `{actor}` takes part in this one and "
                    message += f"in `{other.path}`."
                    remedy = f"Take `{actor}` out of one; the older of the two belongs under `earlier`."
                    yield Finding(position, f"{prefix}with", message, remedy)


@check()
def check_declined_reserved(checked: Checked) -> Iterator[Finding]:
    """A question must not define the stance `declined`, which every question has."""
    for question in checked.corpus.questions.values():
        if DECLINED in question.stances:
            message = f"`{DECLINED}` must not be among the stances: every question has it, shown as Declined to answer."
            yield Finding(question, f"stances.{DECLINED}", message, "Take it out, or give that answer another id.")


@check()
def check_declined_inferred(checked: Checked) -> Iterator[Finding]:
    """That an actor declined to answer must be told by a source; where none does, it is not stated in our sources."""
    for position in checked.corpus.positions.values():
        for prefix, said in sayings(position):
            if said.stance == DECLINED and said.known is Basis.INFERRED:
                message = "that an actor declined to answer must be told by a source, and not be inferred."
                remedy = "Cite the source that says so; or delete the position: the site then says by itself that "
                remedy += "the sources do not state one."
                yield Finding(position, f"{prefix}basis", message, remedy)
