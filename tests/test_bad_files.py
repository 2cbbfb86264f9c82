"""Bad input that is too big or too strange for a file in `bad/`: always told in words, in bounded time and memory."""

from __future__ import annotations

import cProfile
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.model.problems import Problem
from briefing.store.memo import Memo
from tests.support import DEMO, Dossier, copy_of
from tests.test_bad import is_helpful

resource = pytest.importorskip("resource", reason="Windows does not say how much memory was taken")
#: In what `ru_maxrss` counts.
KIB = 1024 if sys.platform == "darwin" else 1
HEAD = "---\ntitle: Long\nsummary: Long.\nupdated: 2025-03-05\nbasis: reporter\n---\n"
CITED = " [@harbour-post, ¶1]"
BRIEF = "content/briefs/long.md"
#: Four times as much prose may take so many times the processor time; where each letter costs as much as the one before,
#: it is four, and sixteen where steps grow with the square.
GROWTH = 10
#: Seconds in which what is the same for every brief may come and go: prose that takes longer is measured without more.
BESIDES = 0.1


@pytest.fixture(scope="module")
def remembered() -> Memo:
    """What was read of the demo, so that only the long brief is read again."""
    return Memo(DEMO, DEMO)


@pytest.fixture(scope="module")
def fixed(tmp_path_factory: pytest.TempPathFactory, remembered: Memo) -> int:
    """How many functions are called to read a brief of one letter in the demo."""
    demo = copy_of(DEMO, tmp_path_factory.mktemp("fixed") / "dossier")
    demo.problems(remembered)  # what is done once only is not to be counted
    return calls(demo, "x", remembered)


def limited(dossier: Dossier, data: str | bytes) -> tuple[list[Problem], float]:
    """Problems of a long brief but for its length, and the processor time to find them, in seconds.

    Fails when that takes too much memory.
    """
    dossier.write(BRIEF, data)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    found = [problem for problem in dossier.problems() if problem.path == BRIEF and problem.code != "brief-length"]
    seconds = time.process_time() - started
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak < 400_000 * KIB
    return found, seconds


def calls(dossier: Dossier, markdown: str, remembered: Memo) -> int:
    """How many functions are called to read this brief in the dossier: the same number on every machine."""
    dossier.write(BRIEF, HEAD + markdown + CITED)
    with cProfile.Profile(subcalls=False) as profile:
        dossier.problems(remembered)
    return sum(entry.callcount for entry in profile.getstats())


TOO_LONG = {
    "20-megabytes": (b"x" * 20_000_000, ["1: too-long"]),
    "20-megabytes-of-nul": (b"\0" * 20_000_000, ["1: too-long"]),
    "20-megabyte-brief": ((HEAD + "word " * 4_000_000).encode(), ["1: too-long"]),
    "prose": ((HEAD + "word " * 50_000 + CITED).encode(), ["7: too-long"]),
    "head": (("---\ntitle: " + "x" * 300_000 + "\n---\nx" + CITED).encode(), ["1: front-matter"]),
    "keys": (("---\n" + "".join(f"key{n}: x\n" for n in range(9_000)) + "---\nx" + CITED).encode(), ["2501: front-matter"]),
    "lists": (("---\na: " + "[" * 90_000 + "\n---\nx" + CITED).encode(), None),
    "braces": (("---\na: " + "{a: " * 40_000 + "\n---\nx" + CITED).encode(), None),
    "dashes": (("---\na:\n  " + "- " * 90_000 + "\n---\nx" + CITED).encode(), None),
    "questions": (("---\n" + "? " * 90_000 + "\n---\nx" + CITED).encode(), None),
    "quotations-5000-deep": ((HEAD + ">" * 5_000 + " deep" + CITED).encode(), ["7: too-deep"]),
    "lists-5000-deep": ((HEAD + "- " * 5_000 + "deep" + CITED).encode(), ["7: too-deep"]),
    "elements-5000-deep": ((HEAD + "<em>" * 5_000 + "deep" + CITED).encode(), ["7: too-deep"]),
    "divisions-5000-deep": ((HEAD + "<div>" * 5_000 + "deep" + CITED).encode(), ["7: too-deep"]),
    "quotes-hide-nesting": ((HEAD + '<p ">' + "<em>" * 5_000 + "x" + CITED).encode(), ["7: too-deep"]),
    "strays-hide-nesting": (
        (HEAD + "<p>" + "".join(f"<em a{n}></x>" for n in range(900)) + "<p>x</x>" * 900 + CITED).encode(),
        ["7: too-deep"],
    ),
    "attributes": ((HEAD + "<b " + "a=b " * 5_000 + ">x</b>" + CITED).encode(), ["7: too-deep"]),
}  # fmt: skip


