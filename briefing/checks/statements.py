"""Checks on statements: how they are known, whom they are attributed to, what they rest on."""

from __future__ import annotations

from collections.abc import Iterator

from briefing import quotation_marks
from briefing.checks import Checked, Finding, check
from briefing.fields import did_you_mean
from briefing.model import About, Brief, Mark, Names, Source, Words
from briefing.problems import Level
from briefing.quoted import texts
from briefing.relations import head_basis, head_cite, records, speaker_names, stated, statements
from briefing.scaffold import samples
from briefing.vocabulary import Basis


@check()
def check_stance_unknown(checked: Checked) -> Iterator[Finding]:
    """A position must take a stance of its question."""
    for position in checked.corpus.positions.values():
        question = checked.corpus.questions.get(position.question)
        if question is None:
            continue
        for index, said in enumerate(stated(position)):
            if said.stance not in question.stances:
                options = list(question.stances)
                yield Finding(
                    position,
                    f"earlier.{index - 1}.stance" if index else "stance",
                    f"`{said.stance}` must be a stance of `{question.id}`{did_you_mean(said.stance, options)}.",
                    f"Use one of: {', '.join(options)}.",
                )


@check()
def check_direct_without_quote(checked: Checked) -> Iterator[Finding]:
    """A statement whose basis is `direct` must hold a quotation."""
    for record in records(checked.corpus):
        for statement in statements(record):
            quoted = statement.quote or (statement.kind != "Position" and record.prose.quotations)
            if statement.basis is Basis.DIRECT and not quoted:
                yield Finding(
                    record,
                    statement.key.replace("cite", "basis"),
                    "a `direct` statement must hold a quotation.",
                    "Add a `quote`, or write how it is known: reported, reporter or inferred.",
                )
        for cited in record.prose.cited:
            if cited.basis is Basis.DIRECT and not cited.quote:
                yield Finding(
                    record,
                    cited.mark,
                    "a `direct` statement must hold a quotation.",
                    "Quote the words before the citation, or write how it is known: reported, reporter or inferred.",
                )


@check()
def check_quotation_open(checked: Checked) -> Iterator[Finding]:
    """An opening quotation mark in a head must have its partner in the same value; a straight one may be an inch."""
    for record in records(checked.corpus):
        for key, text, _ in texts(record):
            if text and any(text[offset] != '"' for offset in quotation_marks.find(text)[1]):
                yield Finding(
                    record,
                    key,
                    "a quotation mark must have its partner in the same value.",
                    "Close the quotation, or write inches in words.",
                )


@check()
def check_basis_missing(checked: Checked) -> Iterator[Finding]:
    """Every statement must say how it is known."""
    for record in records(checked.corpus):
        if head_basis(record) is not None:
            continue
        for cited in record.prose.cited:
            if cited.basis is None and not cited.quote:
                yield Finding(
                    record,
                    cited.mark,
                    "the statement must say how it is known.",
                    "End the citation in a basis, as `[@source-id, ¶16, reported]`"
                    + (", or give the brief a `basis`." if isinstance(record, Brief) else "."),
                )


@check()
def check_uncited(checked: Checked) -> Iterator[Finding]:
    """Every paragraph, list item and table row must cite what it rests on."""
    for record in records(checked.corpus):
        if head_cite(record) or isinstance(record, Source | Words):
            continue
        for mark in record.prose.uncited:
            own = isinstance(record, About | Names)
            yield Finding(
                record,
                mark,
                "a paragraph must cite what it rests on.",
                "End it in `[@us]` when it is about our own method, else in `[@source-id, ¶16]`."
                if own
                else "End it in a citation such as `[@source-id, ¶16]`; `[@us]` is for our own method.",
            )


@check()
def check_speaker_unknown(checked: Checked) -> Iterator[Finding]:
    """The speaker of a quotation must be a speaker of the actor whose position it is."""
    actors = checked.corpus.actors
    everyone = {name: actor for actor in actors.values() for name in speaker_names(actor)}
    for position in checked.corpus.positions.values():
        actor = actors.get(position.actor)
        voices = [voice for voice in (actor, actors.get(position.via)) if voice]
        names = [name for voice in voices for name in speaker_names(voice)]
        for index, said in enumerate(stated(position)):
            where = f"earlier.{index - 1}.speaker" if index else "speaker"
            if said.speaker and actor and said.speaker not in names:
                other = everyone.get(said.speaker)
                speaks = f"; {said.speaker} speaks for {other.name}" if other else did_you_mean(said.speaker, names)
                yield Finding(
                    position,
                    where,
                    f"`{said.speaker}` must be a speaker of {actor.name}{speaks}.",
                    f"Name one of its speakers ({', '.join(names) or 'none yet'}), or add the speaker to the actor.",
                )
            elif said.quote and not said.speaker:
                yield Finding(
                    position,
                    f"earlier.{index - 1}.quote" if index else "quote",
                    "a quotation must name its speaker.",
                    f"Add `speaker: …`, one of: {', '.join(names) or 'the speakers of the actor'}.",
                )
    for record in records(checked.corpus):
        for quotation in record.prose.quotations:
            if not quotation.block:
                continue
            name = quotation.speaker.split(",")[0].strip()
            if name not in everyone:
                yield Finding(
                    record,
                    quotation.mark,
                    f"a block quotation must end in a line that names a speaker of an actor"
                    f"{did_you_mean(name, list(everyone))}.",
                    "Write `> — Speaker [@source-id, ¶8]` as its last line.",
                )


@check()
def check_unfilled(checked: Checked) -> Iterator[Finding]:
    """A published record must not still say what the skeleton of `invoke new` says."""
    groups = {
        "brief": checked.corpus.briefs,
        "actor": checked.corpus.actors,
        "question": checked.corpus.questions,
        "place": checked.corpus.places,
        "event": checked.corpus.events,
        "source": checked.corpus.sources,
    }
    for kind, group in groups.items():
        sample = samples(kind)
        for record in group.values():
            for key in ("title", "name", "summary", "publisher", "rights", "sha256"):
                if getattr(record, key, "") in sample:
                    yield Finding(record, key, f"`{key}` must be filled in.", "Write your own words over the sample.")


@check()
def check_via_self(checked: Checked) -> Iterator[Finding]:
    """An actor must not be known through itself."""
    for position in checked.corpus.positions.values():
        if position.via == position.actor:
            yield Finding(
                position, "via", "`via` must name another actor.", "Remove the line when the actor speaks for itself."
            )


@check(Level.WARNING)
def check_brief_length(checked: Checked) -> Iterator[Finding]:
    """A brief should have 150 to 500 words, a paraphrase at most 60."""
    for brief in checked.corpus.briefs.values():
        if not 150 <= brief.prose.words <= 500:
            yield Finding(
                brief,
                Mark(1),
                f"a brief should have 150 to 500 words; this one has {brief.prose.words}.",
                "Split it, or say more.",
            )
    for position in checked.corpus.positions.values():
        if position.prose.words > 60:
            yield Finding(
                position,
                Mark(1),
                f"a paraphrase should have at most 60 words; this one has {position.prose.words}.",
                "Say it shorter.",
            )
