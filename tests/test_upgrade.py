"""`invoke upgrade`: dossiers of older formats, frozen in `formats/`, are led to the present one; newer ones are refused."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.cli import commands
from briefing.cli.host import News
from briefing.cli.serve import once
from briefing.desk.answers import Desk
from briefing.model.records.registers import FORMAT
from briefing.model.settings import settings
from briefing.repository import begin
from briefing.repository.begin import Wishes
from briefing.repository.wheel import wheel
from briefing.store.memo import Memo
from tests.support import DEMO, ROOT, Dossier, copy_of, tree
from tests.wheels import wheel_in

FORMATS = ROOT / "tests" / "formats"
#: The hash of each frozen dossier, by its format.
FROZEN = {"1": "841cd2ce54e6fba3895c159e4109f381267510208619fc59b3bdbc47cfe6356c"}
COURIER, LETTER = "seeds/varn-courier.md", "seeds/ferry-letter.md"
DOSSIER = "content/dossier.md"
#: The text that the frozen dossier's editor has not.
LETTER_TEXT = (
    "To the council of Varn: our ships have waited long enough in front of your harbour, and our passengers "
    "have waited with them, some of them with small children and most of them without a cabin."
    "\n\n"
    "We will not pay for the cable, for the pier is yours, and so is whatever hangs at the end of it. We "
    "would, however, lend the town our electrician for a week in June, when the ships are in the dock and he "
    "has little else to do."
    "\n"
)


@pytest.fixture
def old(tmp_path: Path) -> Dossier:
    """A copy of the frozen dossier of format 1."""
    return copy_of(FORMATS / "1", tmp_path / "old")


@pytest.fixture
def upgrade(old: Dossier, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Upgrades the copy; gives what is printed on it, without the copy's own place."""

    def run(write: bool = False) -> str:
        capsys.readouterr()
        try:
            commands.upgrade(str(old.root), write)
        except SystemExit as stop:
            assert stop.code == 1
        printed = capsys.readouterr()
        return f"{printed.out}{printed.err}".replace(f" --root {old.root}`", "`")

    return run


def added(before: bytes, after: bytes) -> list[str]:
    """The lines that `after` has besides those of `before`, which must all be there still, in order and byte for byte."""
    rest = before.splitlines(keepends=True)
    new = []
    for line in after.splitlines(keepends=True):
        if rest and rest[0] == line:
            rest.pop(0)
        else:
            new.append(line.decode())
    assert rest == []
    return new


@pytest.mark.parametrize("number", FROZEN)
def test_a_frozen_dossier_is_as_it_was(number: str) -> None:
    """Dossiers of its format that stand elsewhere do not change either: put back what was changed here."""
    files = [entry for entry in sorted(tree(FORMATS / number).items()) if entry[0] != "README.md"]
    assert hashlib.sha256(repr(files).encode()).hexdigest() == FROZEN[number]


def test_every_former_format_is_kept() -> None:
    """A new format comes with a dossier of the last one."""
    assert [*FROZEN] == [str(number) for number in range(1, FORMAT)]


def test_what_would_be_rewritten_is_shown_and_nothing_is_written(old: Dossier, upgrade: Callable[..., str]) -> None:
    """A unified diff, then in words what to look at."""
    before = tree(old.root)
    shown = upgrade()
    assert tree(old.root) == before
    assert f"--- a/{DOSSIER}\n+++ b/{DOSSIER}\n@@ -1,4 +1,5 @@\n ---\n+format: {FORMAT}\n # The desk's own" in shown
    assert f"+++ b/{COURIER}\n" in shown
    assert "+  - {by: Ilsa Korr, in: ¶2}\n+  - {by: Tomas Wend, in: ¶3}\n" in shown
    assert f"- {LETTER}: `voices` is to be filled in, for 1 quotation of it; its text is not at hand." in shown
    assert f"- {COURIER}: the text seems to have these 4 voices; read who speaks in it" in shown
    assert "Where `?` stands, nobody could be made out" in shown
    assert "Nothing was written; `invoke upgrade --write` writes what is shown." in shown


def test_an_upgraded_dossier_is_clean_but_for_what_is_to_be_filled_in(
    old: Dossier, upgrade: Callable[..., str], output: Path
) -> None:
    """What the format asks and no text at hand tells is an error until the editor has written it; then it is built."""
    assert {problem.level for problem in old.problems()} == {"warning"}
    upgrade(write=True)
    left = [problem for problem in old.problems() if problem.level == "error"]
    assert [(problem.path, problem.code) for problem in left] == [(LETTER, "voices-missing"), (COURIER, "voice-name")]
    old.edit(COURIER, "by: '?'", "by: somebody on the pier")
    old.edit(LETTER, "rights: Invented", "voices:\n  - {by: grey-ferries, in: all}\nrights: Invented")
    old.write("seeds/ferry-letter.txt", LETTER_TEXT)
    commands.verify(str(old.root))
    assert old.problems() == []
    old.build(output)
    assert "Grey Ferries" in (output / "sources/ferry-letter/index.html").read_text("utf-8")


