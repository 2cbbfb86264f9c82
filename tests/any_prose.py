"""Random prose, as writers might type or paste it, sound or not."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

CITED = " [@harbour-post, ¶1, reporter]"
PLAIN = "water pipe flow island valve board spring tank swell ferry chalk bucket council half sea".split()
#: What writers type or paste; most of it harmless by itself.
ODD = [
    "<b>x</b>",
    "<em>x",
    "</em>",
    "<sup>2</sup>",
    '<span lang="ar">ماء</span>',
    "<span>x</span>",
    "<br>",
    "<hr>",
    "<img src=x>",
    "<a href='x'>y</a>",
    "<svg>",
    "<!-- x -->",
    "-->",
    "&amp;",
    "&nbsp;",
    "&#8230;",
    "&copy",
    "&",
    "<",
    ">",
    "a < b",
    "\\",
    "\\*",
    "`x`",
    "``",
    "`` ` ``",
    "*x*",
    "**x**",
    "***",
    "_x_",
    "__",
    "~~x~~",
    "[x](../actors/water-board.md)",
    "[x](papers.md#h-the-report)",
    "[x](https://pipe.example/a?b=1&c=2#d)",
    "<https://pipe.example/>",
    "[x][y]",
    "[x]",
    "![b](../images/basin.png)",
    "![b](../images/basin.png) text",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "{#",
    "${x}",
    "%s",
    "$1",
    "|",
    "||",
    "#",
    "##",
    "1.",
    "-",
    "+ ",
    "=",
    "--",
    "—",
    "…",
    "'",
    "’",
    "the islands' ",
    "ماء الحياة",
    "мост",
    "水道",
    "é",
    "e\u0301",
    "n\u0303o",
    "👩\u200d🚀",
    "ﬁ",
    "ß",
    "\u00ad",
    "\u00a0",
    "x" * 60,
    "http://x.example",
    "mailto:a@b.example",
    "onclick=x",
    "]]>",
    "</script>",
    "<script>x</script>",
    "</title>",
    "javascript:x",
    "©",
    "€5",
    "5 %",
    "'90s",
    "half its usual flow on",
    "a valve near Port Sefa was",
    "12:30",
    "C:\\x",
    "a/b",
]
#: What the check mostly refuses; where it does not, it must build all the same.
REFUSED = [
    "<p>x</p>", "<h2>x</h2>", "<table><tr><td>x</td></tr></table>", "<ul><li>x</ul>", "<div>x</div>", "<h1>x</h1>", "<!--", "[x](#x)",
    "id=\"x\"", "style='x'", "«", "»", "“x”", "\"", "''", "„", "[@", "[@us]", "[@harbour-post, ¶1]", "\t", "* ", "<li>", "</p>", "<blockquote>", "<pre>", "</h2>", "</div>",
]  # fmt: skip
BLOCKS: list[Callable[[Random], str]] = [
    lambda r: f"{line(r, 12)}{CITED}",
    lambda r: f"{line(r, 5)}{CITED}",
    lambda r: f"{'#' * r.choice([2] * 40 + [3, 4])} {line(r, 4)}",
    lambda r: f"- {line(r, 5)}{CITED}\n- {line(r, 5)}{CITED}\n  - {line(r, 3)}{CITED}",
    lambda r: f"1. {line(r, 5)}{CITED}\n2. {line(r, 5)}{CITED}",
    lambda r: f"| {line(r, 2)} | {line(r, 2)} |\n|:--|--:|\n| {line(r, 3)}{CITED} | {line(r, 3)} |",
    lambda r: f"> Half is half, in a wet year and in a dry one\n>\n> — {'Reth Okuvai' if r.random() < 0.95 else line(r, 2)} [@harbour-post, ¶7]",
    lambda r: f"```\n{line(r, 6)}\n```",
    lambda r: f"    {line(r, 6)}",
    lambda r: f"{line(r, 4)} “We cannot send what the rock does not give” {line(r, 3)} [@harbour-post, ¶3].",
    lambda r: f"{line(r, 4)}:\n\n- {line(r, 3)}{CITED}",
    lambda r: r.choice(["***", "---", "<!-- an aside -->", ""]),
    lambda r: f"{line(r, 3)}  \n{line(r, 3)}{CITED}",
    lambda r: f"{line(r, 4)} [@harbour-post, ¶1, reporter; @bureau-report, ¶2, against: {line(r, 4)}]",
]  # fmt: skip


def line(pick: Random, most: int) -> str:
    """A few words, with something odd among them now and then."""
    lists = pick.choices([PLAIN, ODD, REFUSED], [200, 20, 1], k=pick.randint(1, most))
    return " ".join(pick.choice(words) for words in lists)


def prose(pick: Random) -> str:
    """Some blocks of prose."""
    return "\n\n".join(pick.choice(BLOCKS)(pick) for _ in range(pick.randint(1, 7)))


def value(pick: Random, most: int = 8, longest: int = 110) -> str:
    """A text for a head."""
    return " ".join(line(pick, most).split())[:longest].strip() or "x"
