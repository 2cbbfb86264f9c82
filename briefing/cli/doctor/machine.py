"""What the doctor looks at on the machine: Python, libraries, Git, a browser, the disk.

It must run where libraries are missing, so that it can say so: it imports none.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from briefing.cli.doctor.finding import Finding, State
from briefing.model import shell

FINE, WANTED, NEEDED = State.FINE, State.WANTED, State.NEEDED
#: The oldest Python that will do, as pyproject.toml has it.
PYTHON = (3, 11)
#: Bytes of the disk: with fewer no site can be built, with less than the second soon not.
LEAST, LOW = 50_000_000, 500_000_000
#: The longest path that Windows takes, unless it is told otherwise, and what a site adds to that of its folder.
LONGEST, DEEPEST = 259, 130
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
#: A repository that somebody sent may name programs for Git to run.
_NO_PROGRAMS = ("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
_PINNED = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;\\]+)\s*\\?", re.ASCII)
_OURS = re.compile(r"(?:briefing-site @ )?(\S*?briefing_site-([^-\s]+)-\S*?\.whl)", re.ASCII)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})", re.ASCII)


def python() -> Iterator[Finding]:
    """The Python that runs this, and whether it is one set up for the dossier alone."""
    now = ".".join(map(str, sys.version_info[:3]))
    wanted = ".".join(map(str, PYTHON))
    enough = sys.version_info[:2] >= PYTHON
    remedy = "" if enough else "Get a newer one from python.org or your system, and set up again with it."
    yield Finding("Python", FINE if enough else NEEDED, now, f"everything: it must be {wanted} or newer", remedy)
    if sys.prefix != sys.base_prefix:
        yield Finding("Environment", FINE, sys.prefix)
    else:
        use = "libraries of the right versions, apart from those of the system"
        remedy = (
            f"Set up `.venv` as the README says: `{'py' if os.name == 'nt' else 'python3'} -m venv .venv`, and so on."
        )
        yield Finding("Environment", WANTED, "none of its own", use, remedy)


def locked(file: Path) -> dict[str, str]:
    """The libraries that a lock pins for every machine, by name, with their versions; none where it cannot be read."""
    try:
        lines = file.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return {}
    return {match[1]: match[2] for line in lines if (match := _PINNED.fullmatch(line.strip()))}


def _installed(name: str) -> str:
    with contextlib.suppress(metadata.PackageNotFoundError):
        return metadata.version(name)
    return ""


def libraries(lock: Path) -> Iterator[Finding]:
    """Whether the installed libraries are those of the lock."""
    pinned = locked(lock)
    if not pinned:
        return
    found = {name: _installed(name) for name in pinned}
    missing = sorted(name for name, version in found.items() if not version)
    other = sorted(
        f"{name} {found[name]}, not {pinned[name]}" for name in pinned if found[name] not in ("", pinned[name])
    )
    remedy = _install(lock)
    if missing:
        yield Finding("Libraries", NEEDED, f"{_few(missing)} missing", "building and checking", remedy)
    if other:
        use = "a site that is the same on every machine"
        yield Finding("Libraries", WANTED, f"not as in {lock.name}: {_few(other)}", use, remedy)
    if not missing and not other:
        yield Finding("Libraries", FINE, f"{len(pinned)} as in {lock.name}")


def optional(what: str, lock: Path, main: Path, use: str) -> Iterator[Finding]:
    """Whether the libraries of an extra are there, which has a lock of its own beside the main one."""
    missing = sorted(name for name in locked(lock).keys() - locked(main).keys() if not _installed(name))
    if missing:
        remedy = _install(lock)
        yield Finding(what, WANTED, f"{_few(missing)} missing", use, remedy)
    elif locked(lock):
        yield Finding(what, FINE, "there")


def _install(lock: Path) -> str:
    """The command that installs what a lock pins, for the Python that runs this."""
    return f"`{shell.joined((sys.executable, '-m', 'pip', 'install', '-r', str(lock)))}`."


def _few(names: list[str]) -> str:
    return ", ".join(names[:4]) + (f" and {len(names) - 4} more" if len(names) > 4 else "")


def generator(home: Path, lock: Path) -> Iterator[Finding]:
    """Which generator this is, and whether it is the one that the dossier's lock pins."""
    installed = _installed("briefing-site")
    is_checkout = (home / "pyproject.toml").is_file()
    shown = f"the checkout in {home}" if is_checkout else installed or "of no known version"
    try:
        pin = _OURS.search(content := lock.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        pin, content = None, ""
    if not pin:
        yield Finding("Generator", FINE, shown)
        return
    again = _install(lock)
    if is_checkout or installed != pin[2]:
        found = f"{shown}; {lock.name} pins {pin[2]}"
        yield Finding("Generator", WANTED, found, "the site that the dossier's repository publishes", again)
    else:
        yield Finding("Generator", FINE, f"{shown}, as {lock.name} pins it")
    if "://" not in pin[1]:
        wheel, hashed = lock.parent / pin[1], _HASH.search(content, pin.end())
        is_whole = wheel.is_file() and hashed and hashlib.sha256(wheel.read_bytes()).hexdigest() == hashed[1]
        if not is_whole:
            found = f"{pin[1]} is not the file that {lock.name} pins"
            yield Finding("Generator's wheel", NEEDED, found, "setting up anywhere else", "Fetch it again from Git.")


def git(root: Path) -> Iterator[Finding]:
    """Git, who commits by it, and whether it leaves the sources' texts alone."""
    program = shutil.which("git")
    if program is None:
        use, remedy = "keeping what was, working together and publishing", "Get it from git-scm.com or your system."
        yield Finding("Git", WANTED, "not found", use, remedy)
        return

    def ask(*words: str) -> tuple[int, str]:
        try:
            asked = subprocess.run(  # noqa: S603 (Git, with words of our own)
                [program, *_NO_PROGRAMS, "-C", str(root), *words],
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                timeout=20,
                stdin=subprocess.DEVNULL,
            )
        except (OSError, subprocess.SubprocessError):
            return 128, ""
        return asked.returncode, asked.stdout.strip()

    if ask("rev-parse", "--is-inside-work-tree") != (0, "true"):
        remedy = "`git init` in that folder makes it one."
        yield Finding("Git", WANTED, f"{root} is in no repository", "keeping what was, and publishing", remedy)
        return
    yield Finding("Git", FINE, ask("version")[1].removeprefix("git version ") or "there")
    if not (ask("config", "user.name")[1] and ask("config", "user.email")[1]):
        remedy = '`git config --global user.name "Your Name"`, and the same with `user.email`.'
        yield Finding("Git identity", WANTED, "not given", "committing", remedy)
    followed = ask("ls-files", "--", "seeds/*.txt")[1]
    if followed or ask("check-ignore", "-q", "seeds/any-source.txt")[0] == 1:
        found = "Git follows them" if followed else "Git does not ignore them"
        remedy = "Put the line `/seeds/*.txt` into `.gitignore`" + (
            "; then `git rm --cached` each." if followed else "."
        )
        yield Finding(
            "Texts of sources", NEEDED, found, "keeping them on this machine: they are not ours to publish", remedy
        )


def browser() -> Iterator[Finding]:
    """Chromium, in which tests look at pages."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    use, remedy = "the tests that look at pages, and `invoke screenshot`", "On Debian `apt-get install chromium`."
    yield Finding("Chromium", FINE if program else WANTED, program or "not found", use, remedy)


def disk(root: Path, output: Path) -> Iterator[Finding]:
    """Room and rights where the work is done, and what the file system takes for one name."""
    for folder in dict.fromkeys((root, root / "content", root / "seeds", output.parent)):
        if folder.is_dir() and (why := _unwritable(folder)):
            yield Finding("Rights", NEEDED, f"{folder} cannot be written ({why})", "writing there", "Mend its rights.")
    with contextlib.suppress(OSError):
        free = shutil.disk_usage(root).free
        state = NEEDED if free < LEAST else WANTED if free < LOW else FINE
        yield Finding("Disk", state, f"{free // 1_000_000:,} MB free", "building beside the last site", "Make room.")
    if (root / "content").is_dir():
        is_one = (root / "CONTENT").is_dir()
        found = (
            "capitals and small letters are the same in names of files"
            if is_one
            else "capitals count in names of files"
        )
        yield Finding("File system", FINE, found)
    if os.name == "nt" and len(str(output)) + DEEPEST > LONGEST:
        use, remedy = "pages with long ids", "Move it to a shorter path, or allow long paths in Windows."
        yield Finding("File system", WANTED, f"{output} is a long path", use, remedy)


def _unwritable(folder: Path) -> str:
    """Why no file can be written in a folder; empty where one can."""
    try:
        with tempfile.TemporaryFile(dir=folder, prefix=".briefing-"):
            return ""
    except OSError as error:
        return error.strerror or str(error)
