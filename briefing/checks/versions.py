"""Checks on the versions of what sources differ on."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks import Checked, Finding, check
from briefing.model.records import EventVersion, Version
from briefing.model.relations import versions
from briefing.quotations import figures
from briefing.quotations.bounds import trim
from briefing.quotations.matching import normalise


@check()
def check_versions(checked: Checked) -> Iterator[Finding]:
    """There must be two versions of a thing or more, each must say something, and no two the same."""
    corpus = checked.corpus
    for record in (corpus.dossier, *corpus.events.values()):
        for where, all_versions in versions(record):
            if len(all_versions) == 1:
                message = "there must be two versions or more; this is one."
                yield Finding(record, where, message, "Add the other; or write this one as the record's own statement.")
            seen: set[tuple[str, ...]] = set()
            for number, version in enumerate(all_versions):
                told = _told(version)
                if not any(told):
                    message = "a version must say something."
                    remedy = "Give it `says`, a sentence, or a `figure`; in an event, or a `date`."
                    yield Finding(record, f"{where}.{number}", message, remedy)
                elif told in seen:
                    message = "two versions must not be the same."
                    remedy = "Put the sources that agree into one version: `cite: [one ¶3, two ¶9]`."
                    yield Finding(record, f"{where}.{number}", message, remedy)
                seen.add(told)
                if version.figure and not figures.read(version.figure, corpus.dossier.language):
                    message = f"a figure must hold a number, as `12 people`; `{version.figure}` has none."
                    yield Finding(record, f"{where}.{number}.figure", message, "Write it under `says`.")


def _told(version: Version) -> tuple[str, ...]:
    """What a version says, so that two that say the same are equal."""
    date = version.date if isinstance(version, EventVersion) else None
    return str(date or ""), trim(normalise(version.figure)), trim(normalise(version.says))


@check()
def check_versions_date(checked: Checked) -> Iterator[Finding]:
    """Where versions differ on when an event was, it must have no date of its own, which would be one of theirs."""
    for event in checked.corpus.events.values():
        for key in ("date", "after", "before") if any(version.date for version in event.versions) else ():
            if getattr(event, key) and event.is_sure(key):
                message = "an event whose versions have dates must have no date of its own, which would prefer one."
                yield Finding(event, key, message, f"Take `{key}` out; its versions give it, each with its source.")