@pytest.mark.parametrize(("data", "expected"), TOO_LONG.values(), ids=TOO_LONG)
def test_too_long(dossier: Dossier, data: bytes, expected: list[str] | None) -> None:
    """What is too long, too deep or too much is refused as such."""
    found, _ = limited(dossier, data)
    for problem in found:
        is_helpful(problem)
    if expected:
        assert [f"{problem.line}: {problem.code}" for problem in found] == expected
    else:
        assert {problem.code for problem in found} == {"front-matter"}


SLOW = {
    "emphasis": "*a **b " * 9_000,
    "underscores": "_a " * 30_000,
    "brackets": "[" * 90_000,
    "bracket-pairs": "[a](" * 30_000,
    "images": "![a](" * 20_000,
    "backticks": "".join("`" * (n % 50) + " a " for n in range(4_000)),
    "entities": "&amp;" * 30_000,
    "less-than": "<" * 90_000,
    "tags": "<b>x</b> " * 10_000,
    "open-tags": "<a " * 30_000,
    "comments": "<!-- " * 20_000,
    "citations": (CITED + " so it is") * 4_000,
    "citation-openings": "[@" * 60_000,
    "quotation-openings": "“" * 90_000,
    "low-openings": "„a " * 30_000,
    "guillemets": "« " * 60_000,
    "single-openings": "‘a " * 30_000,
    "apostrophes": "'a " * 40_000,
    "straight-marks": '"a ' * 40_000,
    "quotations": '"a" *b* ' * 12_000,
    "quotations-not-there": "".join(f'"x{n} y" ' for n in range(9_000)),
    "long-quotations-not-there": "".join(
        f'"the spring of the council and the pipe {n} of the flow that it has" ' for n in range(1_200)
    ),
    "possessives": "s' a " * 30_000,
    "links": "[a](#b) " * 10_000,
    "headings": "## a\n\n" * 15_000,
    "rows": "| a | b |\n|--|--|\n" + "| a | b |\n" * 9_000,
    "columns": "|" + " a |" * 4_000 + "\n|" + "--|" * 4_000 + "\n|" + " a |" * 4_000,
    "items": "- a\n" * 30_000,
    "line-breaks": "a  \n" * 40_000,
    "capital-words": "Ondos Orunna Telisssa " * 6_000,
    "loaded-words": "theft " * 20_000,
}  # fmt: skip


