"""`invoke check --fix`: what needs no judgement is mended, shown as a diff; afterwards no such complaint is left, and no new one."""

from __future__ import annotations

import pytest

from briefing.cli import commands
from briefing.edits import fixing, plan
from briefing.edits.tidying import ordered, tidied
from briefing.model.misdated import certain
from tests.support import Dossier, tree

SLIPS = [
    ("content/events/talks-held.md", "date: 2024-12-10", "date: 10 Dec. 2024"),
    ("content/events/flow-halved.md", "date: 2024-11-05", "date: November 5th, 2024"),
    ("content/events/divers-due.md", "date: 2025-01\n", "date: January 2025\n"),
    ("content/events/pipe-laid.md", "words: in 1998", "words: “in 1998”"),
    ("content/briefs/in-a-minute.md", "  - usual flow", "  - “usual flow”"),
    ("content/briefs/in-a-minute.md", "updated: 2025-03-05", "updated: 2025/3/5"),
    ("content/briefs/papers.md", "title: What", "title:\u00a0What"),
    ("content/briefs/papers.md", "“a debt of honour”", "“A debt of honour”"),
    ("content/briefs/papers.md", '"the wheel had fresh', '"The wheel had fresh'),
    ("content/briefs/papers.md", "Water that is", "Water that\u200b is"),
    ("content/positions/oruna-government/share.md", "quote: We cannot", "quote: we cannot"),
    ("content/actors/fishers-league.md", "every day", "every\u2060 day"),
    ("content/places/hidden-well.md", "\n", "   \r\n"),
    ("content/places/telissa-landing.md", "\n", "\r\n"),
]


@pytest.fixture
def slipped(dossier: Dossier) -> Dossier:
    """The demo with many slips."""
    for path, good, bad in SLIPS:
        text = (dossier.root / path).read_bytes().decode()
        assert good in text, (path, good)
        dossier.write(path, text.replace(good, bad) if good == "\n" else text.replace(good, bad, 1))
    return dossier


def test_slips(slipped: Dossier, demo: Dossier) -> None:
    """Each is mended as its message has it; a changed first letter is shown, and nothing is left."""
    assert len(slipped.problems()) >= 10
    plan.write(slipped.root, fixing.propose(slipped.root))
    assert slipped.spots() == []
    assert "quote: '[w]e cannot send" in slipped.read("content/positions/oruna-government/share.md")
    assert '"[T]he wheel had fresh' in slipped.read("content/briefs/papers.md")
    assert "date: 2024-12-10" in slipped.read("content/events/talks-held.md")
    for path in ("content/actors/fishers-league.md", "content/events/pipe-laid.md"):
        assert sorted(slipped.read(path).splitlines()) == sorted(demo.read(path).splitlines())


def test_done_twice_it_does_nothing(slipped: Dossier) -> None:
    """The second time there is nothing to do."""
    plan.write(slipped.root, fixing.propose(slipped.root))
    before = tree(slipped.root)
    again = fixing.propose(slipped.root)
    assert not again.count
    assert tree(slipped.root) == before


def test_a_dry_run_shows_and_writes_nothing(slipped: Dossier, capsys: pytest.CaptureFixture[str]) -> None:
    """The diff is that of the files, by their paths."""
    before = tree(slipped.root)
    commands.check(str(slipped.root), "text", False, True, True)
    assert tree(slipped.root) == before
    shown = capsys.readouterr().out
    assert "-date: 10 Dec. 2024\n+date: 2024-12-10\n" in shown
    assert "+++ b/content/events/talks-held.md" in shown
    assert shown.endswith("Nothing was written; without --dry-run it is.\n")


def test_what_was_published_is_not_changed_unseen(released: Dossier) -> None:
    """A fix after which a note would be owed is left to the editor."""
    plan.write(released.root, fixing.propose(released.root))
    assert released.spots() == []


@pytest.mark.parametrize(("fix", "format", "dry_run"), [(True, "json", False), (False, "text", True)])
def test_options_that_do_not_go_together(demo: Dossier, fix: bool, format: str, dry_run: bool) -> None:
    """Told as wrong use."""
    with pytest.raises(SystemExit) as end:
        commands.check(str(demo.root), format, False, fix, dry_run)
    assert end.value.code == 2


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1 Nov 2022", "2022-11-01"),
        ("1st November 2022", "2022-11-01"),
        ("Nov 1, 2022", "2022-11-01"),
        ("November 2022", "2022-11"),
        ("2022/11/1", "2022-11-01"),
        ("21.11.2022", "2022-11-21"),
        ("11/21/2022", "2022-11-21"),
        ("21/11/2022", "2022-11-21"),
        ("5/5/2022", "2022-05-05"),
        ("1.11.2022", ""),
        ("1/11/2022", ""),
        ("by 1 November 2022", ""),
        ("1 Nov", ""),
        ("13/13/2022", ""),
        ("spring 2022", ""),
        ("2022-11-01", ""),
        ("32 Foo 2022", ""),
    ],
)
def test_a_date_only_where_it_is_certain(typed: str, meant: str) -> None:
    """Where day and month could be each other, the editor decides."""
    assert certain(typed) == meant


def test_order_of_keys() -> None:
    """As docs/records.md lists them; remarks go with the key below them; a head that is not understood stays."""
    mixed = b"---\n# on the summary\nsummary: S.\n# on the name\nname: N\ncite: a \xc2\xb63\nkind: person\nwas: [x]\nside: y\n---\nProse.\n"
    assert ordered("content/actors", mixed).decode() == (
        "---\n# on the name\nname: N\nkind: person\n# on the summary\nsummary: S.\ncite: a ¶3\nside: y\nwas: [x]\n---\nProse.\n"
    )
    for odd in (mixed.replace(b"side", b"sidle"), mixed.replace(b"side", b"name"), mixed.replace(b"person", b"[")):
        assert ordered("content/actors", odd) == odd


def test_blanks() -> None:
    """A line that Markdown breaks on purpose stays broken."""
    assert tidied(b"---\nname: N  \n---\nOne  \ntwo \nthree  \n\nfour\t\n  ") == (
        b"---\nname: N\n---\nOne  \ntwo\nthree\n\nfour\n"
    )
