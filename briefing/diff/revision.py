"""The dossier as it was at a revision in Git: its records, put into a folder for a while."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from msgspec import Struct

from briefing.model.suggest import did_you_mean
from briefing.reading.discover import MAX_FILE

#: What of a dossier is compared: its records.
_FOLDERS = ("content", "seeds")
#: So many seconds may a command of Git take, and so many bytes may all records have together.
_SECONDS, _MOST = 60, 500_000_000
#: Git as it is here: it asks nothing, fetches nothing, waits for nothing and runs no program that a repository names.
_QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
_PLAIN = ("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")


#: What a hook of Git's, from which this may be run, tells of another folder or index.
_ELSEWHERE = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX"})


class RevisionError(ValueError):
    """A revision that cannot be read; the text says what must hold and how to mend it."""


class Revision(Struct, frozen=True):
    """A revision: as it was `asked` for, its short hash, and the folder that holds its records, which may be none."""

    asked: str
    hash: str
    folder: Path
    has_dossier: bool


@contextmanager
def at(root: Path, asked: str) -> Iterator[Revision]:
    """The dossier at `root` as it was at a revision, in a folder that is gone afterwards. Raises RevisionError."""
    commit = _commit(root, asked)
    listed = _git(root, "ls-tree", "-r", "-z", "--long", commit, "--", *_FOLDERS)
    wanted: list[tuple[str, str]] = []
    total = 0
    for line in filter(None, listed.split(b"\0")):
        about, _, written = line.partition(b"\t")
        mode, kind, blob, size = about.decode().split()
        path = written.decode("utf-8", "surrogateescape")
        if kind != "blob" or not mode.startswith("100") or not path.endswith(".md") or int(size) > MAX_FILE:
            continue  # what is no file, such as a link, is no record either
        total += int(size)
        wanted.append((blob, path))
    if total > _MOST:
        raise RevisionError(f"the records of a revision must have at most {_MOST // 10**6} MB; {asked} has more")
    with tempfile.TemporaryDirectory(prefix="briefing-diff-") as folder:
        for (_, path), data in zip(wanted, _blobs(root, [blob for blob, _ in wanted]), strict=True):
            _write(Path(folder), path, data)
        has_dossier = (Path(folder) / "content/dossier.md").is_file()
        yield Revision(asked, commit[:8], Path(folder), has_dossier)


def holds(root: Path, path: str) -> bool:
    """Whether Git can bring a file back as it is now: it is tracked, and as it was when last committed or staged."""
    try:
        told = _git(root, "status", "--porcelain=v1", "-z", "--ignored", "--untracked-files=all", "--", path)
        return bool(_git(root, "ls-files", "-z", "--", path)) and told[1:2] in (b"", b" ")
    except RevisionError:
        return False


def _write(folder: Path, path: str, data: bytes) -> None:
    """Put one file into the folder; Git has no names that lead out of it, and none is taken."""
    parts = PurePosixPath(path).parts
    target = folder.joinpath(*parts)
    if ".." in parts or not target.is_relative_to(folder):
        raise RevisionError(f"a path in a revision must not lead out of its folder, as {path!r} does")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    except OSError as error:
        raise RevisionError(f"{path!r} of the revision could not be written to look at it ({error.strerror})") from None


def _blobs(root: Path, blobs: Sequence[str]) -> Iterator[bytes]:
    """The contents of files, by their hashes."""
    if not blobs:
        return
    answer = _git(root, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in blobs).encode())
    at = 0
    for blob in blobs:
        end = answer.find(b"\n", at)
        told = answer[at:end].split()
        if end < 0 or len(told) != 3:
            raise RevisionError(f"the repository must hold all files of the revision; {blob[:8]} is not here. {_FETCH}")
        size = int(told[2])
        yield answer[end + 1 : end + 1 + size]
        at = end + 1 + size + 1


_FETCH = "Fetch it: `git fetch --unshallow`, or in a workflow `fetch-depth: 0` for actions/checkout"


def _commit(root: Path, asked: str) -> str:
    """The hash of the commit that a revision names."""
    if not asked.strip() or "\0" in asked:
        raise RevisionError("a revision must have a name: a branch, a tag, a hash, or HEAD")
    try:
        return _git(root, "rev-parse", "--verify", "--end-of-options", f"{asked}^{{commit}}").decode().strip()
    except _GitError:
        pass
    if _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true":
        message = f"{asked!r} must be a revision that is here; the repository was fetched without its history"
        raise RevisionError(f"{message}. {_FETCH}")
    names = _git(root, "for-each-ref", "--format=%(refname:short)", "--count=1000").decode("utf-8", "replace").split()
    if not names and asked == "HEAD":
        raise RevisionError("the repository must have a commit to compare with; make the first: `git commit`")
    message = f"{asked!r} must be a revision of this repository; it has none of this name"
    remote = next((name for name in names if name.endswith(f"/{asked}")), "")
    hint = f" (did you mean {remote!r}?)" if remote else did_you_mean(asked, names)
    raise RevisionError(f"{message}{hint}. `git log --oneline` lists them")


class _GitError(RevisionError):
    """What Git itself says, in our words."""


def _git(root: Path, *arguments: str, given: bytes | None = None) -> bytes:
    """What a command of Git in the folder `root` prints. Raises RevisionError."""
    here = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    command = ["git", "-C", str(root), *_PLAIN, *arguments]
    try:
        done = subprocess.run(  # noqa: S603  the revision stands behind --end-of-options, or is a hash
            command, input=given, capture_output=True, timeout=_SECONDS, env=here | _QUIET, check=False
        )
    except FileNotFoundError:
        raise RevisionError("Git must be installed to compare with a revision; `invoke doctor` says how") from None
    except subprocess.TimeoutExpired:
        raise RevisionError(f"Git must answer within {_SECONDS} seconds; it did not") from None
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode("utf-8", "replace")
    if "not a git repository" in said:
        message = "the dossier must lie in a Git repository, for a revision is what it is compared with"
        raise RevisionError(f"{message}; {root} does not. Begin one: `git init`, `git add .` and `git commit`")
    if "dubious ownership" in said:
        message = "Git must trust the folder, which belongs to another user"
        raise RevisionError(f"{message}. If it is yours: `git config --global --add safe.directory {root}`")
    line = next(iter(said.strip().splitlines()), "it said nothing")
    raise _GitError(f"Git must be able to read the repository; it said: {line[:300]}")