@pytest.mark.parametrize("markdown", SLOW.values(), ids=SLOW)
def test_slow(dossier: Dossier, remembered: Memo, fixed: int, markdown: str) -> None:
    """Twice as much prose is read in twice the steps, whatever it is made of, and half of what there may be likewise.

    Steps of regular expressions are no calls, so time is looked at, too: only how it grows, here and now. A machine that
    is busy elsewhere must more than double one measure and not the other, three times in a row, for this to fail.
    """
    few, many = (calls(dossier, markdown[:letters], remembered) for letters in (1_250, 2_500))
    assert many - fixed < 2.5 * (few - fixed) + 3_000
    _, first = limited(dossier, HEAD + markdown[:4_000] + CITED)
    most = 48_000 if first < BESIDES else 16_000
    for attempt in range(3):
        _, quarter = limited(dossier, HEAD + markdown[: most // 4] + CITED)
        found, whole = limited(dossier, HEAD + markdown[:most] + CITED)
        if whole < GROWTH * (quarter + BESIDES):
            break
        assert attempt < 2, f"{quarter:.2f} s became {whole:.2f} s"
    for problem in found:
        is_helpful(problem)
        assert problem.code != "too-long"


@pytest.mark.parametrize(
    "make", [os.mkfifo, lambda path: __import__("socket").socket(1).bind(str(path))], ids=["pipe", "socket"]
)
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_neither_file_nor_folder(
    dossier: Dossier, make: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pipe or socket is refused, not waited for."""
    monkeypatch.chdir(dossier.root / "content/actors")
    make(Path("odd.md"))
    assert dossier.spots() == ["content/actors/odd.md:1: file-kind"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize(
    "path", ["content/actors/fishers-league.md", "content/actors", "seeds/harbour-post.txt", "content/published.json"]
)
def test_unreadable(dossier: Dossier, path: str) -> None:
    """A file or folder that may not be read is told with its name."""
    if not (dossier.root / path).exists():
        dossier.write(path, "{}")
    (dossier.root / path).chmod(0)
    try:
        assert any(spot in dossier.spots() for spot in (f"{path}:1: unreadable", f"{path}:1: published-broken"))
    finally:
        (dossier.root / path).chmod(0o755)


@pytest.mark.parametrize(
    "error",
    [
        PermissionError(13, "Permission denied"),
        IsADirectoryError(21, "Is a directory"),
        OSError(5, "Input/output error"),
    ],
)
def test_unreadable_for_root_too(dossier: Dossier, monkeypatch: pytest.MonkeyPatch, error: OSError) -> None:
    """The same, where the system's answer is played."""

    def fails(path: Path) -> bytes:
        if path.name == "fishers-league.md":
            raise error
        return path.read_bytes()

    monkeypatch.setattr("briefing.dossier.memory.content", fails)
    assert "content/actors/fishers-league.md:1: unreadable" in dossier.spots()


@pytest.mark.parametrize("data", [b"", b"\x00", b"{", b"[]", b"not a picture", b"\xff" * 100])
@pytest.mark.parametrize(
    "path", ["content/maps/land.geojson", "content/published.json", "seeds/harbour-post.lock", "seeds/harbour-post.txt"]
)
def test_files_beside_the_records(dossier: Dossier, path: str, data: bytes) -> None:
    """Base maps, locks and texts may be anything: problems, never a traceback."""
    dossier.edit("content/dossier.md", "  credit: Land from Natural Earth (public domain).", "  base: [land.geojson]")
    if not path.endswith("land.geojson"):
        dossier.write("content/maps/land.geojson", '{"type": "FeatureCollection", "features": []}')
    dossier.write(path, data)
    for problem in dossier.problems():
        is_helpful(problem)


def test_names_on_disks_without_case(dossier: Dossier) -> None:
    """Names that some disks take for one are refused on all."""
    text = dossier.read("content/actors/fishers-league.md")
    dossier.write("content/positions/Oruna-Government/share.md", text)
    dossier.write("content/images/Basin.png", b"x")
    spots = dossier.spots()
    assert "content/positions/Oruna-Government:1: file-name" in spots
    assert any(spot.startswith(("content/images/Basin.png", "content/images/basin.png")) for spot in spots)


def test_thousand_records_with_a_fault_each(dossier: Dossier) -> None:
    """All faults are told in one run, however many."""
    for number in range(1_000):
        dossier.write(f"content/actors/a{number}.md", "---\nnam: x\n---\n")
    found = [problem for problem in dossier.problems() if "/actors/a" in problem.path]
    assert len({problem.path for problem in found}) == 1_000


IMAGES = {
    "huge": ("basin.png", b"\x89PNG\r\n\x1a\n" + b"x" * 20_000_000),
    "no-picture": ("basin.png", b"<html><script>alert(1)</script></html>"),
    "empty": ("basin.png", b""),
    "percent": ("a%41.png", b"\x89PNG\r\n\x1a\nx"),
    "ampersand": ("a&b;.png", b"\x89PNG\r\n\x1a\nx"),
    "quotation-mark": ('a"b.png', b"\x89PNG\r\n\x1a\nx"),
    "hash": ("a#b.png", b"\x89PNG\r\n\x1a\nx"),
}


@pytest.mark.parametrize(("name", "data"), IMAGES.values(), ids=IMAGES)
def test_images(dossier: Dossier, name: str, data: bytes) -> None:
    """An image that is too big, none, or cannot be addressed is a problem, not a page that cannot be built."""
    dossier.write(f"content/images/{name}", data)
    dossier.edit("content/briefs/in-a-minute.md", "../images/basin.png", f"../images/{name}")
    found = dossier.problems()
    assert found
    for problem in found:
        is_helpful(problem)


def test_a_folder_named_like_the_dossier(dossier: Dossier) -> None:
    """The remedy does not propose the very name that is there."""
    (dossier.root / "content/dossier.md").unlink()
    (dossier.root / "content/dossier.md").mkdir()
    (problem,) = dossier.problems()
    assert "did you mean 'dossier.md'" not in problem.message
