"""The benchmark itself: the project and its peers in turn, whole programs, and the ratios between them.

Seconds depend on the machine and on what else it does; ratios of runs made one after the other much less. So what is
compared, and what the short form fails on, are medians of ratios of runs of one round.
"""

from __future__ import annotations

import argparse
import contextlib
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

from tools.bench import corpus, live, table
from tools.bench.measure import Cost, Failed, remove, run
from tools.bench.peers import PROGRAMS, NotFound, Peer, peer, project

SCENARIOS = ("cold", "nothing", "brief", "reference")
ALL = ",".join(PROGRAMS)
#: The short form: so many briefs against plain Pelican.
QUICK = 200
#: The most that the short form allows: the project's CPU to plain Pelican's, about twice what was measured.
#: To renew it: run `invoke bench --quick --json` three times on a quiet machine, take the middle ratios, double them.
LIMITS = {"cold": 3.5, "nothing": 0.25, "brief": 0.4, "reference": 0.9}
#: File clocks are coarse, and some generators do not trust a file that was written a moment ago.
_SETTLE = 2.5

Costs = dict[str, dict[str, list[Cost]]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the tables or JSON, and return the exit code; `arguments` are those of the command line.

    Returns 1 when a build failed or the short form found a ratio over its limit. Raises SystemExit with 2 for options
    that cannot be used.
    """
    parser = argparse.ArgumentParser(prog="invoke bench", description=__doc__)
    parser.add_argument("--briefs", type=int, default=1000, metavar="N", help="how many")
    parser.add_argument("--peers", default=ALL, help="names separated by commas")
    parser.add_argument("--quick", action="store_true", help="the short form with limits: its own size and peer")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="how often each is run, in turn")
    parser.add_argument("--serve", action="store_true", help="measure from an edit to the page, too")
    parser.add_argument("--folder", type=Path, help="work here and keep it; made when it is not there")
    chosen = parser.parse_args(arguments)
    peers = ["pelican"] if chosen.quick else [name.strip() for name in chosen.peers.split(",") if name.strip()]
    briefs = QUICK if chosen.quick else chosen.briefs
    if unknown := sorted(set(peers) - set(PROGRAMS)):
        parser.error(f"--peers must be among {', '.join(PROGRAMS)}; not {', '.join(unknown)}.")
    if briefs < 1 or chosen.rounds < 1:
        parser.error("--briefs and --rounds must be 1 or more.")
    if not hasattr(os, "wait4"):
        parser.error("the benchmark counts CPU with os.wait4, which this system lacks; use Linux or macOS.")
    with contextlib.ExitStack() as stack:
        folder = chosen.folder or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="briefing-bench-")))
        folder.mkdir(parents=True, exist_ok=True)
        try:
            figures = _measure(folder.resolve(), briefs, peers, chosen.rounds, chosen.quick, chosen.serve)
        except Failed as failure:
            print(failure, file=sys.stderr)
            return 1
    print(json.dumps(figures, indent=2, ensure_ascii=False) if chosen.json else table.text(figures))
    return 1 if figures["over"] or (figures["limits"] and "pelican" not in figures["ratios"]) else 0


def _measure(work: Path, briefs: int, wanted: list[str], rounds: int, quick: bool, serve: bool) -> dict[str, Any]:
    """Everything that is measured, as plain data."""
    load = os.getloadavg()[0]
    remove(work / "corpus", *(work / name for name in ("project", "fixed", "tenth", "quotes", *PROGRAMS)))
    _say(f"writing {briefs:,} briefs")
    corpus.make(work / "corpus", briefs)
    tools, missing = _tools(work, wanted)
    fixed = _cold(work, "fixed", 1, 1 if quick else rounds)
    costs = _rounds(tools, rounds, work / "log.txt")
    tenth = _cold(work, "tenth", briefs // 10, rounds) if briefs >= 1000 and not quick else []
    ratios = {tool.name: _ratios(costs["project"], costs[tool.name]) for tool in tools[1:]}
    limits = LIMITS if quick else {}
    return {
        "briefs": briefs,
        "rounds": rounds,
        "machine": {
            "cores": os.cpu_count(),
            "python": platform.python_version(),
            "system": platform.system(),
            "load": [round(load, 1), round(os.getloadavg()[0], 1)],
        },
        "tools": {
            tool.name: {
                "version": tool.version,
                "lacks": tool.lacks,
                **_weight(tool.made[0]),
                "costs": {name: [cost.as_data() for cost in runs] for name, runs in costs[tool.name].items()},
            }
            for tool in tools
        },
        "missing": missing,
        "ratios": ratios,
        "fixed_cpu": round(median(cost.cpu for cost in fixed), 3),
        "growth": growth(fixed, tenth, costs["project"]["cold"]) if tenth else None,
        "verify": None if quick else _verify(work),
        "serve": {tool.name: live.visible(tool, work / "log.txt") for tool in tools if tool.server} if serve else {},
        "limits": limits,
        "over": over(ratios.get("pelican", {}), limits),
    }


def _tools(work: Path, wanted: list[str]) -> tuple[list[Peer], list[str]]:
    """The project and the peers that are there, each with a site of its own; and what to say of the others."""
    (work / "project").mkdir()
    tools, missing = [project(work / "project", work / "corpus")], []
    for name in wanted:
        try:
            (work / name).mkdir()
            tools.append(peer(name, work / name, work / "corpus"))
        except NotFound as reason:
            missing.append(str(reason))
            _say(str(reason))
    return tools, missing


def _rounds(tools: list[Peer], rounds: int, log: Path) -> Costs:
    """Every scenario by every tool in turn, `rounds` times; the order of the tools turns round each time."""
    costs: Costs = {tool.name: {scenario: [] for scenario in SCENARIOS} for tool in tools}
    for number in range(1, rounds + 1):
        time.sleep(_SETTLE)
        for scenario in SCENARIOS:
            for tool in tools if number % 2 else reversed(tools):
                _say(f"round {number}, {scenario}, {tool.name}")
                words = ""
                match scenario:
                    case "cold":
                        remove(*tool.made)
                    case "brief":
                        words = corpus.edit(tool.edit, number)
                    case "reference":
                        corpus.refer(tool.edit, tool.ids)
                costs[tool.name][scenario].append(run(tool.command, tool.folder, tool.environment, log))
                if words not in tool.page.read_text("utf-8"):
                    raise Failed(f"{tool.name} built a page without what had been edited: {tool.page}")
    return costs


def _cold(work: Path, name: str, n: int, rounds: int) -> list[Cost]:
    """Cold builds of another corpus by the project alone."""
    (work / name).mkdir()
    corpus.make(work / name / "corpus", n)
    tool = project(work / name, work / name / "corpus")
    costs = []
    for number in range(1, rounds + 1):
        _say(f"{n:,} briefs, cold, {number} of {rounds}")
        remove(*tool.made)
        costs.append(run(tool.command, tool.folder, tool.environment, work / "log.txt"))
    return costs


def _ratios(ours: dict[str, list[Cost]], theirs: dict[str, list[Cost]]) -> dict[str, dict[str, float]]:
    """Medians of the ratios of runs of one round."""
    return {
        scenario: {
            "cpu": round(median(a.cpu / b.cpu for a, b in pairs), 3),
            "wall": round(median(a.wall / b.wall for a, b in pairs), 3),
        }
        for scenario in SCENARIOS
        if (pairs := list(zip(ours[scenario], theirs[scenario], strict=True)))
    }


def growth(fixed: list[Cost], tenth: list[Cost], whole: list[Cost]) -> float | None:
    """The exponent with which cold CPU grows from a tenth of the briefs to all, net of what one brief costs."""
    floor, less, more = (median(cost.cpu for cost in costs) for costs in (fixed, tenth, whole))
    return round(math.log10((more - floor) / (less - floor)), 3) if more > floor and less > floor else None


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
    ours = project(work / "quotes", work / "quotes")
    command = [sys.executable, "-m", "invoke", "verify", "--root", str(work / "quotes")]
    cost = run(command, ours.folder, ours.environment, work / "log.txt")
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
