"""Skeletons for new records: valid as they stand but for what only the editor knows, each key explained beside it.

A skeleton is a draft, so it neither shows nor breaks anything until its editor removes `status: draft`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from briefing.discover import RESERVED
from briefing.fields import ID, MAX_ID

KINDS = ("brief", "actor", "question", "position", "place", "event", "source")

_DRAFT = "status: draft            # remove this line to publish\n"
_CITE = """\
basis: reported          # how we know: direct, reported, reporter or inferred
cite: {source} ¶1        # source and paragraph
"""

_SKELETONS = {
    "brief": """\
title: Title of the brief
summary: What the reader will know after it, in one sentence.
updated: {today}      # the day of the last change that matters to readers
order: 99                # briefs are listed by this number
basis: reporter          # for citations that do not name their own
actors: []               # ids of actors this is about, as [one, two]
questions: []
places: []
events: []
"""
    + _DRAFT
    + """---
## First heading

Write 150 to 500 words. Every paragraph ends in a citation [@{source}, ¶1, reported].
""",
    "actor": """\
name: Full neutral name
kind: organisation       # government, authority, organisation, alliance, state, community or person
summary: Who this is in the dispute, in one sentence.
"""
    + _CITE
    + """# short: Short name      # for narrow columns, at most 24 letters
# side: id               # one of the sides in content/dossier.md
# speakers:              # who speaks for it
#   - name: Name
#     role: Role
#     basis: reporter
#     cite: {source} ¶1
"""
    + _DRAFT
    + """---
What this actor does in the dispute, in our own words [@{source}, ¶1].
""",
    "question": """\
title: What is contested?
short: Short head        # two or three words for a column
summary: Why it is contested, in one sentence.
order: 99
stances:                 # every answer that may be given, in plain words
  agree: Yes, for the reason given.
  disagree: No, for the reason given.
"""
    + _DRAFT
    + """---
Background in our own words [@{source}, ¶1, reporter].
""",
    "position": """\
stance: id-of-a-stance   # one of the stances in content/questions/{question}.md
as_of: {today}        # the day, month or year of which it holds
"""
    + _CITE
    + """# quote: The actor's own words, without the marks around them
# speaker: Name          # a speaker of the actor; needed with a quote
# via: actor-id          # through whom it is known, where the actor does not speak for itself
"""
    + _DRAFT
    + """---
What the actor says on this question, in our own words, at most 60 of them.
""",
    "place": """\
name: English name
kind: town               # crossing, town, city, area or site
latitude: 0.0            # degrees, north positive
longitude: 0.0           # degrees, east positive
precision: How exact the point is, in words.
coordinates_from: Where the point was taken from.
summary: Why it matters here, in one sentence.
"""
    + _CITE
    + """# names:
#   sq: Albanian form
#   sr-Latn: Serbian form
"""
    + _DRAFT
    + """---
What happened there, in our own words [@{source}, ¶1].
""",
    "event": """\
title: What happened, in a short sentence
date: {today}         # 2022-11-01, 2022-11 or 2022: as exact as is known
state: happened          # happened or due
# approximate: yes       # the date is known only about
# order: 1               # events of one day are listed by it
"""
    + _CITE
    + """actors: []
places: []
questions: []
dating:                  # how the date was reasoned
  words: the source's own words
  rule: How the date follows from them.
  year: inferred         # stated, when the source gives the year
  # weekday: Tuesday     # checked against the date
  # interval:            # checked: so many days after another event
  #   from: event-id
  #   days: 21
"""
    + _DRAFT
    + """---
What happened, in our own words [@{source}, ¶1].
""",
    "source": """\
title: Title as published
publisher: Publisher
kind: article            # article, report, law, speech, dataset, letter, book or broadcast
language: en
paragraphs: 1            # how many numbered paragraphs the text has
sha256: "0000000000000000000000000000000000000000000000000000000000000000"  # `invoke verify` tells the real one
rights: Who holds the rights, and on what terms we quote.
# first_line: 1          # the line of the text file at which paragraph 1 stands
# author: Name
# published: {today}
# url: https://…
"""
    + _DRAFT
    + """---
A note on the source. Its text goes into seeds/{id}.txt, which git ignores.
""",
}


@cache
def samples(kind: str) -> frozenset[str]:
    """The sample values of a kind's skeleton, which no published record may still have."""
    lines = (line.partition("  #")[0].strip() for line in _SKELETONS[kind].split("---\n")[0].splitlines())
    values = {value.strip().strip('"') for line in lines for key, _, value in [line.partition(": ")] if key[:1] != "#"}
    return frozenset(value for value in values if (" " in value and "{" not in value) or set(value) == {"0"})


class ScaffoldError(ValueError):
    """A skeleton that cannot be written; the text says what must hold."""


def skeleton(kind: str, id: str, today: str, source: str) -> tuple[str, str]:
    """The path (relative to the dossier's root) and text of a new record.

    `id` of a position is `actor/question`; `today` is a day as text; `source` the id to show in sample citations.
    Raises ScaffoldError.
    """
    if kind not in KINDS:
        raise ScaffoldError(f"KIND must be one of {', '.join(KINDS)}; not {kind!r}")
    parts = id.split("/")
    wanted = 2 if kind == "position" else 1
    if len(parts) != wanted or not all(ID.fullmatch(part) and len(part) <= MAX_ID for part in parts):
        form = "`actor/question`, both ids" if kind == "position" else "an id"
        raise ScaffoldError(f"ID must be {form} made of a-z, 0-9 and single hyphens; not {id!r}")
    if set(parts) & RESERVED:
        raise ScaffoldError(f"ID must not be one of {', '.join(sorted(RESERVED))}")
    folder = "seeds" if kind == "source" else f"content/{kind}s"
    text = _SKELETONS[kind]
    for name, value in {"today": today, "source": source, "id": id, "question": parts[-1]}.items():
        text = text.replace("{" + name + "}", value)
    return f"{folder}/{id}.md", f"---\n{text}"


def write(root: Path, kind: str, id: str, today: str) -> str:
    """Write a skeleton into the dossier at `root`; return its path there.

    An existing file is never touched. Raises ScaffoldError.
    """
    records = sorted(path.stem for path in (root / "seeds").glob("*.md") if path.stem != "README")
    path, text = skeleton(kind, id, today, records[0] if records else "source-id")
    if not (root / "content").is_dir():
        raise ScaffoldError(f"{root} must be a dossier: a folder with `content` and `seeds`")
    target = root / path
    if root.resolve() not in target.parent.resolve().parents:
        raise ScaffoldError(f"{path} must stand inside the dossier; a folder on the way links out of it")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with open(target, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise ScaffoldError(f"{path} must not exist yet; edit it, or choose another ID") from None
    except OSError as error:
        raise ScaffoldError(f"{path} must be writable ({error.strerror})") from None
    return path
