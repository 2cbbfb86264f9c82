"""Which script a text is written in, which scripts a language has, and how browsers are told of both. Pure.

Scripts go by their codes in ISO 15924: `Latn`, `Arab`; `Hani` stands for all Chinese characters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

#: The letters of each script, and the marks upon them.
_LETTERS = {
    "Latn": "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff",
    "Arab": "\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff\u0750-\u077f"
    "\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "Hebr": "\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u05d0-\u05f2\ufb1d-\ufb4f",
    "Cyrl": "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f",
    "Grek": "\u0370-\u0373\u0376-\u037d\u0386\u0388-\u03ff\u1f00-\u1fff",
    "Armn": "\u0531-\u0556\u0561-\u0587",
    "Geor": "\u10a0-\u10ff\u1c90-\u1cbf",
    "Ethi": "\u1200-\u135f\u1380-\u139f\u2d80-\u2ddf\uab01-\uab2e",
    "Syrc": "\u0710-\u074f",
    "Thaa": "\u0780-\u07b1",
    "Deva": "\u0900-\u0963\u0971-\u097f",
    "Beng": "\u0980-\u09e5\u09f0-\u09f1",
    "Guru": "\u0a01-\u0a65\u0a70-\u0a76",
    "Gujr": "\u0a81-\u0ae5",
    "Orya": "\u0b01-\u0b65",
    "Taml": "\u0b82-\u0be5",
    "Telu": "\u0c00-\u0c65",
    "Knda": "\u0c80-\u0ce5",
    "Mlym": "\u0d00-\u0d65",
    "Sinh": "\u0d80-\u0ddf",
    "Thai": "\u0e01-\u0e3a\u0e40-\u0e4e",
    "Laoo": "\u0e81-\u0ecd",
    "Tibt": "\u0f40-\u0fbc",
    "Mymr": "\u1000-\u103f\u1050-\u109f",
    "Khmr": "\u1780-\u17d3",
    "Jpan": "\u3041-\u3096\u3099-\u309f\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f",
    "Kore": "\u1100-\u11ff\u3131-\u318e\uac00-\ud7af",
    "Hani": "\u2e80-\u2fdf\u3005-\u3007\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
}
#: What is written together.
_WITH = {"Jpan": "Hani", "Hani": "Jpan"}
_FROM_RIGHT = frozenset({"Arab", "Hebr", "Syrc", "Thaa"})
#: The scripts of languages that are not, or not only, written in Latin letters; the usual one first.
_OF = {
    tag: tuple(scripts.split("/"))
    for line in """
    Arab: ar fa ur ps ckb sd ug ks arz ary apc acm
    Hebr: he yi iw lad
    Cyrl: ru uk be bg mk ky mn tt ba cv os ce ab
    Grek: el grc
    Armn: hy
    Geor: ka
    Ethi: am ti gez tig
    Syrc: syr
    Thaa: dv
    Deva: hi mr ne sa mai bho
    Beng: bn as
    Guru/Arab: pa
    Gujr: gu
    Orya: or
    Taml: ta
    Telu: te
    Knda: kn
    Mlym: ml
    Sinh: si
    Thai: th
    Laoo: lo
    Tibt: bo dz
    Mymr: my
    Khmr: km
    Jpan/Hani: ja
    Kore/Hani: ko
    Hani: zh yue wuu
    Cyrl/Latn: sr kk tg
    Latn/Cyrl: bs sh cnr az uz tk
    Latn/Arab: ku
    """.strip().split("\n")
    for scripts, _, tags in [line.strip().partition(": ")]
    for tag in tags.split()
}
#: What tags of Chinese call the characters, and what stands for them here.
_SAME = {"Hans": "Hani", "Hant": "Hani", "Hrkt": "Jpan", "Hang": "Kore"}
#: What may stand between two words of one text in a script.
_BETWEEN = (
    r"[\s\d.,:;!?\u060c\u061b\u061f'’\u05f3\u05f4\u05be/·、。，：–—-]{1,8}|(?<=[\u05d0-\u05ea])\"(?=[\u05d0-\u05ea])"
)
_FOREIGN = re.compile("[" + "".join(letters for script, letters in _LETTERS.items() if script != "Latn") + "]")


class Run(NamedTuple):
    """A stretch of a text in one script, by its offsets."""

    start: int
    end: int
    script: str


@lru_cache(maxsize=1024)
def of_language(tag: str) -> tuple[str, ...]:
    """The scripts in which a language is written, the one that its tag names or the usual one first."""
    language, *others = tag.split("-")
    named = next((_SAME.get(part, part) for part in others if len(part) == 4), "")
    known = _OF.get(language, ("Latn",))
    return (named, *(script for script in known if script != named)) if named else known


@lru_cache(maxsize=1024)
def direction(tag: str) -> str:
    """Whether a language is written from the left, `ltr`, or from the right, `rtl`."""
    return "rtl" if of_language(tag)[0] in _FROM_RIGHT else "ltr"


def has(text: str, script: str) -> bool:
    """Whether letters of a script stand in a text."""
    return _patterns()[script].search(text) is not None


def has_foreign(text: str) -> bool:
    """Whether letters other than Latin ones stand in a text."""
    return not text.isascii() and _FOREIGN.search(text) is not None


@lru_cache(maxsize=4096)
def of_text(text: str) -> str:
    """The script that most letters of a text are of; `Latn` where it has none."""
    if text.isascii():
        return "Latn"
    found = Counter({script: len(letters.findall(text)) for script, letters in _patterns().items()})
    if found["Jpan"]:
        found["Jpan"] += found.pop("Hani")
    script, number = found.most_common(1)[0]
    return script if number else "Latn"


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {script: re.compile(f"[{letters}]") for script, letters in _LETTERS.items()}


@lru_cache(maxsize=4)
def _others(script: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """What finds a letter of any script but one, and these scripts."""
    others = tuple(other for other in _LETTERS if other != script and _WITH.get(other) != script)
    return re.compile(f"[{''.join(map(_LETTERS.__getitem__, others))}]"), others


@lru_cache(maxsize=64)
def _run(script: str) -> re.Pattern[str]:
    """A run in one script, from its first letter on."""
    letters = _LETTERS[script]
    both = letters + _LETTERS.get(_WITH.get(script, ""), "") + "\u0300-\u036f"
    return re.compile(f"[{letters}][{both}]*(?:(?:{_BETWEEN})[{both}]+)*")


def runs(text: str, script: str) -> Iterator[Run]:
    """The stretches of a text that are written in other scripts than this one."""
    letters, others = _others(script)
    at = 0
    while first := letters.search(text, at):
        run = _run(next(other for other in others if has(first[0], other))).match(text, first.start())
        assert run
        yield Run(*run.span(), of_text(run[0]))
        at = run.end()


def tag_of(text: str, tag: str) -> str:
    """The tag of a text that should be in a language: with its script, where that is not the usual one; or only the
    script, where the language is not written in it.
    """
    script, known = of_text(text), of_language(tag)
    if script == known[0]:
        return tag
    language = tag.split("-")[0]
    if script in known or script in _OF.get(language, ("Latn",)):
        return f"{language}-{script}" if script not in ("Hani", "Jpan", "Kore") else language
    return f"und-{script}"


def foreign(text: str, tags: Iterable[str], here: str) -> str:
    """The tag of words that are in one of some languages; empty where that is the language `here`, or may be."""
    fitting = {tag_of(text, tag) for tag in tags}
    known = {tag for tag in fitting if not tag.startswith("und-")} or fitting
    if not known:
        return ""
    tag = known.pop() if len(known) == 1 else f"und-{of_text(text)}"
    is_same = tag.split("-")[0] in (here.split("-")[0], "und") and of_text(text) == of_language(here)[0]
    return "" if is_same else tag