def test_only_what_is_shown_is_written(old: Dossier, upgrade: Callable[..., str]) -> None:
    """Comments, order and all other files stay byte for byte; a second run finds nothing to do."""
    before, tree_before = {path: (old.root / path).read_bytes() for path in (DOSSIER, COURIER)}, tree(old.root)
    assert "2 files were written." in upgrade(write=True)
    after = tree(old.root)
    assert {path for path in after if after[path] != tree_before.get(path)} == {DOSSIER, COURIER}
    assert after.keys() == tree_before.keys()
    assert added(before[DOSSIER], (old.root / DOSSIER).read_bytes()) == [f"format: {FORMAT}\n"]
    lines = added(before[COURIER], (old.root / COURIER).read_bytes())
    assert lines[0].startswith("voices:  # made out by `invoke upgrade`")
    assert len(lines) == 5
    again = upgrade(write=True)
    assert again == f"The dossier is of format {FORMAT}, which is the present one; there is nothing to upgrade.\n"
    assert tree(old.root) == after


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte-order-mark"])
def test_ends_of_lines_stay(old: Dossier, upgrade: Callable[..., str], mark: bytes) -> None:
    """A file with CRLF gets lines with CRLF; one odd line in it stays odd."""
    before = {}
    for path in (DOSSIER, COURIER):
        data = mark + (old.root / path).read_bytes().replace(b"\n", b"\r\n").replace(
            b"licence: CC0 1.0\r", b"licence: CC0 1.0"
        )
        before[path] = data
        old.write(path, data)
    shown = upgrade(write=True)
    assert "\r" not in shown
    for path, data in before.items():
        lines = added(data, (old.root / path).read_bytes())
        assert lines
        assert all(line.endswith("\r\n") for line in lines)


@pytest.mark.parametrize(
    ("where", "typed", "then"),
    [
        ("title: The bell", "format: 1  # as of old\ntitle: The bell", "format: 2  # as of old\n"),
        ("title: The bell", "format: '1'\ntitle: The bell", "\nformat: 2\n"),
        ("^(?=.)", "  ", "---\n  format: 2\n  # The desk's own"),
    ],
    ids=["there", "quoted", "indented"],
)
def test_however_the_head_is_typed(
    old: Dossier, upgrade: Callable[..., str], where: str, typed: str, then: str
) -> None:
    """A format that stands there is replaced where it stands; a head that is indented stays readable."""
    head, body = old.read(DOSSIER).removeprefix("---\n").split("\n---\n")
    old.write(DOSSIER, f"---\n{re.sub(where, typed, head, flags=re.MULTILINE)}\n---\n{body}")
    upgrade(write=True)
    assert then in old.read(DOSSIER)
    assert "nothing to upgrade" in upgrade()


def test_a_record_that_cannot_be_read_is_named_and_left(old: Dossier, upgrade: Callable[..., str]) -> None:
    """The others are upgraded all the same."""
    path = "content/places/varn.md"
    old.write(path, b"---\nname: V\xff\n---\n")
    assert f"- {path} cannot be read and stays as it is; `invoke check` says why.\n" in upgrade(write=True)
    assert (old.root / path).read_bytes() == b"---\nname: V\xff\n---\n"
    assert f"format: {FORMAT}" in old.read(DOSSIER)


def test_voices_that_cannot_be_read_are_named_and_left(old: Dossier, upgrade: Callable[..., str]) -> None:
    """No second `voices` is put beside one that only needs mending."""
    old.edit(COURIER, "rights:", "voices: Ilsa Korr\nrights:")
    spoilt = old.read(COURIER)
    assert f"- {COURIER}: `voices` cannot be read and stays as it is; `invoke check` says why.\n" in upgrade(write=True)
    assert old.read(COURIER) == spoilt


@pytest.mark.parametrize(
    "text", [b"\xff", b"no head", b"---\nformat: one\ntitle: X\n---\nText [@us].\n"], ids=["bytes", "no-head", "format"]
)
def test_a_dossier_whose_own_record_cannot_be_read_is_not_upgraded(
    old: Dossier, upgrade: Callable[..., str], text: bytes
) -> None:
    """What is wrong with it is told, and nothing is written."""
    old.write(DOSSIER, text)
    before = tree(old.root)
    told = upgrade(write=True)
    assert told.startswith(f"{DOSSIER}:")
    assert told.endswith("Nothing can be upgraded until that is mended.\n")
    assert tree(old.root) == before


def test_a_head_that_takes_no_line_is_left(old: Dossier, upgrade: Callable[..., str]) -> None:
    """It is told how it must be written; nothing is written into other files either."""
    old.write(DOSSIER, "---\n{title: The bell, summary: It rings., snapshot: As of May.}\n---\n- A bell [@us].\n")
    before = tree(old.root)
    assert upgrade(write=True).startswith(f"{DOSSIER} must have each key of its head on a line of its own")
    assert tree(old.root) == before


