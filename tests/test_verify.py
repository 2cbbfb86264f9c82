"""The quote lock on a whole dossier: planted faults are found with the texts at hand, and with the locks alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.cli import commands
from briefing.dossier.inspection import inspect
from briefing.model import lines
from briefing.model.relations import records
from briefing.model.statements import quotations
from briefing.quotations import lockfile, matching, verification
from briefing.quotations.matching import Match
from tests.support import Dossier

COUNCIL = "content/positions/telissa-council/share.md"
HALF = "quote: Half is half, in a wet year and in a dry one"
WHEEL = "quote: No hand has been on that wheel"


def written(dossier: Dossier) -> Dossier:
    """Write the locks, then take the texts away."""
    inspection = inspect(dossier.root)
    verification.write_locks(dossier.root, inspection.verified)
    for path in (dossier.root / "seeds").glob("*.txt"):
        path.unlink()
    return dossier


def codes(dossier: Dossier, path: str) -> list[str]:
    return [problem.code for problem in dossier.problems() if problem.path == path]


def test_the_lock_vouches_where_the_text_is_not_at_hand(dossier: Dossier) -> None:
    """With locks and without texts the dossier is as clean as with texts."""
    assert dossier.spots() == []
    assert written(dossier).spots() == []


def test_without_text_or_lock_no_quotation_passes(dossier: Dossier) -> None:
    """A quotation that nothing vouches for is an error, each one of them."""
    for path in (dossier.root / "seeds").glob("*.txt"):
        path.unlink()
    unverified = [problem for problem in dossier.problems() if problem.code == "quote-unverified"]
    assert len(unverified) == inspect(dossier.root).verified.count > 10


def test_the_lock_holds_no_words_but_those_quoted(dossier: Dossier) -> None:
    """Nobody can read more of the source out of the lock than the records publish: the rest is hashes and figures."""
    loaded = written(dossier).load()
    assert loaded.corpus
    said = [quotation for record in records(loaded.corpus) for _, quotation in quotations(record.statements)]
    texts = [text for one in said for text in (one.text, one.translation.text if one.translation else "")]
    quoted = {"", *map(matching.folded, texts)}
    for path in (dossier.root / "seeds").glob("*.lock"):
        body = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
        record = path.with_suffix(".md").read_text("utf-8")
        for written_line in body:
            line, _, words = written_line.partition(' "')
            assert words.removesuffix('"') in quoted
            name = line.split(" ", 3)[3] if line.startswith("voice ") else ""
            assert name in record, "of those who speak it has the names that the record has"
            places = re.sub(rf"\b{lines.NAME}(?=[:, ])", "", line.removesuffix(name))
            assert set(places) <= set("0123456789abcdef source words marks figures voice translation,:-")


@pytest.mark.parametrize("at_hand", [True, False], ids=["with-text", "with-lock"])
@pytest.mark.parametrize(
    ("old", "new", "with_text", "with_lock"),
    [
        (HALF, HALF.replace("wet", "good"), "quote-altered", "quote-unverified"),
        ("cite: harbour-post ¶7", "cite: harbour-post ¶8", "quote-paragraph", "quote-paragraph"),
        ("cite: harbour-post ¶7", "cite: bureau-report ¶7", "quote-source", "quote-source"),
        ("speaker: Reth Okuvai", "speaker: Ines Talomar", "speaker-unknown", "speaker-unknown"),
        (HALF, HALF.replace("Half is half", "Hаlf is half"), "value", "value"),
        ("basis: direct", "basis: direct\nvia: telissa-council", "via-self", "via-self"),
        (f"{HALF}\nspeaker: Reth Okuvai\n", "", "direct-without-quote", "direct-without-quote"),
        (f" ¶7\n{HALF}\nspeaker: Reth Okuvai\n", f"-march ¶2\n{WHEEL}\n", "voice-wrong", "voice-wrong"),
    ],
    ids=["word", "paragraph", "source", "speaker", "look-alike", "via", "direct", "no-speaker-of-its-own"],
)
def test_planted_faults_are_found(
    dossier: Dossier, old: str, new: str, with_text: str, with_lock: str, at_hand: bool
) -> None:
    """Each planted fault is reported in the position's file, with the text at hand and without."""
    if not at_hand:
        written(dossier)
    dossier.edit(COUNCIL, old, new)
    assert codes(dossier, COUNCIL) == [with_text if at_hand else with_lock]


def test_a_text_that_is_not_the_one_on_record_is_refused(dossier: Dossier) -> None:
    """One changed letter in a source's text is told, with the hash that it has now."""
    path = "seeds/harbour-post.txt"
    dossier.write(path, dossier.read(path) + "x\n")
    found = [problem for problem in dossier.problems() if problem.path == "seeds/harbour-post.md"]
    assert [problem.code for problem in found] == ["text-hash"]
    assert "SHA-256" in found[0].message


