"""Colleagues without a source's text: what the locks prove for them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from briefing.dossier.inspection import inspect
from briefing.model.problems import Problem
from briefing.quotations import lockfile, vouching
from briefing.quotations.lockfile import Lock
from briefing.quotations.matching import Match, SourceText
from briefing.quotations.verification import write_locks
from briefing.quotations.vouching import Context
from tests.support import Dossier, copy_of

TEXT = SourceText(
    "post",
    (
        "The minister was blunt. Later, we cannot wait for ever, and we shall not sell the last boats to them; so be it.",
        "Was it true? Nobody asked! The quay stood empty in the wet spring and in the dry one.",
        "So the letter ends here.",
        "And it goes on like this until the end.",
    ),
)
#: What is proved, by the paragraphs that it cites.
PROVED = {
    "we cannot wait for ever, and we shall not sell the last boats": (1,),
    "Was it true? Nobody asked! The quay stood empty": (2,),
    "in the wet spring […] the dry one": (2,),
    "The minister […] blunt […] to them": (1,),
    "[a]nd it goes on like this": (4,),
    "So the letter ends here.\n\nAnd it goes on": (3, 4),
}
PARTS = {
    "the-middle": ("wait for ever, and we shall not sell", 1, ((1, 8, 15),)),
    "the-end": ("sell the last boats", 1, ((1, 15, 18),)),
    "two-words": ("for ever", 1, ((1, 9, 10),)),
    "with-a-gap": ("we cannot wait […] the last boats", 0, ()),  # "not" is left out
    "with-a-harmless-gap": ("we cannot wait […] we shall not sell […] boats", 1, ((1, 6, 8), (1, 12, 15), (1, 18, 18))),
    "a-letter-changed": ("[W]e shall not sell", 1, ((1, 12, 15),)),
    "a-question": ("Was it true?", 2, ((2, 1, 3),)),
    "a-call": ("Nobody asked!", 2, ((2, 4, 5),)),
    "a-question-made-of-it": ("Nobody asked?", 0, ()),
    "around-the-gap-of-the-whole": ("wet spring […] dry one", 2, ((2, 12, 13), (2, 17, 18))),
    "from-first-to-last-of-three": ("The minister […] to them", 1, ((1, 1, 2), (1, 19, 20))),
    "the-gap-closed": ("in the wet spring the dry one", 0, ()),
    "joined-from-two": ("the last boats to them", 0, ()),
    "joined-by-a-gap-from-two": ("we cannot wait […] to them", 0, ()),
    "a-word": ("minister", 0, ()),
    "half-a-word": ("last boat", 0, ()),
    "a-comma-gone": ("for ever and we", 0, ()),
    "another-order": ("the last boats […] we cannot wait", 0, ()),
    "words-put-in": ("we shall not [ever] sell", 1, ((1, 12, 14), (1, 15, 15))),
    "the-letter-as-typed": ("and it goes on", 0, ()),
    "in-brackets-again": ("[a]nd it goes", 4, ((4, 1, 3),)),
    "across-paragraphs": ("ends here.\n\nAnd it goes", 3, ((3, 4, 5), (4, 1, 3))),
    "across-what-only-a-gap-joins": ("The minister\n\nblunt", 0, ()),
}


def lock() -> Lock:
    held = Lock("0" * 64, TEXT.words())
    for words, cited in PROVED.items():
        match = TEXT.find(words, cited)
        assert match, words
        held.add(words, match)
    return held


def proved(words: str, held: Lock, *cited: int) -> object:
    context = Context(sources={}, texts={}, locks={"post": held}, limits={})
    return vouching.against(words, "post", cited, context, closely=False)


@pytest.mark.parametrize(("words", "paragraph", "ranges"), PARTS.values(), ids=PARTS)
def test_a_part_of_a_proved_quotation_is_proved(
    words: str, paragraph: int, ranges: tuple[tuple[int, int, int], ...]
) -> None:
    """Whatever passes by the lock passes by the text, at the same place; and nothing is proved that joins two."""
    found = proved(words, lock(), 1, 2, 3, 4)
    if not paragraph:
        assert isinstance(found, vouching.Fault)
        return
    assert isinstance(found, Match), found
    assert found.ranges == ranges
    assert found == TEXT.find(words, (1, 2, 3, 4))


def test_where_a_part_stands_is_told() -> None:
    """Who cites another paragraph hears which one it is; and so does nobody of words that nothing proves."""
    found = proved("the last boats", lock(), 2)
    assert isinstance(found, vouching.Fault)
    assert (found.code, found.remedy) == ("quote-paragraph", "Cite ¶1.")
    unknown = proved("this was never said", lock(), 2)
    assert isinstance(unknown, vouching.Fault)
    assert unknown.code == "quote-unverified"
    assert "Whoever has the text, in `seeds/post.txt`, runs `invoke verify`" in unknown.remedy


def test_a_lock_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Words with marks, gaps and paragraphs come back; a lock of before, without words, is read and proves wholes."""
    held = lock()
    lockfile.write(tmp_path / "post.lock", held)
    assert lockfile.read(tmp_path, "post.lock") == held
    old = "\n".join(line.partition(' "')[0] for line in lockfile.as_text(held).splitlines())
    (tmp_path / "old.lock").write_text(old, "utf-8")
    former = lockfile.read(tmp_path, "old.lock")
    assert isinstance(former, Lock)
    assert isinstance(proved(next(iter(PROVED)), former, 1), Match)
    assert isinstance(proved("the last boats", former, 1), vouching.Fault)


