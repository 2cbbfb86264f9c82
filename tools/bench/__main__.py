"""The benchmark itself: the project and its peers in turn, whole programs, and the ratios between them.

Seconds depend on the machine and on what else it does; ratios of runs made one after the other much less. So what is
compared, and what the short form fails on, are medians of ratios of runs of one round.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import json
import math
import os
import platform
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

from briefing.model.settings import HOME
from tools.bench import corpus, live, table
from tools.bench.measure import Cost, Failed, remove, run
from tools.bench.peers import PROGRAMS, NotFound, Peer, peer, project

#: What a build is run after: nothing is there, nothing changed, or one of a tool's edits.
SCENARIOS = ("cold", "nothing", "prose", "title", "reference", "actor", "template")
ALL = ",".join(PROGRAMS)
SIZES = "40,100,1000"
#: The short form: so many briefs against plain Pelican, and only what has a limit.
QUICK = 200
#: The most that the short form allows: the project's CPU to plain Pelican's. Runs beside other work differ by a third
#: after an edit and by a tenth cold, so the limits lie that much above what was measured: 3.15, 0.14, 0.58, 0.59.
LIMITS = {"cold": 3.4, "nothing": 0.25, "prose": 0.8, "reference": 0.8}

Costs = dict[str, dict[str, list[Cost]]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the tables or JSON, and return the exit code; `arguments` are those of the command line.

    Returns 1 when a build failed or the short form found a ratio over its limit. Raises SystemExit with 2 for options
    that cannot be used.
    """
    parser = argparse.ArgumentParser(prog="invoke bench", description=__doc__)
    parser.add_argument("--briefs", type=numbers, default=SIZES, metavar="N,N", help="how many, one size or several")
    parser.add_argument("--peers", default=ALL, help="names separated by commas")
    parser.add_argument("--quick", action="store_true", help="the short form with limits: its own size and peer")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="how often each is run, in turn")
    parser.add_argument("--serve", action="store_true", help="measure from an edit to the page, too")
    parser.add_argument("--folder", type=Path, help="work here and keep it; made when it is not there")
    chosen = parser.parse_args(arguments)
    peers = ["pelican"] if chosen.quick else [name.strip() for name in chosen.peers.split(",") if name.strip()]
    sizes = [QUICK] if chosen.quick else chosen.briefs
    if unknown := sorted(set(peers) - set(PROGRAMS)):
        parser.error(f"--peers must be among {', '.join(PROGRAMS)}; not {', '.join(unknown)}.")
    if min(*sizes, chosen.rounds) < 1:
        parser.error("--briefs and --rounds must be 1 or more.")
    if not hasattr(os, "wait4"):
        parser.error("the benchmark counts CPU with os.wait4, which this system lacks; use Linux or macOS.")
    with contextlib.ExitStack() as stack:
        folder = chosen.folder or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="briefing-bench-")))
        folder.mkdir(parents=True, exist_ok=True)
        try:
            figures = _measure(folder.resolve(), sizes, peers, chosen.rounds, chosen.quick, chosen.serve)
        except Failed as failure:
            print(failure, file=sys.stderr)
            return 1
    print(json.dumps(figures, indent=2, ensure_ascii=False) if chosen.json else table.text(figures))
    compared = all("pelican" in size["ratios"] for size in figures["sizes"])
    return 1 if figures["over"] or (figures["limits"] and not compared) else 0


def numbers(text: str) -> list[int]:
    """Numbers separated by commas, each once, the smallest first. Raises ValueError for anything else."""
    return sorted({int(size) for size in text.split(",")})


def _measure(work: Path, sizes: list[int], wanted: list[str], rounds: int, quick: bool, serve: bool) -> dict[str, Any]:
    """Everything that is measured, as plain data."""
    load = os.getloadavg()[0]
    remove(work / "quotes", *(work / str(briefs) for briefs in {1, *sizes}))
    limits = LIMITS if quick else {}
    (fixed,) = _size(work, 1, [], 1 if quick else rounds, ("cold",), False)["tools"].values()
    found = [_size(work, briefs, wanted, rounds, tuple(limits) or SCENARIOS, serve) for briefs in sizes]
    return {
        "rounds": rounds,
        "machine": {
            "cores": os.cpu_count(),
            "python": platform.python_version(),
            "system": platform.system(),
            "load": [round(load, 1), round(os.getloadavg()[0], 1)],
        },
        "sizes": found,
        "fixed_cpu": _cold(fixed),
        "growth": growth([(1, _cold(fixed)), *((size["briefs"], _cold(size["tools"]["project"])) for size in found)]),
        "verify": None if quick else _verify(work),
        "limits": limits,
        "over": [words for size in found for words in over(size["ratios"].get("pelican", {}), limits)],
    }


