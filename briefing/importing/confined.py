"""Reading a document in a process of its own, whose time and memory are limited: documents may be hostile.

Run as a program (`python -m briefing.importing.confined NAME CHARSET ADDRESS`) it reads the document from standard
input and writes what was read as JSON, or what must hold.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path

import msgspec

from briefing.importing.blocks import Imported, ImportFault

#: The bytes of a document, the seconds and the bytes of memory that reading one may take; the letters of one read.
MOST_BYTES, MOST_SECONDS, MOST_MEMORY, MOST_LETTERS = 100_000_000, 180, 2_000_000_000, 10_000_000
_TOO_MUCH = (
    f"A document must be read within {MOST_SECONDS} seconds and {MOST_MEMORY // 1_000_000_000} GB; this one takes "
    "more. Save the part that you need, or its text alone."
)
_SPOILT = (
    "A document must be whole, and made by a common program; this one could not be read. Open it and save it anew."
)


class _Answer(msgspec.Struct):
    read: Imported | None = None
    fault: str = ""


def read(name: str, data: bytes, charset: str = "", address: str = "", seconds: float = MOST_SECONDS) -> Imported:
    """Read a document in a process of its own. Raises ImportFault."""
    home = str(Path(__file__).resolve().parents[2])
    paths = [home, *filter(None, [os.environ.get("PYTHONPATH", "")])]
    command = [sys.executable, "-m", __name__, name, charset, address]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command,
            input=data,
            capture_output=True,
            timeout=seconds,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8"},
            check=False,
        )
        answer = msgspec.json.decode(done.stdout, type=_Answer)
    except subprocess.TimeoutExpired:
        raise ImportFault(_TOO_MUCH) from None
    except msgspec.DecodeError:  # it was killed, or died
        raise ImportFault(_TOO_MUCH if done.returncode < 0 else _SPOILT) from None
    if answer.read is None:
        raise ImportFault(answer.fault)
    return answer.read


def _limit() -> None:
    """Limit this process, where the system can (not on Windows: there the clock alone does)."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # a lower limit holds already
            resource.setrlimit(kind, (most, most))


def _answer(name: str, charset: str, address: str) -> _Answer:
    from briefing.importing import reading

    try:
        found = reading.read(name, sys.stdin.buffer.read(MOST_BYTES + 1), charset=charset, address=address)
        if sum(len(block.text) for block in found.blocks) > MOST_LETTERS:
            return _Answer(fault="A document must have at most 10,000,000 letters. Save the part that you need.")
        return _Answer(found)
    except ImportFault as fault:
        return _Answer(fault=str(fault))
    except ModuleNotFoundError as error:
        return _Answer(
            fault=f"To import this, `{error.name}` must be installed: `pip install -r requirements-sources.lock`."
        )
    except MemoryError:
        return _Answer(fault=_TOO_MUCH)
    except Exception:  # whatever a library raises on what somebody made to break it
        return _Answer(fault=_SPOILT)


if __name__ == "__main__":
    _limit()
    sys.setrecursionlimit(5_000)
    answered = _answer(*sys.argv[1:4])
    sys.stdout.buffer.write(msgspec.json.encode(answered))
    sys.stdout.flush()
    os._exit(0)  # frees nothing first