@pytest.mark.parametrize("path", [DOSSIER, COURIER])
def test_all_is_written_or_nothing(old: Dossier, upgrade: Callable[..., str], path: str) -> None:
    """A file that cannot be written leaves the others as they were, and nothing beside them."""
    folder, _, name = path.rpartition("/")
    (old.root / folder / f".{name}.new").mkdir()
    before = sorted(tree(old.root).items())
    assert "could not be written" in upgrade(write=True)
    assert sorted(tree(old.root).items()) == before


@pytest.mark.parametrize("number", [FORMAT + 1, 999_999_999])
def test_a_newer_format_is_refused_once(
    dossier: Dossier, number: int, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By every task, in the same words, whatever else its records hold; nothing is built or written."""
    dossier.edit(DOSSIER, f"format: {FORMAT}", f"format: {number}")
    dossier.edit(DOSSIER, "summary:", "resume:")
    dossier.edit("content/places/ondo-spring.md", "kind: site", "form: site")
    root, before = str(dossier.root), tree(dossier.root)
    tasks: list[Callable[[], None]] = [
        lambda: commands.check(root, "text", False),
        lambda: commands.build(root, str(output), "", ""),
        lambda: commands.verify(root),
        lambda: commands.verify(root, "harbour-post"),
        lambda: commands.report(root, "text", ""),
        lambda: commands.report(root, "json", ""),
        lambda: commands.release(root),
        lambda: commands.upgrade(root, True),
        lambda: commands.new("brief", "another", root),
    ]
    for task in tasks:
        with pytest.raises(SystemExit) as stopped:
            task()
        assert stopped.value.code == 1
        printed = "".join(capsys.readouterr())
        assert printed.count("must be") == 1, printed
        assert f"from 1 to {FORMAT}; the dossier is of format {number}. Use a newer generator" in printed
    assert tree(dossier.root) == before
    assert not output.exists()


def test_a_server_tells_of_a_newer_format(dossier: Dossier, output: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the page and in the terminal, once; it builds nothing."""
    dossier.edit(DOSSIER, f"format: {FORMAT}", f"format: {FORMAT + 1}")
    news = News()
    chosen = settings(str(dossier.root), str(output))
    assert once(chosen, Memo(), news, Desk(chosen)) is None
    assert [problem["where"] for problem in news.problems] == [f"{DOSSIER}:37:9"]
    assert capsys.readouterr().err.count("must be") == 1
    assert not output.exists()


def test_a_new_dossier_is_of_the_present_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """So there is nothing to upgrade in it."""
    begin.start(tmp_path / "new", Wishes(), wheel(str(wheel_in(tmp_path))))
    commands.upgrade(str(tmp_path / "new"), False)
    assert "nothing to upgrade" in capsys.readouterr().out


def test_older_dates_are_written_as_they_are_now(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`end` and `approximate` go into the date, in a dossier of the present format, too; a released one needs no note."""
    dossier = copy_of(DEMO, tmp_path / "dossier")
    path, month, both = (
        "content/events/talks-held.md",
        "content/events/full-flow-due.md",
        "content/events/flow-halved.md",
    )
    dossier.edit(path, "date: 2024-12-10", "date: 2024-12-10  # as the paper has it\napproximate: yes\nend: 2024-12-11")
    assert "approximate: yes" in dossier.read(month)
    dossier.edit(both, "date: 2024-11-05", "date: 2024-11-05\nend: 2024-11-06")
    commands.release(str(dossier.root))
    dossier.edit("content/published.json", '"date": "2024-12-10~/2024-12-11~"', '"date": "2024-12-10", "end": "2024-12-11", "approximate": "yes"')  # fmt: skip
    before = dossier.problems()
    capsys.readouterr()
    commands.upgrade(str(dossier.root), True)
    assert "Older forms within format 2.\n" in capsys.readouterr().out
    assert "date: 2024-12-10~/2024-12-11~  # as the paper has it\nstate:" in dossier.read(path)
    assert "date: 2025-09\nstate:" in dossier.read(month)
    assert "date: 2024-11-05/2024-11-06\nstate:" in dossier.read(both)
    assert dossier.problems() == before == []
    commands.upgrade(str(dossier.root), True)
    assert "nothing to upgrade" in capsys.readouterr().out


def test_an_older_date_that_cannot_be_rewritten_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A head whose keys share lines is left, with what to write."""
    dossier = copy_of(DEMO, tmp_path / "dossier")
    path = "content/events/pipe-laid.md"
    head, body = dossier.read(path).removeprefix("---\n").split("---\n")
    keys = ", ".join(line for line in head.splitlines() if not line.startswith((" ", "dating", "places", "date")))
    dossier.write(path, f"---\n{{{keys}, date: 1998, end: 1999}}\n---\n{body}")
    commands.upgrade(str(dossier.root), True)
    assert f"- {path}: write `date: 1998/1999` in place of `date`, `end`." in capsys.readouterr().out
