"""Raising the generator's pin: the lock of a repository, written anew for another wheel."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from briefing.repository.wheel import LOCK, VENDOR, Wheel, WheelError, pinned
from briefing.store import files

_LIBRARY = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)


class Raise(NamedTuple):
    """What raising the pin writes and takes away, by path in the repository, and what to say of it."""

    files: dict[str, bytes]
    gone: list[str]
    lines: list[str]


def propose(root: Path, wheel: Wheel) -> Raise:
    """What changes when a repository is built with another wheel. Raises WheelError where it pins none."""
    try:
        before = (root / LOCK).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{root / LOCK} must be the lock of a dossier with a repository of its own"
        raise WheelError(f"{message} ({error}); `invoke new dossier` makes one") from None
    wanted = {path: data for path, data in wheel.files() if _is_other(root / path, data)}
    if wheel.pin() in before:
        wanted.pop(LOCK, None)
    old = pinned(before)
    kept = f"{VENDOR}/{wheel.name}"
    vendored = (path.relative_to(root).as_posix() for path in (root / VENDOR).glob("briefing_site-*.whl"))
    gone = sorted(path for path in vendored if path != kept or wheel.address)
    if LOCK not in wanted:
        return Raise({}, [], [f"{LOCK} asks for {old.rpartition('/')[2]} already; nothing changes."])
    new = wheel.address or kept
    lines = [f"The generator: {old or 'none'} becomes {new if new != old else 'another file of the same name'}."]
    one, other = dict(_LIBRARY.findall(before)), dict(_LIBRARY.findall(wanted[LOCK].decode()))
    for name in sorted(one.keys() | other.keys()):
        if one.get(name) != other.get(name):
            lines.append(f"  {name}: {one.get(name, 'not needed before')} becomes {other.get(name, 'needed no more')}")
    return Raise(wanted, gone, lines)


def write(root: Path, proposed: Raise) -> None:
    """Write a pin that was proposed. Raises OSError."""
    before = {path for path in proposed.files if (root / path).exists()}
    for path in proposed.files.keys() - before:  # the wheel first: the lock asks for it
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        files.write(root / path, proposed.files[path])
    files.write_all({root / path: proposed.files[path] for path in sorted(before)})
    for path in proposed.gone:
        (root / path).unlink(missing_ok=True)


def _is_other(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() != data
    except OSError:
        return True
