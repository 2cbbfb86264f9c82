"""`invoke publish`: a built site on a branch of the dossier's repository, pushed to a remote on this machine."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from briefing.cli import commands
from briefing.repository.publishing import Branch, PublishError, domain_fault
from tests.support import DEMO, Dossier, copy_of


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, encoding="utf-8"
    ).stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A git repository with a remote beside it."""
    git(tmp_path, "init", "-q", "--bare", "remote.git")
    git(tmp_path, "init", "-q", "--initial-branch=main", "work")
    folder = tmp_path / "work"
    for key, value in {"user.name": "Desk", "user.email": "desk@example.org"}.items():
        git(folder, "config", key, value)
    git(folder, "remote", "add", "origin", str(tmp_path / "remote.git"))
    return folder


def site(folder: Path, *assets: str) -> Path:
    """A site of one page and some assets, listed in its marker."""
    from briefing.store import marker

    for name in ("index.html", *assets):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    marker.seal(folder, {"index.html", *assets})
    return folder


def published(remote: Path) -> set[str]:
    return set(git(remote, "ls-tree", "-r", "--name-only", "gh-pages").splitlines())


def release(repository: Path, folder: Path, domain: str = "") -> None:
    branch = Branch(repository, "gh-pages", "origin")
    branch.fetch()
    branch.push(folder, branch.kept(folder), "The site", domain or branch.domain())


def test_assets_of_the_release_before_stay(repository: Path, tmp_path: Path) -> None:
    """And none of still older ones; pages that are gone go; a domain stays."""
    remote = tmp_path / "remote.git"
    release(repository, site(tmp_path / "one", "theme/site.1.css", "old.html"), "dossier.example.org")
    assert published(remote) >= {"index.html", "theme/site.1.css", "old.html", "CNAME", ".nojekyll"}
    release(repository, site(tmp_path / "two", "theme/site.2.css"))
    assert published(remote) == {
        "index.html",
        "theme/site.1.css",
        "theme/site.2.css",
        "CNAME",
        ".nojekyll",
        ".briefing",
    }
    release(repository, site(tmp_path / "three", "theme/site.3.css"))
    assert {path for path in published(remote) if path.startswith("theme/")} == {"theme/site.2.css", "theme/site.3.css"}
    assert git(remote, "show", "gh-pages:CNAME") == "dossier.example.org"


def test_a_dossier_is_published(
    repository: Path, tmp_path: Path, memory: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only what was built, for its address; a rehearsal pushes nothing. No source's text is among it."""
    dossier = Dossier(copy_of(DEMO, repository / "dossier").root)
    options = {"domain": "", "branch": "gh-pages", "remote": "origin"}
    commands.publish(str(dossier.root), "", "", "https://desk.example/ondo/", dry_run=False, **options)
    assert "for https://desk.example/ondo/." in capsys.readouterr().out
    remote = tmp_path / "remote.git"
    assert {path for path in published(remote) if not path.startswith(".")} == {
        path.relative_to(dossier.root / "output").as_posix()
        for path in (dossier.root / "output").rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
    before = git(remote, "rev-parse", "gh-pages")
    commands.publish(str(dossier.root), "", "", "https://desk.example/ondo/", dry_run=True, **options)
    assert "Nothing was pushed." in capsys.readouterr().out
    assert git(remote, "rev-parse", "gh-pages") == before
    everything = git(remote, "log", "--all", "-p", "--format=%B")
    for text in (dossier.root / "seeds").glob("*.txt"):
        for paragraph in text.read_text("utf-8").split("\n"):
            assert len(paragraph.split()) < 30 or paragraph not in everything


@pytest.mark.parametrize(
    ("spoil", "branch", "remote", "told"),
    [
        (("remote", "remove", "origin"), "gh-pages", "origin", "must know the remote"),
        (("config", "user.name", ""), "gh-pages", "origin", "must know who you are"),
        (("status",), "main", "origin", "another than the one that is checked out"),
        (("status",), "--force", "origin", "must be a name that git takes"),
        (("status",), "gh-pages", "--all", "must know the remote"),
    ],
)
def test_what_cannot_be_published_on(
    repository: Path, spoil: tuple[str, ...], branch: str, remote: str, told: str
) -> None:
    """Is told before anything is built."""
    git(repository, *spoil)
    with pytest.raises(PublishError, match=told):
        Branch(repository, branch, remote)


def test_a_remote_that_refuses(repository: Path, tmp_path: Path) -> None:
    """Is told in git's own words."""
    (tmp_path / "remote.git").rename(tmp_path / "gone.git")
    with pytest.raises(PublishError, match="must be able to push to origin"):
        release(repository, site(tmp_path / "one"))


@pytest.mark.parametrize(
    "domain", ["https://a.example", "a", "a b.example", "-a.example", "a.example/x", "a.example\nb.example"]
)
def test_domains_that_are_none(domain: str) -> None:
    """A domain is a host's name and nothing else."""
    assert domain_fault(domain)


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("git@github.com:Desk/harbour.git", "https://desk.github.io/harbour/"),
        ("https://github.com/desk/desk.github.io", "https://desk.github.io/"),
        ("https://host.example/desk/harbour.git", ""),
    ],
)
def test_where_github_shows_it(repository: Path, url: str, address: str) -> None:
    """So that the address need not be told."""
    git(repository, "remote", "set-url", "origin", url)
    assert Branch(repository, "gh-pages", "origin").site_url == address
