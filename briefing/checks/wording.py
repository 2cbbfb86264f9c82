"""Checks on our own words: names as in the register, loaded words attributed, no relative time, no source's text.

Most look at one stretch of words as it is read, so that no record has to keep its plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from briefing.checks import Checked, Finding, check
from briefing.checks.styleguide import RELATIVE, WORD, StyleGuide, joined
from briefing.markup import quotation_marks
from briefing.model.kinds import texts
from briefing.model.prose import Mark, Own
from briefing.model.records import About, Names, Record, Removed, Source, Words
from briefing.model.relations import inferred_years, records
from briefing.model.text import mixed_script_words, plain, script

_SENTENCE = re.compile(r"[.!?;](?:\s|$)|\n\n")
_SAID = re.compile(
    r"\b(?:sa(?:ys?|id|ying)|t(?:ells?|old)|call(?:s|ed)?|describ(?:es?|ed)|accus(?:es?|ed)|alleg(?:es?|ed)|claim(?:s|ed)?|"
    r"according to|argu(?:es?|ed)|insist(?:s|ed)?|maintain(?:s|ed)?|in the words of|adds?|added|writes?|wrote|puts? it|"
    r"names?|named|objects?|objected|term(?:s|ed)|sees?|regards?|regarded|considers?|considered|denounces?|denounced|"
    r"speaks? of|spoke of|warns? of|warned of|in (?:his|her|its|their) (?:view|words))\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b\d{4}\b", re.ASCII)


def own_words(record: Record) -> Iterator[Own]:
    """What the head of a record says in our own words."""
    for text in texts(record):
        yield Own(quotation_marks.mask(plain(text.text)), partial(record.mark, text.key), spared=text.spared)


@check()
def check_name_form(record: Record, own: Own, style: StyleGuide) -> Iterator[Finding]:
    """Names in our own words must have the form of the register; in quotations they are left as they are."""
    for match in WORD.finditer(own.text):
        if right := style.register.right(match.group()):
            message = f"a name must have the form of the register: {right}, not {match.group()}."
            remedy = f"Write {right}; or, if this is another name, add it to `content/names.md`."
            yield Finding(record, own.spot(match.start()), message, remedy)


@check()
def check_look_alike(record: Record, own: Own, style: StyleGuide) -> Iterator[Finding]:
    """A word in our own words must not mix letters of two scripts that look alike."""
    for offset, word in mixed_script_words(own.text):
        odd = next((c for c in word if script(c) != script(word[0])), word[0])
        message = f"a word must not mix letters of two scripts that look alike, as `{word}` does: "
        message += f"{odd} is U+{ord(odd):04X}."
        yield Finding(record, own.spot(offset), message, "Type the word anew.")


@check()
def check_loaded_word(record: Record, own: Own, style: StyleGuide) -> Iterator[Finding]:
    """A loaded word must stand in a quotation, or in a sentence that says whose word it is."""
    matches = list(style.loaded_words.finditer(own.text)) if style.loaded_words else []
    for match, is_said in zip(matches, _is_said(own.text, [match.start() for match in matches]), strict=True):
        if not is_said:
            entry = style.loaded[joined(match[1])]
            message = f"the loaded word `{match.group()}` must be quoted, or its sentence must say whose word it is."
            remedy = f"Write instead: {entry.instead}. The list is in `content/words.md`."
            yield Finding(record, own.spot(match.start()), message, remedy)


def _is_said(text: str, offsets: list[int]) -> Iterator[bool]:
    """For each offset, in order, whether its sentence says before it whose words follow. Goes through the text once."""
    ends, sayings = _SENTENCE.finditer(text), _SAID.finditer(text)
    end, saying = next(ends, None), next(sayings, None)
    begin, said = 0, -1
    for offset in offsets:
        while end and end.end() <= offset:
            begin, end = end.end(), next(ends, None)
        while saying and saying.end() <= offset:
            said, saying = saying.start(), next(sayings, None)
        yield said >= begin


@check(in_code=False)
def check_relative_time(record: Record, own: Own, style: StyleGuide) -> Iterator[Finding]:
    """Our own words must give dates, not `yesterday` or `currently`: a briefing is read years later."""
    for match in RELATIVE.finditer(own.text):
        message = f"our own words must give a date, not `{match.group()}`."
        remedy = "Write the date, as `on 1 November 2022` or `in early November 2022`."
        yield Finding(record, own.spot(match.start()), message, remedy)


@check()
def check_source_copied(record: Record, own: Own, style: StyleGuide) -> Iterator[Finding]:
    """Our own words must not repeat more than eight words of a source in a row; needs the source's text at hand."""
    for copied in style.runs.find(own.text):
        yield Finding(record, own.spot(copied.offset), *copied.advice())


@check()
def check_year_unmarked(checked: Checked) -> Iterator[Finding]:
    """A date whose year we inferred must be marked so: in the prose of each record that gives it, and in each value of
    a head, unless the dossier's `snapshot`, which the home page shows, says that its dates are inferred.
    """
    inferred, dossier = inferred_years(checked.corpus), checked.corpus.dossier
    if not inferred or not checked.is_sure("content/events", "date", "dating") or not dossier.is_sure("snapshot"):
        return
    for record in records(checked.corpus):
        if isinstance(record, Names | Words | Source | About | Removed):
            continue
        unmarked: list[tuple[int, str | Mark]] = []
        if not record.prose.says_inferred:
            unmarked += [(year, mark) for year, mark in record.prose.years if year in inferred][:1]
        for key, text, _, spared in texts(record):
            covered = key in ("title", "summary", "snapshot") and "inferred" in dossier.snapshot
            covered |= "year-unmarked" in spared
            if covered or "inferred" in text or key.startswith(("changes.", "owner")) or "dating" in key.split("."):
                continue
            unmarked += [(int(year), key) for year in _YEAR.findall(text) if int(year) in inferred][:1]
        for year, where in unmarked:
            message = f"the year {year} is inferred and must be marked so."
            yield Finding(record, where, message, "Write `(year inferred)` behind the first such date.")