def test_words_edited_into_a_lock_prove_nothing() -> None:
    """The words of a line count only with the hash that is theirs."""
    held = lock()
    name = next(name for name, words in held.wordings.items() if "last boats" in words)
    held.wordings[name] = held.wordings[name].replace("not ", "")
    assert isinstance(proved("we shall sell", held, 1), vouching.Fault)


@pytest.mark.parametrize("words", ['"\\ud800"', '"a', "a", '"a" "b"', '"\\x"', '""', '"a"b"'])
def test_words_that_are_none_are_told(words: str, tmp_path: Path) -> None:
    """A line that `verify` would not write is a problem, and never a crash."""
    text = lockfile.as_text(lock())
    line = next(line for line in text.splitlines() if "last boats" in line)
    place, _, _ = line.partition(' "')
    (tmp_path / "post.lock").write_text(text.replace(line, f"{place} {words}"), "utf-8")
    found = lockfile.read(tmp_path, "post.lock")
    assert isinstance(found, Problem)
    assert found.code == "lock-broken"


def test_a_lock_of_any_length_costs_little(tmp_path: Path) -> None:
    """Whoever writes ten thousand lines into a lock, all of words that stand in a quotation, delays nobody."""
    held = lock()
    for number in range(10_000):
        held.add(f"we cannot wait for ever, they said {number} times", Match((1,), ((1, 6, 10),)))
    started = time.process_time()
    assert isinstance(proved("wait for ever until the end of the days", held, 1), vouching.Fault)
    assert time.process_time() - started < 1


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """The demo, verified and without texts, never released; not to be written to."""
    dossier = copy_of(Path(__file__).parent / "demo", tmp_path_factory.mktemp("locked") / "dossier")
    write_locks(dossier.root, inspect(dossier.root).verified)
    for path in (dossier.root / "seeds").glob("*.txt"):
        path.unlink()
    return dossier


def test_shortened_and_shortened_again_without_the_text(locked: Dossier, tmp_path: Path) -> None:
    """A colleague shortens what was never released; `verify` takes the words that are gone out of the lock."""
    dossier = copy_of(locked.root, tmp_path / "dossier")
    whole, part = "Half is half, in a wet year and in a dry one", "in a wet year and in a dry one"
    for path in ("content/positions/telissa-council/share.md", "content/briefs/in-a-minute.md"):
        dossier.edit(path, whole, part)
    assert [problem.code for problem in dossier.problems()] == ["lock-outdated"]
    write_locks(dossier.root, inspect(dossier.root).verified)
    held = dossier.read("seeds/harbour-post.lock")
    assert part in held
    assert "Half is half" not in held
    assert dossier.problems() == []
