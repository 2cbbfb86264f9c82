"""What the doctor finds: one thing that the work needs, whether it is there, what it is for and how to get it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple


class State(StrEnum):
    """Whether a thing is as it should be; the work can go on without what is only wanted."""

    FINE = "ok"
    WANTED = "wanted"
    NEEDED = "NEEDED"


class Finding(NamedTuple):
    """One thing: `what` it is, what was `found` of it in words, what it is for (`use`), how to get it (`remedy`)."""

    what: str
    state: State
    found: str
    use: str = ""
    remedy: str = ""


def as_text(findings: Sequence[Finding]) -> str:
    """A line for each, what is amiss with a second one that says what for and how to get it; and a last one in all."""
    lines = []
    for one in findings:
        lines.append(f"{one.state:7} {one.what}: {one.found}")
        if one.state is not State.FINE:
            lines.append(f"        {' '.join(filter(None, (f'For {one.use}.' if one.use else '', one.remedy)))}")
    needed = sum(one.state is State.NEEDED for one in findings)
    if needed:
        lines.append(f"{needed} of these {'is' if needed == 1 else 'are'} needed.")
    else:
        lines.append("Nothing that is needed is missing.")
    return "\n".join(lines)


def as_json(findings: Sequence[Finding]) -> str:
    """The same as a JSON list, each with `what state found use remedy`; `state` is ok, wanted or needed."""
    return json.dumps([one._asdict() | {"state": one.state.lower()} for one in findings], indent=2, ensure_ascii=False)
