"""The generator as a wheel: built from this checkout, read from a file, or fetched from an address."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from briefing.model import outside
from briefing.model.settings import HOME, default_root

#: The file that pins the generator and all that it needs; and with what `invoke import` reads documents besides.
LOCK, SOURCES_LOCK = "requirements.lock", "requirements-sources.lock"
#: What is said of records, and of working together, in the words of the generator that is pinned.
DOCS = ("docs/records.md", "docs/colleagues.md")
#: Where in a repository a wheel stands that has no address of its own.
VENDOR = "vendor"
MOST_BYTES = 20_000_000
_SECONDS = 60
_NAME = re.compile(r"briefing_site-[0-9][A-Za-z0-9.+]*-py3-none-any\.whl")
_INSIDE = "briefing/home/"
_PINNED = re.compile(r"^(?:\./|briefing-site @ )(\S+\.whl)\b", re.MULTILINE)
_HEADING = """\
# What this dossier is built with, each file by its hash: first the generator, then the libraries that it needs.
# `invoke upgrade --generator WHEEL --write` writes this file anew.
"""


class WheelError(ValueError):
    """A generator that cannot be had; the text says what must hold."""


class Wheel(NamedTuple):
    """A wheel of the generator: its file's `name`, its bytes, and its address; without one it goes into `vendor/`."""

    name: str
    data: bytes
    address: str = ""

    @property
    def version(self) -> str:
        """The version of the generator."""
        return self.name.split("-")[1]

    def file(self, name: str) -> bytes | None:
        """A file of the generator's home; None where this generator has none of that name."""
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
                info = archive.getinfo(_INSIDE + name)
                return archive.read(info) if info.file_size <= MOST_BYTES else None
        except (KeyError, OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError):
            return None

    def pin(self) -> str:
        """The lines of a lock that ask for this wheel and no other."""
        wanted = f"briefing-site @ {self.address}" if self.address else f"./{VENDOR}/{self.name}"
        return f"{wanted} \\\n    --hash=sha256:{hashlib.sha256(self.data).hexdigest()}\n"

    def files(self) -> Iterator[tuple[str, bytes]]:
        """What a repository holds that is built with this wheel: the locks, its reference, and itself if need be."""
        for name in (LOCK, SOURCES_LOCK):
            if (needed := self.file(name)) is not None:
                yield name, (_HEADING + self.pin()).encode() + needed
        for name in DOCS:
            if (told := self.file(name)) is not None:
                yield name, told
        if not self.address:
            yield f"{VENDOR}/{self.name}", self.data


def wheel(where: str = "") -> Wheel:
    """The generator's wheel: at an https address, in a file, of a checkout's folder; by default of this generator.

    Raises WheelError.
    """
    if re.match(r"https?:", where, re.IGNORECASE):
        return _checked(where.rpartition("/")[2], _fetched(where), where)
    if not where and not (HOME / "pyproject.toml").is_file():
        return _of_here()
    path = Path(where).expanduser() if where else HOME
    return _built(path) if path.is_dir() else _read(path)


def pinned(lock: str) -> str:
    """The address, or the path in the repository, of the wheel that a lock pins; empty where it pins none."""
    found = _PINNED.search(lock)
    return found[1] if found else ""


def _of_here() -> Wheel:
    """The wheel that the repository around the present folder pins: so one dossier begets the next."""
    root = default_root()
    try:
        where = pinned((root / LOCK).read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        where = ""
    if not where:
        raise WheelError("--generator must name a wheel of the generator, by https address or as a file")
    return wheel(where) if where.startswith("http") else _read(root / where)


def _read(path: Path) -> Wheel:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise WheelError(f"{path} must have at most {MOST_BYTES:,} bytes")
        return _checked(path.name, path.read_bytes())
    except OSError as error:
        message = f"--generator must be a wheel's https address or file, or a checkout; {path} is none"
        raise WheelError(f"{message} ({error.strerror})") from None


def _checked(name: str, data: bytes, address: str = "") -> Wheel:
    """A wheel that is one of ours by its name and by what it holds. Raises WheelError."""
    found = Wheel(name, data, address)
    if not _NAME.fullmatch(name):
        raise WheelError(f"--generator must be named as briefing_site-0.1.0-py3-none-any.whl; not {name!r}")
    if found.file(LOCK) is None:
        raise WheelError(f"--generator must be a whole wheel of the generator; {name} holds no {_INSIDE}{LOCK}")
    return found


def _built(checkout: Path) -> Wheel:
    """Build the wheel of a checkout, as `pip wheel` does. Raises WheelError."""
    if not (checkout / "briefing" / "pelicanconf.py").is_file():
        raise WheelError(f"--generator must be a wheel, or a checkout of the generator; {checkout} is none")
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, str(checkout)]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)  # noqa: S603
        made = list(Path(folder).glob("*.whl"))
        if done.returncode or not made:
            said = (done.stderr.strip() or done.stdout.strip() or "pip says nothing").splitlines()[-1]
            message = f"a wheel must be made of {checkout}, which pip could not ({said[:300]})"
            remedy = "Set up by the first line of README.md, which brings pip; or name a finished one by --generator"
            raise WheelError(f"{message}. {remedy}")
        return _read(made[0])


def _fetched(address: str) -> bytes:
    """The bytes at an https address, within limits of size and time. Raises WheelError."""
    import urllib.request

    if not address.lower().startswith("https://"):
        raise WheelError(f"--generator must be an https address; not {address[:200]!r}")
    if fault := outside.fault(address):
        raise WheelError(f"--generator {fault.must}")
    try:
        with urllib.request.urlopen(address, timeout=_SECONDS) as answer:  # noqa: S310
            if not answer.url.lower().startswith("https://") or outside.fault(answer.url):
                raise WheelError("--generator must not lead on to an address that is not public and https")
            data: bytes = answer.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, WheelError):
            raise
        reason = getattr(error, "reason", None) or error
        raise WheelError(f"--generator must be an address that answers; {address} does not ({reason})") from None
    if len(data) > MOST_BYTES:
        raise WheelError(f"--generator must have at most {MOST_BYTES:,} bytes")
    return data
