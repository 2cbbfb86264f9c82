"""The benchmark's figures as text: tables that are Markdown as well, and what they do not tell."""

from __future__ import annotations

from statistics import median
from typing import Any

from briefing.model.wording import count
from tools.bench.peers import NONE_DOES

TITLES = {
    "cold": "cold",
    "nothing": "nothing changed",
    "prose": "prose edited",
    "title": "title edited",
    "reference": "reference edited",
    "actor": "actor renamed",
    "template": "template edited",
}


def text(figures: dict[str, Any]) -> str:
    """Everything that was measured."""
    machine = figures["machine"]
    load = " to ".join(f"{value:.1f}" for value in machine["load"])
    parts = [
        f"{count(figures['rounds'], 'round')}, {machine['cores']} cores, "
        f"{machine['system']}, Python {machine['python']}, load {load}."
    ]
    if any(size["ratios"] for size in figures["sizes"]):
        said = "The project to each peer, CPU / wall, median of the rounds' ratios; below 1 the project is quicker:"
        parts.append(f"{said}\n\n{ratios(figures)}")
    for size in figures["sizes"]:
        said = "median seconds, user + system / wall; peak is the largest process of a cold build:"
        parts.append(f"{size['briefs']:,} briefs, {said}\n\n{costs(size)}")
    parts.append(f"One brief costs {figures['fixed_cpu']:.2f} s of CPU, the fixed cost.")
    for grown in figures["growth"]:
        parts[-1] += " Net of it, cold CPU grows as N^{exponent:.2f} from {from:,} to {to:,} briefs.".format(**grown)
    if figures["verify"]:
        said = "`invoke verify` of {quotes:,} quotations in {sources} sources: {cpu:.2f} s of CPU, {wall:.2f} s."
        parts.append(said.format(**figures["verify"]))
    for size in figures["sizes"]:
        if size["serve"]:
            shown = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in size["serve"].items())
            parts.append(
                f"{size['briefs']:,} briefs, from an edit to the page in the server, median of three: {shown}."
            )
    parts.append(f"No peer does: {NONE_DOES}.")
    parts += dict.fromkeys(words for size in figures["sizes"] for words in size["missing"])
    if figures["limits"]:
        parts.append("\n".join(["Over the limit:", *(figures["over"] or ["nothing."])]))
    return "\n\n".join(parts)


def ratios(figures: dict[str, Any]) -> str:
    """A table of ratios by peer, size and scenario."""
    rows = [
        [f"to {name}", f"{size['briefs']:,}", *(f"{by['cpu']:.2f} / {by['wall']:.2f}" for by in scenarios.values())]
        for name in dict.fromkeys(name for size in figures["sizes"] for name in size["ratios"])
        for size in figures["sizes"]
        if (scenarios := size["ratios"].get(name))
    ]
    return grid(["", "briefs", *_titles(figures["sizes"][0])], rows)


def costs(size: dict[str, Any]) -> str:
    """A table of what each tool's runs cost with so many briefs, by scenario."""
    rows = []
    for name, tool in size["tools"].items():
        middle = {of: {key: median(run[key] for run in runs) for key in runs[0]} for of, runs in tool["costs"].items()}
        version = "" if name == "project" else f" {tool['version']}"
        cells = ["{user:.2f} + {system:.2f} / {wall:.2f}".format(**cost) for cost in middle.values()]
        peak = f"{middle['cold']['peak_mib']:.0f}"
        rows.append([name + version, *cells, peak, f"{tool['pages']:,}", f"{tool['mib']:.1f}"])
    return grid(["", *_titles(size), "peak MiB", "pages", "site MiB"], rows)


def _titles(size: dict[str, Any]) -> list[str]:
    return [TITLES[scenario] for scenario in size["tools"]["project"]["costs"]]


def grid(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table, its columns as wide as they need to be: the first to the left, the others to the right."""
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    lines = []
    for first, *others in [head, rule, *rows]:
        cells = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)
