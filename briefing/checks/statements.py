"""Checks on statements: how they are known, whom they are attributed to, what they rest on."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from briefing.checks import Checked, Finding, check
from briefing.model import dates
from briefing.model.citations import GENERAL, Citation
from briefing.model.problems import Level
from briefing.model.prose import Lack, Mark
from briefing.model.records import About, Actor, Brief, Names, PartialDate, Place, Position, Record, Source, Words
from briefing.model.relations import bearers, head_basis, head_cite, may_be_ours, records, sayings, speaker_names
from briefing.model.statements import ENTRIES, Quotation, Role, quotations
from briefing.model.suggest import did_you_mean
from briefing.model.text import same_name
from briefing.model.vocabulary import DECLINED, Basis
from briefing.quotations import assumed
from briefing.quotations.bounds import trim
from briefing.quotations.matching import normalise
from briefing.voices.cast import parted

#: Statements of heads whose quotation stands under a key beside them.
_BY_KEY = ENTRIES | {Role.POSITION, Role.LATER}


@check()
def check_direct_without_quote(record: Record) -> Iterator[Finding]:
    """A statement whose basis is `direct` must hold a quotation."""
    quoted = {quotation.where: said.role for said, quotation in quotations(record.statements)}
    in_prose = any(isinstance(where, Mark) and role is not Role.AGAINST for where, role in quoted.items())
    for statement in record.statements:
        in_words = statement.role in ENTRIES and statement.key.replace("cite", "says") in quoted
        if statement.basis is not Basis.DIRECT or statement.quotations or in_words or statement.role is Role.FIGURE:
            continue
        if isinstance(statement.where, Mark):
            where: str | Mark = statement.where
            remedy = "Quote the words before the citation, or write how it is known: reported, reporter or inferred."
        elif record.is_sure("quote", "body") and (statement.role in _BY_KEY or not in_prose):
            where = statement.key.replace("cite", "basis")
            remedy = "Add a `quote`, or write how it is known: reported, reporter or inferred."
        else:
            continue
        yield Finding(record, where, "a `direct` statement must hold a quotation.", remedy)


@check()
def check_basis_missing(record: Record) -> Iterator[Finding]:
    """Every statement must say how it is known."""
    if isinstance(record, Position):
        for prefix, said in sayings(record):
            if said.basis is None and not said.quote and record.is_sure("basis", "quote", "earlier"):
                message = "a position without a quotation must say how it is known."
                remedy = f"Add `basis:`, one of {', '.join(word for word in Basis if word is not Basis.DIRECT)}."
                yield Finding(record, f"{prefix}stance", message, remedy)
        return
    if isinstance(record, Actor | Place):
        for within, basis, cite in may_be_ours(record):
            if basis is None and cite != GENERAL and (record.is_sure("cite") or not record.has(f"{within}cite")):
                remedy = f"Add `basis:`, one of {', '.join(Basis)}; or write `cite: us` where it is general knowledge."
                where = within.removesuffix(".") or "basis"
                yield Finding(record, where, "`basis` must be given: it says how we know it.", remedy)
        if record.cite != GENERAL:
            return
    if head_basis(record) is not None or not record.is_sure("basis"):
        return
    for statement in record.statements:
        if statement.basis is None and statement.role is Role.NOTE:
            remedy = "End the citation in a basis, as `[@source-id, ¶16, reported]`"
            remedy += ", or give the brief a `basis`." if isinstance(record, Brief) else "."
            yield Finding(record, statement.where, "the statement must say how it is known.", remedy)


@check()
def check_basis_of_ours(record: Record) -> Iterator[Finding]:
    """General knowledge, which is ours, must have no `basis`: it rests on no source."""
    for within, basis, cite in may_be_ours(record):
        if basis is not None and cite == GENERAL:
            remedy = "Take `basis` out; or cite the source that says it."
            yield Finding(record, f"{within}basis", "what cites `us` must have no `basis`.", remedy)


@check()
def check_uncited(record: Record) -> Iterator[Finding]:
    """Every paragraph, list item and table row must cite what it rests on."""
    if not _must_cite(record):
        return
    remedy = "End it in a citation such as `[@source-id, ¶16]`; `[@us]` is for our own method."
    if isinstance(record, About | Names):
        remedy = "End it in `[@us]` when it is about our own method, else in `[@source-id, ¶16]`."
    for lack in record.prose.uncited:
        if lack.why is Lack.WHOLE:
            yield Finding(record, lack.mark, "a paragraph must cite what it rests on.", remedy)


@check()
def check_sentence_uncited(checked: Checked) -> Iterator[Finding]:
    """A citation covers back to the one before it, at most two sentences; in format 2 one must cover every sentence."""
    for record in records(checked.corpus) if checked.corpus.dossier.format > 1 else ():
        for lack in record.prose.uncited if _must_cite(record) else ():
            message = "a sentence must not stand behind the last citation of its paragraph, where nothing covers it."
            if lack.why is Lack.FAR:
                message = "a citation covers back to the one before it, at most two sentences; "
                message += "this one stands further back."
            elif lack.why is Lack.WHOLE:
                continue
            remedy = "Give it a citation of its own, such as `[@source-id, ¶16]`; `[@us]` is for our own method."
            yield Finding(record, lack.mark, message, remedy)


def _must_cite(record: Record) -> bool:
    """Whether the prose of a record must cite; below a head that does, it rests on that."""
    return not head_cite(record) and not isinstance(record, Source | Words) and record.is_sure("cite")


@check()
def check_stance_unknown(checked: Checked) -> Iterator[Finding]:
    """A position must take a stance of its question."""
    for position in checked.corpus.positions.values():
        question = checked.corpus.questions.get(position.question)
        if question is None or not question.is_sure("stances"):
            continue
        for prefix, said in sayings(position):
            if said.stance not in (*question.stances, DECLINED):
                options = list(question.stances)
                message = f"`{said.stance}` must be a stance of `{question.id}`{did_you_mean(said.stance, options)}."
                remedy = (
                    f"Use one of: {', '.join(options)}; or `{DECLINED}`, where the actor was asked and would not say."
                )
                yield Finding(position, f"{prefix}stance", message, remedy)


@check()
def check_stated_twice(checked: Checked) -> Iterator[Finding]:
    """A position must not say the same again: one stance, day and words once, what was before under `earlier`."""
    for position in checked.corpus.positions.values():
        seen: set[tuple[str, PartialDate, str]] = set()
        for prefix, said in sayings(position):
            stated = said.stance, said.as_of, trim(normalise(said.quote))
            if stated in seen:
                twice = f"`{said.stance}` of {dates.words(said.as_of)}"
                message = f"what was said must stand here once; {twice} is here twice."
                remedy = "Take one of the two out, or correct its day, stance or words."
                yield Finding(position, prefix.removesuffix("."), message, remedy)
            seen.add(stated)


@check()
def check_earlier_order(checked: Checked) -> Iterator[Finding]:
    """What stands under `earlier` must be older than the position itself, the newest first."""
    for position in checked.corpus.positions.values():
        if not position.is_sure("as_of", "earlier"):
            continue
        for (above, newer), (prefix, older) in itertools.pairwise(sayings(position)):
            if dates.is_later(older.as_of, newer.as_of):
                than = "the present position"
                remedy = "Correct the day; or make the newer one the position, and put the older one under `earlier`."
                if above:
                    than = f"what stands above it, of {dates.words(newer.as_of)}"
                    remedy = "Put the entries of `earlier` in order, the newest first."
                message = f"an earlier position must be older than {than}; this one is of {dates.words(older.as_of)}."
                yield Finding(position, f"{prefix}as_of", message, remedy)


@check(Level.WARNING)
def check_stances_of_one_day(checked: Checked) -> Iterator[Finding]:
    """An actor should have one stance a day: of two, readers cannot tell which holds."""
    for position in checked.corpus.positions.values():
        days: dict[PartialDate, str] = {}
        for prefix, said in sayings(position):
            other = days.setdefault(said.as_of, said.stance)
            if said.as_of.day and other != said.stance:
                message = f"an actor should have one stance a day; on {dates.words(said.as_of)} these are `{other}` "
                message += f"and `{said.stance}`."
                remedy = "Correct the day of one; or, if both were said that day, say so in the text."
                yield Finding(position, f"{prefix}as_of", message, remedy)


@check()
def check_speaker_unknown(checked: Checked) -> Iterator[Finding]:
    """The speaker of a quotation must be a speaker of an actor whose position it is, or the actor as a body."""
    actors = checked.corpus.actors
    everyone = {name: actor for actor in actors.values() for name in speaker_names(actor)}
    for position in checked.corpus.positions.values():
        actor = actors.get(position.actor)
        for prefix, said in sayings(position):
            ids = (*bearers(position, said), position.via)
            voices = [actors[id] for id in ids if id in actors]
            names = [name for voice in voices for name in speaker_names(voice)]
            bodies = {form for voice in voices for form in (voice.name, voice.short)}
            known = all(voice.is_sure("speakers") for voice in voices) and {*ids} <= {"", *actors}
            if said.speaker and actor and known and said.speaker not in names and said.speaker not in bodies:
                other = everyone.get(said.speaker)
                speaks = f"; {said.speaker} speaks for {other.name}" if other else did_you_mean(said.speaker, names)
                message = f"`{said.speaker}` must be a speaker of {actor.name}{speaks}."
                listed = ", ".join(names) or "none yet"
                remedy = f"Name one of its speakers ({listed}), or add the speaker to the actor."
                yield Finding(position, f"{prefix}speaker", message, remedy)
            elif said.quote and not said.speaker and position.is_sure("speaker") and not _is_voiced(said.cite, checked):
                remedy = f"Add `speaker: …`, one of: {', '.join(names) or 'the speakers of the actor'}; "
                remedy += "or the actor's name, where it speaks as a body."
                message = "a quotation must name its speaker, where its source has no `voices` that tell it."
                yield Finding(position, f"{prefix}quote", message, remedy)
    if not checked.is_sure("content/actors", "speakers"):
        return
    heard = frozenset([*everyone, *(form for actor in actors.values() for form in (actor.name, actor.short))])
    for record in records(checked.corpus):
        for statement, quotation in quotations(record.statements):
            in_prose, where = isinstance(quotation.where, Mark), quotation.where
            name = statement.speaker.split(",")[0].strip() if in_prose else statement.speaker
            # a block quotation without any speaker was reported as it was read
            if (name and name in heard) or (in_prose and not name) or not (in_prose or statement.role in ENTRIES):
                continue
            if name and not _is_heard(name, heard, quotation, checked, in_prose):
                must = "the last line of a block quotation" if in_prose else "`speaker`"
                message = f"{must} must name a speaker of an actor or a voice of the source, as `{name[:60]}` is not"
                message += f"{did_you_mean(name, list(everyone))}."
                remedy = "Write the name as the actor has it under `speakers`, or add the speaker there."
                yield Finding(record, where if in_prose else statement.key.replace("cite", "speaker"), message, remedy)
            elif not name and not _is_voiced(quotation.citations, checked):
                remedy = "Add `speaker: …`: a speaker of an actor, a body, or a voice of the source."
                yield Finding(
                    record,
                    where,
                    "a quotation must name its speaker, where its source has no `voices` that tell it.",
                    remedy,
                )


def _is_heard(name: str, heard: frozenset[str], quotation: Quotation, checked: Checked, in_prose: bool) -> bool:
    """Whether a name that no actor has is a voice or the author of a source cited, or in prose a row of names that are
    known, where the source has words said together.
    """
    cited = [source for cite in quotation.citations if (source := checked.corpus.sources.get(cite.source))]
    told = [voice for source in cited for voice in source.voices]
    others = {one for voice in told for one in voice.names} | {assumed.author(source) for source in cited}
    is_row = in_prose and any(voice.joint for voice in told)
    return name in others or (is_row and (heard | others).issuperset(parted(name)))


def _is_voiced(cites: Iterable[Citation], checked: Checked) -> bool:
    """Whether the sources cited tell whose words they hold; one that cannot be read tells nothing."""
    sources = [checked.corpus.sources.get(cite.source) for cite in cites]
    return all(source is None or source.voices or not source.is_sure("voices") for source in sources)


@check()
def check_via_self(checked: Checked) -> Iterator[Finding]:
    """An actor must not be known through itself."""
    for position in checked.corpus.positions.values():
        if position.via == position.actor:
            remedy = "Remove the line when the actor speaks for itself."
            yield Finding(position, "via", "`via` must name another actor.", remedy)


@check()
def check_twins(checked: Checked) -> Iterator[Finding]:
    """Two actors, questions or briefs must not bear the same name or title, else readers take them for one."""
    corpus = checked.corpus
    names: dict[str, int] = {}
    for index, entry in enumerate(corpus.names.names):
        if names.setdefault(same_name(entry.neutral), index) != index:
            message = f"a name must stand in the register once; `{entry.neutral}` stands there twice."
            yield Finding(corpus.names, f"names.{index}.neutral", message, "Make one entry of both.")
    for group, key in ((corpus.actors, "name"), (corpus.questions, "title"), (corpus.briefs, "title")):
        first: dict[str, Record] = {}
        for record in group.values():
            other = first.setdefault(same_name(getattr(record, key)), record)
            if other is not record:
                message = f"`{key}` must tell the record from every other; `{other.path}` has the same."
                yield Finding(record, key, message, "Say in each what is its own, or make one record of both.")
