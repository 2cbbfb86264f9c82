"""Checks on translations: each stands beside its original, and is in the language of the dossier."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from msgspec import Struct

from briefing.checks import Checked, Finding, check
from briefing.model import scripts, tongues, wording
from briefing.model.keys import Shape, fields
from briefing.model.records import Record
from briefing.model.relations import records
from briefing.model.statements import BY_SOURCE, Translation, quotations
from briefing.quotations.bounds import trim
from briefing.quotations.matching import normalise

_SWAP = "Give the words of the source as the quotation, and those of the dossier's language as the translation."
_AS_IS = "Quote the source's own words, without a translation."


@check()
def check_translation_original(record: Record) -> Iterator[Finding]:
    """A translation must stand beside the words that it translates, which are quoted in their own language."""
    for prefix, said in _translatable(record):
        if said.translation and not said.quote and record.is_sure((f"{prefix}quote").split(".")[0]):
            message = "a translation must stand beside its original, quoted under `quote` in its own language."
            yield Finding(record, f"{prefix}translation", message, "Add `quote`, or tell it in your own words.")
        elif said.translated_by and not said.translation:
            message = "`translated_by` must stand beside a `translation`."
            yield Finding(record, f"{prefix}translated_by", message, "Add `translation`, or take this out.")


def _translatable(value: Struct, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """What of a record, or of a value in it, may hold a quotation with its translation, by what its keys begin with."""
    if hasattr(value, "translation"):
        yield prefix, value
    for field in fields(type(value)):
        inner = getattr(value, field.name)
        if field.shape is Shape.HERE:
            yield from _translatable(inner, prefix)
        elif field.shape is Shape.ENTRY and inner:
            yield from _translatable(inner, f"{prefix}{field.key}.")
        elif field.shape is Shape.ENTRIES:
            for index, entry in enumerate(inner):
                yield from _translatable(entry, f"{prefix}{field.key}.{index}.")


@check()
def check_translation_language(checked: Checked) -> Iterator[Finding]:
    """A translation must be in the language of the dossier, of words in another one."""
    corpus = checked.corpus
    here = corpus.dossier.language
    for record in records(corpus):
        for _, quotation in quotations(record.statements):
            cited = {cite.source for cite in quotation.citations}
            known = cited & corpus.sources.keys()
            tags = {corpus.sources[id].language for id in known if corpus.sources[id].is_sure("language")}
            if quotation.translation and cited == known and tags and corpus.dossier.is_sure("language"):
                for message, remedy in _faults(quotation.text, quotation.translation, tags, here):
                    yield Finding(record, quotation.where, message, remedy)


def _faults(original: str, translation: Translation, tags: Collection[str], here: str) -> Iterator[tuple[str, str]]:
    """What is wrong with the languages of a quotation, from a source in some languages, and of its translation."""
    text, must = translation.text, f"a translation must be in the dossier's language, {wording.language(here)}"
    others = [tag for tag in tags if tag.split("-")[0] != here.split("-")[0]]
    if trim(normalise(original)) == trim(normalise(text)):
        yield "a translation must not be the words of the original.", _SWAP
    elif scripts.of_text(text) not in scripts.of_language(here):
        yield f"{must}; this one is in another script.", _SWAP
    elif others and len(others) == len(tags):
        is_alike = scripts.of_text(original) == scripts.of_text(text)
        if is_alike and _are(text, others, here):
            yield f"{must}; this one seems to be in {' or '.join(map(wording.language, sorted(others)))}.", _SWAP
        elif is_alike and all(tongues.score(original, here) > tongues.score(original, tag) for tag in others):
            yield f"a translation must be of words in another language; these are in {wording.language(here)}.", _AS_IS
    elif not others and scripts.of_text(original) == scripts.of_text(text):
        is_here = not tongues.may_be_another(original, here)
        if is_here and (translation.by != BY_SOURCE or tongues.score(original, here)):
            message = f"a translation must be of words in another language; the source is in {wording.language(here)}."
            yield message, _AS_IS


def _are(text: str, tags: Collection[str], here: str) -> bool:
    """Whether a text is likelier in each of some languages than in that of the dossier."""
    return all(tongues.is_likelier(text, tag, here) for tag in tags)
