"""Publishing a built site on a branch of the dossier's repository, for hosts that show what stands on one."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from briefing.store.marker import MARKER, as_listed

#: The folder of the site whose files bear a hash in their names; only these can be missed by an older page.
ASSETS = "theme/"
_DOMAIN = re.compile(r"(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}", re.ASCII)
_GITHUB = re.compile(
    r"(?:https://github\.com/|git@github\.com:|ssh://git@github\.com/)([\w.-]+)/([\w.-]+?)(?:\.git)?/?"
)


class PublishError(Exception):
    """A site that cannot be published; the text says what must hold."""


class Branch:
    """The branch `name` of a remote of the git repository around a dossier. Raises PublishError where there is none."""

    def __init__(self, root: Path, name: str, remote: str) -> None:
        self.root, self.name, self.remote = root, name, remote
        if not shutil.which("git"):
            raise PublishError("git must be installed to publish on a branch")
        if not self._git("rev-parse", "--git-dir"):
            raise PublishError(f"{root} must be a git repository; `git init` begins one")
        if not self._git("check-ref-format", "--branch", name) or name.startswith("-"):
            raise PublishError(f"--branch must be a name that git takes; not {name[:80]!r}")
        self.url = "" if remote.startswith("-") else self._text("remote", "get-url", remote)
        if not self.url:
            raise PublishError(
                f"git must know the remote {remote[:80]!r}; `git remote add {remote[:80]} ADDRESS` names it"
            )
        if name == self._text("symbolic-ref", "--short", "HEAD"):
            raise PublishError(f"--branch must be another than the one that is checked out, {name}")
        if not (self._text("config", "user.name") and self._text("config", "user.email")):
            raise PublishError(
                "git must know who you are: `git config user.name NAME` and `git config user.email ADDRESS`"
            )

    def _git(self, *arguments: str) -> bytes | None:
        """What git prints; None where it fails. It asks nobody anything."""
        environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0"}
        command = ["git", *arguments]
        done = subprocess.run(command, cwd=self.root, env=environment, capture_output=True, check=False)  # noqa: S603
        self.said = done.stderr.decode(errors="replace").strip()
        return (done.stdout or b" ") if done.returncode == 0 else None

    def _text(self, *arguments: str) -> str:
        return (self._git(*arguments) or b"").decode(errors="replace").strip()

    @property
    def site_url(self) -> str:
        """Where GitHub shows this branch, if the remote is GitHub's; else empty."""
        found = _GITHUB.fullmatch(self.url)
        if not found:
            return ""
        owner, name = found[1].lower(), found[2]
        return f"https://{owner}.github.io/" + ("" if name.lower() == f"{owner}.github.io" else f"{name}/")

    def fetch(self) -> None:
        """Look at what was published last; nothing is there before the first time."""
        self._git("fetch", "--quiet", "--depth=1", self.remote, f"+refs/heads/{self.name}:{self._last}")

    @property
    def _last(self) -> str:
        return f"refs/remotes/{self.remote}/{self.name}"

    def domain(self) -> str:
        """The domain of the release before; empty where it had none."""
        return self._text("show", f"{self._last}:CNAME")

    def kept(self, site: Path) -> dict[str, bytes]:
        """The assets of the release before that this one has not: those that its marker lists, so none of still older
        ones, which the branch kept then.
        """
        before = as_listed(self._text("show", f"{self._last}:{MARKER}"))
        wanted = sorted(path for path in before if path.startswith(ASSETS) and ".." not in path.split("/"))
        found = ((path, self._git("show", f"{self._last}:{path}")) for path in wanted if not (site / path).exists())
        return {path: data for path, data in found if data is not None}

    def push(self, site: Path, kept: dict[str, bytes], message: str, domain: str) -> None:
        """Put a site on the branch, with what is kept, and push it. Raises PublishError."""
        import ghp_import

        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(self.root):
            whole = Path(folder) / "site"
            shutil.copytree(site, whole)
            for path, data in kept.items():
                (whole / path).parent.mkdir(parents=True, exist_ok=True)
                (whole / path).write_bytes(data)
            options = {"branch": self.name, "remote": self.remote, "mesg": message, "nojekyll": True}
            try:
                ghp_import.ghp_import(str(whole), **options, cname=domain or None)
            except ghp_import.GhpError as error:
                raise PublishError(f"git must take the site ({error.message})") from None
        if self._git("push", "--quiet", self.remote, f"refs/heads/{self.name}:refs/heads/{self.name}") is None:
            raise PublishError(f"git must be able to push to {self.remote} ({_last_line(self.said)})")


def domain_fault(domain: str) -> str:
    """What a domain must be and is not; empty where it is one."""
    return (
        "" if _DOMAIN.fullmatch(domain) else f"--domain must be a name such as dossier.example.org; not {domain[:80]!r}"
    )


def _last_line(said: str) -> str:
    lines = [line for line in said.splitlines() if line.startswith(("fatal", "error", " !"))] or said.splitlines()
    return lines[0].strip()[:300] if lines else "it says nothing"