def _size(
    work: Path, briefs: int, wanted: list[str], rounds: int, scenarios: Sequence[str], serve: bool
) -> dict[str, Any]:
    """What is measured with so many briefs."""
    folder, log = work / str(briefs), work / "log.txt"
    _say(f"writing {briefs:,} briefs")
    corpus.make(folder / "corpus", briefs)
    tools, missing = _tools(folder, wanted)
    costs = _rounds(tools, rounds, scenarios, log)
    return {
        "briefs": briefs,
        "tools": {
            tool.name: {
                "version": tool.version,
                **_weight(tool.made[0]),
                "costs": {name: [cost.as_data() for cost in runs] for name, runs in costs[tool.name].items()},
            }
            for tool in tools
        },
        "missing": missing,
        "ratios": {tool.name: _ratios(costs["project"], costs[tool.name]) for tool in tools[1:]},
        "serve": {tool.name: live.visible(tool, log) for tool in tools if tool.server} if serve else {},
    }


def _tools(folder: Path, wanted: list[str]) -> tuple[list[Peer], list[str]]:
    """The project and the peers that are there, each with a site of its own; and what to say of the others."""
    (folder / "project").mkdir()
    tools, missing = [project(folder / "project", folder / "corpus")], []
    for name in wanted:
        try:
            (folder / name).mkdir()
            tools.append(peer(name, folder / name, folder / "corpus"))
        except NotFound as reason:
            missing.append(str(reason))
            _say(str(reason))
    return tools, missing


def _rounds(tools: list[Peer], rounds: int, scenarios: Sequence[str], log: Path) -> Costs:
    """Every scenario by every tool in turn, `rounds` times; the order of the tools turns round each time."""
    costs: Costs = {tool.name: {scenario: [] for scenario in scenarios} for tool in tools}
    for number in range(1, rounds + 1):
        time.sleep(live.SETTLE)
        for scenario in scenarios:
            for tool in tools if number % 2 else reversed(tools):
                words = tool.edits[scenario].make(number) if scenario in tool.edits else ""
                if scenario == "cold":
                    remove(*tool.made)
                _say(f"round {number}, {scenario}, {tool.name}")
                costs[tool.name][scenario].append(run(tool.command, tool.folder, tool.environment, log))
                if words not in tool.page.read_text("utf-8"):
                    raise Failed(f"{tool.name} built a page without what had been edited: {tool.page}")
    return costs


def _cold(tool: dict[str, Any]) -> float:
    """A tool's CPU for a cold build."""
    return float(round(median(cost["cpu"] for cost in tool["costs"]["cold"]), 3))


def _ratios(ours: dict[str, list[Cost]], theirs: dict[str, list[Cost]]) -> dict[str, dict[str, float]]:
    """Medians of the ratios of runs of one round."""
    return {
        scenario: {
            "cpu": round(median(a.cpu / b.cpu for a, b in pairs), 3),
            "wall": round(median(a.wall / b.wall for a, b in pairs), 3),
        }
        for scenario in theirs
        if (pairs := list(zip(ours[scenario], theirs[scenario], strict=True)))
    }


def growth(points: list[tuple[int, float]]) -> list[dict[str, float]]:
    """The exponents with which CPU grows from size to size, net of the first, the fixed cost, where well above it."""
    (_, fixed), *points = points
    return [
        {"from": few, "to": many, "exponent": round(math.log((high - fixed) / (low - fixed)) / math.log(many / few), 3)}
        for (few, low), (many, high) in itertools.pairwise(points)
        if min(low, high) > 1.5 * fixed
    ]


def over(ratios: dict[str, dict[str, float]], limits: dict[str, float]) -> list[str]:
    """The scenarios whose CPU ratio is over its limit, in words."""
    return [
        f"{name}: {ratios[name]['cpu']:.2f} times plain Pelican's CPU; at most {most:.2f} is allowed"
        for name, most in limits.items()
        if name in ratios and ratios[name]["cpu"] > most
    ]


def _verify(work: Path) -> dict[str, Any]:
    """`invoke verify` of 1,000 quotations against 100 sources, as a whole program."""
    quotes, sources = 1000, 100
    corpus.quotes_corpus(work / "quotes", quotes, sources)
    _say("invoke verify")
    command = [sys.executable, "-m", "invoke", "verify", "--root", str(work / "quotes")]
    cost = run(command, HOME, {"BRIEFING_CACHE": str(work / "quotes" / "cache")}, work / "log.txt")
    return {"quotes": quotes, "sources": sources, **cost.as_data()}


def _weight(folder: Path) -> dict[str, float]:
    """Pages and size of a built site."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / (1 << 20)
    return {"pages": sum(path.suffix == ".html" for path in files), "files": len(files), "mib": round(size, 1)}


def _say(words: str) -> None:
    print(f"bench: {words}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        raise SystemExit(main())
    except KeyboardInterrupt:
        raise SystemExit(1) from None
