"""Records that are nearly right: those of the demo with a few lines, letters or values changed, or with prose grown from
the grammar of Markdown and HTML. What the check lets through of them must build.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from random import Random

from tests.support import DEMO

CITED = " [@harbour-post, ¶1, reporter]"
KINDS = [*["content/briefs"] * 3, "content/actors", "content/questions", "content/places", "content/events", "seeds"]
RECORDS = {kind: [path.read_text("utf-8") for path in sorted((DEMO / kind).glob("*.md"))] for kind in {*KINDS}}
NAMED = re.compile(r"^((?:title|name): .*?)(\??)$", re.MULTILINE)
WORDS = (
    "water pipe flow island valve board spring tank swell ferry chalk bucket ماء мост 水道 ß नमस्ते ก็ 👩\u200d🚀".split()
)
#: Values of every type that YAML or a field knows, at their ends and just beyond.
VALUES = """
x 0 -1 1 yes null ~ [] {} '' "x" 2024 2024-02-30 2024-11-05 9999-12-31 0001 1e5 0x10 nan .inf 90 -180 en zh-Hant-TW us draft con main
index h-x a- telissa-council share ondo-spring flow-halved papers direct inferred [papers] [talks-due] [old-a] {a:b} <b>x</b> “x”
https://a.example/?a=1&b=2#c https://a.example/%22 mailto:a@b.example |- & * @x %x !x `x` İ #x
""".split()
TAGS = "a blockquote br code em h2 h3 hr img li ol p pre span strong sub sup table td tr ul div q svg script style details".split()
ATTRIBUTES = """
href="x" href="../actors/water-board.md" href=#x id="main" id=x class=quotation align=left lang="ar" start="3" start=-1 onclick="x"
style="x" data-sourcepos="1:1-1:2" src="../images/basin.png" alt="x"
""".split()
TARGETS = """
../actors/water-board.md papers.md #h-x in-a-minute.md#what-happened https://a.example/é?x=(1) <https://a.example/a> ../about.md ../names.md
../dossier.md mailto:a@b.example ../questions/share.md#h-x ./papers.md papers.md#
""".split()
ENTITIES = "amp lt gt nbsp shy quot #39 #x26 #0 #x110000 notin #xad AMP #1 #128 zwj rlm".split()
SIGNS = "\"'“”‘’«»[]()<>&#*_`|\\-:;@¶^~{}$%=+!?.,/ \t\u00ad\u00a0"


def inline(pick: Random, depth: int = 0) -> str:
    """A stretch of text, with elements in elements."""
    if depth > 3 or pick.random() < 0.35:
        return " ".join(pick.choices(WORDS, k=pick.randint(1, 4)))
    inner, tag = inline(pick, depth + 1), pick.choice(TAGS)
    ways: list[Callable[[], str]] = [
        lambda: f"{pick.choice(['*', '**', '_', '`', '``', '~~'])}{inner}{pick.choice(['*', '**', '_', '`', '``', ''])}",
        lambda: f"{(sign := pick.choice(['*', '**', '_', '`', '``']))}{inner}{sign}",
        lambda: f"[{inner}]({pick.choice(TARGETS)})",
        lambda: f"![{inner}](../images/basin.png)",
        lambda: f"<{tag} {pick.choice(ATTRIBUTES)}>{inner}</{tag}>",
        lambda: f"<{tag}>{inner}</{pick.choice([tag, pick.choice(TAGS)])}>",
        lambda: f"<{tag}>{inner}" if pick.random() < 0.5 else f"{inner}</{tag}>",
        lambda: pick.choice(["<!-- {} -->", "<?x {}?>", "<![CDATA[{}]]>", "({})[{}]", "[{}][ref]", "[^{}]"]).replace("{}", inner),
        lambda: f"&{pick.choice(ENTITIES)};{inner}",
        lambda: f"{inner}{pick.choice([chr(92), '  ', ''])}\n{inline(pick, depth + 1)}",
        lambda: f"{inner}{pick.choice([CITED, ' [@us]', ' | ', CITED + CITED])}{inline(pick, depth + 1)}",
    ]  # fmt: skip
    return pick.choice(ways)()


def indented(text: str, sign: str) -> str:
    """A block behind a sign, as in lists and quotations."""
    return "\n".join(sign + line for line in text.split("\n"))


def block(pick: Random, depth: int = 0) -> str:
    """A block, with blocks in blocks."""
    if depth > 2 or pick.random() < 0.45:
        return inline(pick) + CITED
    inner, tag = block(pick, depth + 1), pick.choice(TAGS)
    ways: list[Callable[[], str]] = [
        lambda: (
            f"{pick.choice(['## ', '## ', '### ', '# ', '##'])}{' '.join(inline(pick).split())}{pick.choice(['', ' ##', CITED])}"
        ),
        lambda: f"{inline(pick)}\n{pick.choice(['---', '==='])}",
        lambda: pick.choice(["- ", "1. ", "0. ", "999999999. ", "* "]) + indented(inner, "  ").lstrip(),
        lambda: f"{indented(inner, '> ')}\n> — Reth Okuvai [@harbour-post, ¶7]",
        lambda: f"{pick.choice(['```', '~~~', '``` html'])}\n{inner}\n{pick.choice(['```', '~~~', ''])}",
        lambda: f"| {inline(pick)} | x |\n|--|:-:|\n| {inline(pick)}{CITED} | x |".replace("\n\n", "\n"),
        lambda: f"<{tag}>\n{pick.choice(['', chr(10)])}{inner}\n{pick.choice(['', chr(10)])}</{tag}>",
        lambda: indented(inner, " " * pick.randint(1, 7)),
        lambda: pick.choice(["***", "[ref]: https://a.example/ 'x'", "<!-- x -->", f"{inner}\n{inner}"]),
    ]
    return pick.choice(ways)()


def mutated(pick: Random, text: str) -> str:
    """A text with one to five lines, letters or values changed."""
    for _ in range(pick.choice([1, 1, 1, 2, 3, 5])):
        lines = text.split("\n")
        at = pick.randrange(len(lines))
        line, spot = lines[at], pick.randint(0, len(lines[at]))
        heads = [number for number, one in enumerate(lines[:40]) if ": " in one] or [at]
        head = pick.choice(heads)
        match pick.randrange(8):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, pick.choice(lines))
            case 2:
                other = pick.randrange(len(lines))
                lines[at], lines[other] = lines[other], line
            case 3 | 4:
                value = pick.choice(
                    [pick.choice(VALUES), json.dumps(inline(pick), ensure_ascii=False), "é" * 300, "w " * 60]
                )
                lines[head] = f"{lines[head].split(': ')[0]}: {value}"
            case 5:
                lines[at] = line[:spot] + pick.choice([*SIGNS, chr(pick.randrange(160, 0x3000)), ""]) + line[spot + 1 :]
            case 6:
                lines[at] = f"{line} {inline(pick)}"
            case _:
                lines.append(f"\n{block(pick)}")
        text = "\n".join(lines)
    return text


def files(pick: Random, number: int) -> dict[str, str]:
    """One record that is nearly right, under an id of its own."""
    kind = pick.choice(KINDS)
    text = pick.choice(RECORDS[kind])
    if kind != "seeds" and pick.random() < 0.4:
        body = "\n\n".join(block(pick) for _ in range(pick.randint(1, 5)))
        text = f"---\n{text.split('---')[1].strip()}\n---\n{body}\n"
    if pick.random() < 0.75:
        text = mutated(pick, text)
    return {f"{kind}/mutant-{number}.md": NAMED.sub(rf"\1 {number}\2", text, count=1)}