def test_a_lock_of_another_text_vouches_for_nothing(dossier: Dossier) -> None:
    """When the record's hash changes, the old lock is stale."""
    written(dossier)
    head = dossier.read("seeds/harbour-post.md")
    old = next(line for line in head.splitlines() if line.startswith("sha256"))
    dossier.edit("seeds/harbour-post.md", old, f"sha256: {'a' * 64}")
    assert "lock-stale" in codes(dossier, "seeds/harbour-post.md")
    assert codes(dossier, COUNCIL) == ["quote-unverified"]


def test_a_lock_that_lags_behind_is_warned_of(dossier: Dossier) -> None:
    """Those who lack the text could not verify a quotation that the lock does not hold yet."""
    verification.write_locks(dossier.root, inspect(dossier.root).verified)
    assert codes(dossier, "seeds/harbour-post.md") == []
    path = "content/briefs/papers.md"
    dossier.write(path, dossier.read(path).rstrip() + '\n\nHe said "Half is half" [@harbour-post, ¶7].\n')
    assert codes(dossier, "seeds/harbour-post.md") == ["lock-outdated"]


@pytest.mark.parametrize("line", ["garbage", "source 12 words 3", "", "# only a comment"])
def test_a_broken_lock_is_told(dossier: Dossier, line: str) -> None:
    """A lock that was edited by hand is a problem at its line, not a traceback."""
    written(dossier)
    dossier.write("seeds/harbour-post.lock", line + "\n")
    assert codes(dossier, "seeds/harbour-post.lock") == ["lock-broken"]


def test_locks_are_read_as_they_were_written(dossier: Dossier, tmp_path: Path) -> None:
    """Writing and reading a lock loses nothing, and writing it again changes nothing."""
    fresh = inspect(dossier.root).verified.locks["harbour-post"]
    path = tmp_path / "one.lock"
    assert lockfile.write(path, fresh)
    assert lockfile.read(path.parent, path.name) == fresh
    assert not lockfile.write(path, fresh)


def test_text_between_marks_in_a_head_is_a_quotation(dossier: Dossier) -> None:
    """A summary cannot misquote either."""
    path = "content/actors/telissa-council.md"
    text = dossier.read(path)
    summary = next(line for line in text.splitlines() if line.startswith("summary: "))
    dossier.edit(path, summary, 'summary: The council that said "we will take it all" of the spring.')
    assert codes(dossier, path) == ["quote-missing"]


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ('He said "we shall never share" [@harbour-post, ¶7, reported].', ["quote-missing"]),
        ('He said "Half is half" without more.', ["uncited"]),
        ("Reth Okuvai said 'Half is half' [@harbour-post, ¶7].", []),
        ("Reth Okuvai said „Half is half“ [@harbour-post, ¶7].", []),
        ("Reth Okuvai said «Half is half» [@harbour-post, ¶7].", []),
        ("The council's members' own 12\" pipe of the '90s [@us].", []),
        ('The code says `"never"` [@harbour-post, ¶7, reported].', []),
        (
            'Ines Talomar said "Half is half, in a wet year and in a dry one" [@harbour-post, ¶7].',
            ["voice-wrong"],
        ),
        ('An open "mark stands here [@harbour-post, ¶7, reported].', ["quotation-open"]),
    ],
    ids=["invented", "uncited", "single", "albanian", "french", "apostrophes", "code", "attribution", "open"],
)
def test_quotations_in_prose(dossier: Dossier, prose: str, expected: list[str]) -> None:
    """Typed plainly or not, text between quotation marks is checked; what is no quotation is left alone."""
    path = "content/briefs/in-a-minute.md"
    dossier.write(path, dossier.read(path).rstrip() + f"\n\n{prose}\n")
    assert sorted(codes(dossier, path)) == sorted(expected)


def test_a_source_is_not_copied_unquoted(dossier: Dossier) -> None:
    """More than eight words of a source in a row, outside quotation marks, are an error at their line."""
    paragraph = next(line for line in dossier.read("seeds/harbour-post.txt").splitlines() if len(line.split()) > 20)
    words = " ".join(paragraph.split()[:12])
    path = "content/briefs/in-a-minute.md"
    dossier.write(path, dossier.read(path).rstrip() + f"\n\n{words} [@harbour-post, ¶1, reported].\n")
    assert "source-copied" in codes(dossier, path)


def test_too_much_of_a_source_is_told(dossier: Dossier) -> None:
    """The share of a source that is quoted has a limit, which the dossier sets."""
    path = "content/dossier.md"
    dossier.write(path, dossier.read(path).replace("---\n", "---\nlimits:\n  words: 3\n  share: 1\n", 1))
    found = {problem.code for problem in dossier.problems()}
    assert {"quote-share", "quote-too-long"} <= found


