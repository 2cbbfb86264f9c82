"""The benchmark's figures as text: tables that are Markdown as well, and what they do not tell."""

from __future__ import annotations

from statistics import median
from typing import Any

from briefing.model.wording import count
from tools.bench.peers import NONE_DOES

TITLES = {
    "cold": "cold",
    "nothing": "nothing changed",
    "brief": "one brief edited",
    "reference": "one reference edited",
}


def text(figures: dict[str, Any]) -> str:
    """Everything that was measured."""
    machine = figures["machine"]
    load = " to ".join(f"{value:.1f}" for value in machine["load"])
    parts = [
        f"{figures['briefs']:,} briefs, {count(figures['rounds'], 'round')}, {machine['cores']} cores, "
        f"{machine['system']}, Python {machine['python']}, load {load}.",
        "Median seconds, CPU / wall; peak is the largest process of a cold build:\n\n" + costs(figures),
    ]
    if figures["ratios"]:
        said = "The project to each peer, CPU / wall, median of the rounds' ratios; below 1 the project is quicker:"
        parts.append(f"{said}\n\n{ratios(figures)}")
    parts.append(f"One brief costs {figures['fixed_cpu']:.2f} s of CPU, the fixed cost.")
    if figures["growth"] is not None:
        tenth = figures["briefs"] // 10
        parts[-1] += (
            f" Net of it, cold CPU grows as N^{figures['growth']:.2f} from {tenth:,} briefs to ten times as many."
        )
    if figures["verify"]:
        said = "`invoke verify` of {quotes:,} quotations in {sources} sources: {cpu:.2f} s of CPU, {wall:.2f} s."
        parts.append(said.format(**figures["verify"]))
    if figures["serve"]:
        shown = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in figures["serve"].items())
        parts.append(f"From an edit to the page in the server, median of three: {shown}.")
    parts.append(lacks(figures))
    parts += figures["missing"]
    if figures["limits"]:
        parts.append("\n".join(["Over the limit:", *(figures["over"] or ["nothing."])]))
    return "\n\n".join(parts)


def costs(figures: dict[str, Any]) -> str:
    """A table of seconds by tool and scenario."""
    rows = []
    for name, tool in figures["tools"].items():
        cells = [f"{_middle(runs, 'cpu'):.2f} / {_middle(runs, 'wall'):.2f}" for runs in tool["costs"].values()]
        peak = f"{_middle(tool['costs']['cold'], 'peak_mib'):.0f}"
        version = "" if name == "project" else f" {tool['version']}"
        rows.append([name + version, *cells, peak, f"{tool['pages']:,}", f"{tool['mib']:.1f}"])
    return grid(["", *(TITLES[key] for key in _scenarios(figures)), "peak MiB", "pages", "site MiB"], rows)


def ratios(figures: dict[str, Any]) -> str:
    """A table of ratios by peer and scenario."""
    rows = [
        [f"to {name}", *(f"{by['cpu']:.2f} / {by['wall']:.2f}" for by in scenarios.values())]
        for name, scenarios in figures["ratios"].items()
    ]
    return grid(["", *(TITLES[key] for key in _scenarios(figures))], rows)


def lacks(figures: dict[str, Any]) -> str:
    """What the peers do not do."""
    lines = [f"- No peer does: {NONE_DOES}."]
    lines += [f"- {name}: {tool['lacks']}." for name, tool in figures["tools"].items() if tool["lacks"]]
    return "What the peers do not do:\n\n" + "\n".join(lines)


def grid(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table, its columns as wide as they need to be: the first to the left, the others to the right."""
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    lines = []
    for first, *others in [head, rule, *rows]:
        cells = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _scenarios(figures: dict[str, Any]) -> list[str]:
    return list(figures["tools"]["project"]["costs"])


def _middle(runs: list[dict[str, float]], kind: str) -> float:
    return median(run[kind] for run in runs)
