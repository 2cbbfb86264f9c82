"""Bad input that is too big or too strange for a file in `bad/`: always told in words, in bounded time and memory."""

from __future__ import annotations

import contextlib
import cProfile
import os
import resource
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support import DEMO, Dossier, copy_of
from tests.test_bad import is_helpful

HEAD = "---\ntitle: Long\nsummary: Long.\nupdated: 2025-03-05\nbasis: reporter\n---\n"
CITED = " [@harbour-post, ¶1]"
BRIEF = "content/briefs/long.md"
#: How much processor time one record may take, however it is made, as a multiple of what a table of 1,500 rows takes
#: here and now; records are at most a megabyte. The worst that we know takes twenty times as much.
PATIENCE = 60


class Gauge:
    """A copy of the demo with a long table in it, to measure by: in `seconds` of processor time, here and now."""

    def __init__(self, folder: Path) -> None:
        self.dossier = copy_of(DEMO, folder)
        self.dossier.write(BRIEF, HEAD + "| a | b |\n|--|--|\n" + "| a | b |\n" * 1_500 + CITED)
        self.dossier.problems()  # what is done once only is not to be counted
        self.measure()
        self.fixed = calls(copy_of(DEMO, folder.with_name("fixed")), "x")

    def measure(self) -> None:
        """Measure anew."""
        started = time.process_time()
        self.dossier.problems()
        self.seconds = time.process_time() - started


@pytest.fixture(scope="session")
def gauge(tmp_path_factory: pytest.TempPathFactory) -> Gauge:
    """What to measure by."""
    return Gauge(tmp_path_factory.mktemp("gauge") / "dossier")


@contextlib.contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Fail when the block takes more processor time."""

    def lose(*_: object) -> None:
        raise AssertionError(f"this takes more than {seconds:.1f} seconds of processor time")

    before = signal.signal(signal.SIGPROF, lose)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def limited(dossier: Dossier, gauge: Gauge) -> list[str]:
    """Problems of the long brief as `line: code`; fails when finding them takes too much time or memory.

    Other work on the machine makes both measures longer, and seldom the one without the other: so what takes too long
    is measured again.
    """
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for attempt in range(3):
        try:
            with patience(PATIENCE * gauge.seconds):
                found = [problem for problem in dossier.problems() if problem.path == BRIEF]
        except AssertionError:
            if attempt == 2:
                raise
            gauge.measure()
        else:
            break
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak < 400_000
    for problem in found:
        is_helpful(problem)
    return [f"{problem.line}: {problem.code}" for problem in found if problem.code != "brief-length"]


def calls(dossier: Dossier, markdown: str) -> int:
    """How many functions are called to read the dossier with this brief: the same number on every machine."""
    dossier.write(BRIEF, HEAD + markdown + CITED)
    with cProfile.Profile(subcalls=False) as profile:
        dossier.problems()
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
def test_too_long(dossier: Dossier, gauge: Gauge, data: bytes, expected: list[str] | None) -> None:
    """What is too long, too deep or too much is refused as such."""
    dossier.write(BRIEF, data)
    found = limited(dossier, gauge)
    assert found == expected if expected else {spot.split(" ")[1] for spot in found} == {"front-matter"}


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
def test_slow(dossier: Dossier, gauge: Gauge, markdown: str) -> None:
    """Prose as long as it may be is read in bounded time, and twice as much in twice the steps, whatever it is made of."""
    few, many = (calls(dossier, markdown[:letters]) for letters in (2_500, 5_000))
    assert many - gauge.fixed < 2.5 * (few - gauge.fixed) + 3_000
    dossier.write(BRIEF, HEAD + markdown[:99_000] + CITED)
    assert not {spot for spot in limited(dossier, gauge) if spot.endswith("too-long")}


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
