"""The build, with what is cached of the last one."""

from __future__ import annotations

from briefing.build import build_record
from briefing.build.build_record import BuildRecord, Summary
from briefing.model.settings import Settings
from briefing.store.cache import Cache


def build(settings: Settings, cache: Cache | None = None, last: BuildRecord | None = None) -> Summary:
    """Build the site; `last` is the record of the last build, if it was read already.

    Raises BuildStopped when the dossier has errors, OutputError when the output cannot be used, BuildFault when the
    audit finds a fault. In all cases the last site stays as it was.
    """
    cache = cache or Cache(settings.root, settings.output)
    last = last or build_record.last(settings, cache)
    now = build_record.inputs(settings)
    from briefing.build import whole

    return whole.build(settings, cache, now, last)