def test_verify_says_what_it_did(dossier: Dossier, capsys: pytest.CaptureFixture[str]) -> None:
    """The task writes the locks, names them, and has nothing to write the second time."""
    commands.verify(str(dossier.root))
    assert "Wrote seeds/harbour-post.lock" in capsys.readouterr().out
    commands.verify(str(dossier.root))
    assert "Wrote" not in capsys.readouterr().out


def test_the_order_of_a_lock_decides_nothing() -> None:
    """Words that stand in several paragraphs are found in the first of those cited."""
    held = lockfile.Lock("0" * 64, 9)
    for number in (7, 3, 5):
        held.hold_at("f" * 32, Match((number,), ((number, 1, 2),)))
    found = held.find("f" * 32, (7, 5))
    assert found
    assert found.paragraphs == (5,)


def told(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    """What was printed since the last time, and on standard error."""
    captured = capsys.readouterr()
    return captured.out, captured.err


@pytest.mark.parametrize("lacking", [["sha256"], ["paragraphs"], ["sha256", "paragraphs"]], ids="+".join)
def test_a_record_gets_what_is_counted_from_its_text(
    dossier: Dossier, lacking: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """A record without hash or number says just that, and following the message to the letter mends it."""
    path = "seeds/harbour-post.md"
    before = dossier.read(path)
    dossier.write(path, "\n".join(line for line in before.split("\n") if line.partition(":")[0] not in lacking))
    (problem,) = dossier.problems()
    assert problem.code == "key-missing"
    assert all(f"`{key}`" in problem.message for key in lacking)
    assert "`invoke verify --accept harbour-post`" in problem.remedy
    commands.verify(str(dossier.root), "harbour-post")
    assert sorted(dossier.read(path).splitlines()) == sorted(before.splitlines())
    assert dossier.problems() == []
    assert "seeds/harbour-post.md has both now." in told(capsys)[0]


def test_a_corrected_text_is_accepted(dossier: Dossier, capsys: pytest.CaptureFixture[str]) -> None:
    """It is shown which quotations the correction touches; then the record says which text it stands for."""
    text = "seeds/harbour-post.txt"
    whole = dossier.read(text)
    written(dossier)
    dossier.write(text, whole)
    dossier.edit(text, "Half is half, in a wet year and in a dry one", "Half is half, in any year")
    dossier.write(text, dossier.read(text) + "\nThe end.\n")
    (problem,) = dossier.problems()
    assert problem.code == "text-hash"
    assert "`invoke verify --accept harbour-post`" in problem.remedy
    capsys.readouterr()
    with pytest.raises(SystemExit) as stopped:
        commands.verify(str(dossier.root), "harbour-post")
    assert stopped.value.code == 1
    out, err = told(capsys)
    assert "14 paragraphs; its record has 71fac098…, 13 paragraphs." in out
    assert f"{COUNCIL}:6:8: [quote-" in out
    assert "Mend these 2 quotations" in err
    assert "paragraphs: 14\n" in dossier.read("seeds/harbour-post.md")
    assert all(problem.code.startswith("quote-") for problem in dossier.problems())
    for path in (COUNCIL, "content/briefs/in-a-minute.md"):
        dossier.edit(path, "Half is half, in a wet year and in a dry one", "Half is half, in any year")
    commands.verify(str(dossier.root))
    assert [problem for problem in dossier.problems() if problem.code != "brief-length"] == []


def test_what_cannot_be_accepted(dossier: Dossier, capsys: pytest.CaptureFixture[str]) -> None:
    """A source that is none, one without a text, and one whose text stands already."""
    for source, words in (
        ("harbor-post", "did you mean 'harbour-post'?"),
        ("../x", "is none"),
        ("leaked-memo", "must be there"),
    ):
        with pytest.raises(SystemExit) as stopped:
            commands.verify(str(dossier.root), source)
        assert stopped.value.code == 2
        assert words in told(capsys)[1]
    before = dossier.read("seeds/harbour-post.md")
    commands.verify(str(dossier.root), "harbour-post")
    assert "has both already" in told(capsys)[0]
    assert dossier.read("seeds/harbour-post.md") == before


def test_other_line_ends_stay(dossier: Dossier) -> None:
    """A record of Windows keeps its line ends."""
    path = "seeds/harbour-post.md"
    whole = dossier.read(path).replace("\n", "\r\n").encode()
    dossier.write(path, whole.replace(b"paragraphs: 13\r\n", b""))
    commands.verify(str(dossier.root), "harbour-post")
    assert sorted((dossier.root / path).read_bytes().splitlines(keepends=True)) == sorted(
        whole.splitlines(keepends=True)
    )
