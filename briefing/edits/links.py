"""The addresses outside a dossier, and whether they answer: for `invoke links`, never for a build."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urldefrag, urljoin, urlsplit

from msgspec import Struct

from briefing.model import forms
from briefing.model.keys import Shape, fields
from briefing.model.problems import Level, Problem
from briefing.model.records import Corpus, Source
from briefing.model.relations import records
from briefing.store.web import Answer, Ask, WebError

#: So many addresses are tried, so many hosts at once, for so many seconds, with so many between two of one host; and so
#: many steps of redirection are followed.
MOST, HOSTS, SECONDS, PAUSE, STEPS = 500, 8, 300.0, 0.5, 5
_FOR_GOOD = (301, 308)
_GONE = (404, 410)


class Spot(Struct, frozen=True):
    """Where an address stands."""

    path: str
    line: int
    column: int
    address: str
    is_source: bool = False


class Tried(Struct, frozen=True):
    """What became of an address: the code of what is wrong, empty when it answers; why; where it leads for good."""

    code: str = ""
    why: str = ""
    now: str = ""


def spots(corpus: Corpus) -> Iterator[Spot]:
    """Every address outside, in the heads and the prose of published records, in order of the files."""
    for record in sorted(records(corpus), key=lambda record: record.path):
        is_source = isinstance(record, Source)
        for key, address in _in_head(record, ""):
            yield Spot(record.path, *record.mark(key), address, is_source)
        for reference in record.prose.references:
            if reference.kind == "outside" and reference.target.lower().startswith("http"):
                yield Spot(record.path, *reference.mark, reference.target)


def _in_head(value: Struct, prefix: str) -> Iterator[tuple[str, str]]:
    for field in fields(type(value)):
        inner = getattr(value, field.name)
        key = prefix + field.key
        if field.form is forms.ADDRESS and isinstance(inner, str) and inner:
            yield key, inner
        elif field.entry and inner:
            if field.shape is Shape.ENTRIES:
                for number, entry in enumerate(inner):
                    yield from _in_head(entry, f"{key}.{number}.")
            elif isinstance(inner, Struct):
                yield from _in_head(inner, prefix if field.shape is Shape.HERE else f"{key}.")


def tried(addresses: Sequence[str], ask: Ask, wait: Callable[[float], None] = time.sleep) -> dict[str, Tried]:
    """What became of each address; several hosts at once, of each one address at a time."""
    by_host: dict[str, list[str]] = {}
    for address in addresses[:MOST]:
        by_host.setdefault(urlsplit(address).netloc.lower(), []).append(address)
    end = time.monotonic() + SECONDS

    def of_host(mine: list[str]) -> dict[str, Tried]:
        found: dict[str, Tried] = {}
        for number, address in enumerate(mine):
            if number:
                wait(PAUSE)
            late = time.monotonic() > end
            found[address] = Tried("link-untried", "there was no time left for it") if late else _one(address, ask)
        return found

    left = {address: Tried("link-untried", f"only {MOST} are tried") for address in addresses[MOST:]}
    with ThreadPoolExecutor(HOSTS) as pool:
        for found in pool.map(of_host, by_host.values()):
            left |= found
    return left


def _one(address: str, ask: Ask) -> Tried:
    if not address.lower().startswith("https:"):
        return Tried("link-untried", "only https is tried; write https:// where the site has it")
    at, lasting = address, True
    try:
        for _ in range(STEPS):
            answer = _answer(at, ask)
            if 300 <= answer.status < 400 and answer.location:
                at = urldefrag(urljoin(at, answer.location)).url
                lasting = lasting and answer.status in _FOR_GOOD
                continue
            return _judged(answer.status, at if lasting and at != address else "")
    except WebError as error:
        return Tried("link-dead" if error.is_certain else "link-unsure", str(error))
    return Tried("link-unsure", f"it leads on more than {STEPS} times")


def _answer(address: str, ask: Ask) -> Answer:
    """How an address answers to HEAD; to GET where a host has no other answer to HEAD than a refusal."""
    answer = ask("HEAD", address)
    return ask("GET", address) if answer.status >= 400 else answer


def _judged(status: int, now: str) -> Tried:
    if status in _GONE:
        return Tried("link-dead", f"it answers {status}, nothing is there")
    if status >= 300:
        return Tried("link-unsure", f"it answers {status}")
    return Tried("link-moved", "it leads elsewhere for good", now) if now else Tried()


def problems(found: Sequence[Spot], outcomes: Mapping[str, Tried]) -> list[Problem]:
    """What to tell the editor, for each spot whose address does not simply answer."""
    return [
        Problem(
            spot.path,
            spot.line,
            spot.column,
            outcome.code,
            f"the address {spot.address} must answer; {outcome.why}.",
            _remedy(spot, outcome),
            Level.ERROR if outcome.code == "link-dead" else Level.WARNING,
        )
        for spot in found
        if (outcome := outcomes[bare(spot.address)]).code
    ]


def _remedy(spot: Spot, outcome: Tried) -> str:
    if outcome.code == "link-dead":
        copy = "; an archived copy goes under `archived`" if spot.is_source else ""
        return f"Write where it stands now, or take it out{copy}."
    if outcome.code == "link-moved":
        return f"Write {outcome.now} if that is the same."
    return "Look at it in a browser."


def bare(address: str) -> str:
    """An address without its fragment, which no host is told."""
    return urldefrag(address).url
