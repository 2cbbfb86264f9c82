"""A second dossier, made of the demo: one source, a map of its own with names, a table of seven columns, and released.

It is what a dossier can be and the demo is not, so that both together show every kind of page.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

from briefing.cli import commands
from tests.support import DEMO, Dossier, copy_of

#: The islands as nobody ever surveyed them, across the 180th meridian, with every sort of line and a name for each side.
MAP = Path(__file__).parent / "sound.geojson"
KEPT, GONE = "harbour-post", "bureau-report"
ACTORS = {
    "ferry-company": ("Ferry company of the sound", "organisation", "between"),
    "guest-houses": ("Owners of guest houses", "community", "east"),
    "hill-farmers": ("Hill farmers of Oruna", "community", "west"),
    "port-office": ("Harbour Office of Port Sefa", "organisation", "west"),
    "school-kitchen": ("Kitchen of the school", "organisation", "east"),
}
QUESTIONS = {
    "ferries": ("May ferries carry water in barrels?", "Water by ferry"),
    "laundries": ("Must laundries stay closed in a dry winter?", "The laundries"),
    "parts": ("Who orders spare parts for the pipe and its joints?", "Spare parts"),
    "valves": ("Who may turn the valves at either end?", "The valves"),
}
PLACE = """---
name: Brae Valve House
kind: site
latitude: -16.95
longitude: 179.62
precision: the door, to about 100 m
coordinates_from: the demo's own map, an invention
order: 4
summary: A hut on the shore where one of the valves is.
basis: reporter
cite: harbour-post ¶5
---
"""
EVENT = """---
title: Somebody is seen at the valve
date: 2024-10-28
approximate: yes
state: happened
basis: reporter
cite: harbour-post ¶5
actors: [telissa-council, port-office]
places: [valve-house]
questions: [valves]
dating:
  words: was turned by hand
  rule: The valve must have been turned before the flow fell, so we take the week before.
  year: inferred
---
The council tells of it, and nobody else does.
"""


def other_dossier(folder: Path) -> Dossier:
    """Make the second dossier in `folder`."""
    dossier = copy_of(DEMO, folder)
    _one_source(dossier)
    (dossier.root / "content/maps").mkdir()
    shutil.copy(MAP, dossier.root / "content/maps/sound.geojson")
    dossier.edit(
        "content/dossier.md",
        "  credit: Land from Natural Earth (public domain).",
        "  base: [sound.geojson]\n  credit: Drawn for this dossier, an invention.\n  tiles: off",
    )
    dossier.edit("content/dossier.md", "  title: Three places", "  title: Four places")
    dossier.write("content/places/valve-house.md", PLACE)
    dossier.write("content/events/seen-at-the-valve.md", EVENT)
    for id, (name, kind, side) in ACTORS.items():
        dossier.write(
            f"content/actors/{id}.md",
            f"---\nname: {name}\nkind: {kind}\nside: {side}\nsummary: One of those who live with half the water.\n"
            "basis: reporter\ncite: harbour-post ¶6\n---\n",
        )
    for number, (id, (title, short)) in enumerate(QUESTIONS.items()):
        dossier.write(
            f"content/questions/{id}.md",
            f"---\ntitle: {title}\nshort: {short}\nsummary: It was asked when the flow had fallen.\norder: {number + 4}\n"
            "stances:\n  yes: Yes, as long as the repair takes.\n  no: No, not before the two councils have met.\n---\n",
        )
        for place, actor in enumerate(ACTORS):
            if (number + place) % 2:
                dossier.write(
                    f"content/positions/{actor}/{id}.md",
                    f"---\nstance: {'yes' if place % 3 else 'no'}\nas_of: 2024-12\nbasis: reporter\ncite: harbour-post ¶6\n---\n"
                    "It says so whenever the matter comes up.\n",
                )
    commands.release(str(dossier.root))
    return dossier


def _one_source(dossier: Dossier) -> None:
    """Put the report below the newspaper's text, as if one source held all."""
    lines = int(re.findall(r"^paragraphs: (\d+)$", dossier.read(f"seeds/{KEPT}.md"), re.MULTILINE)[0])
    more = int(re.findall(r"^paragraphs: (\d+)$", dossier.read(f"seeds/{GONE}.md"), re.MULTILINE)[0])
    before = hashlib.sha256((dossier.root / f"seeds/{KEPT}.txt").read_bytes()).hexdigest()
    text = dossier.read(f"seeds/{KEPT}.txt") + dossier.read(f"seeds/{GONE}.txt")
    dossier.write(f"seeds/{KEPT}.txt", text)
    dossier.edit(f"seeds/{KEPT}.md", f"paragraphs: {lines}\n", f"paragraphs: {lines + more}\n")
    theirs = re.findall(r"^voices:\n((?: .*\n)+)", dossier.read(f"seeds/{GONE}.md"), re.MULTILINE)[0]
    theirs = re.sub(r"¶(\d+)", lambda match: f"¶{int(match[1]) + lines}", theirs)
    theirs = theirs.replace("in: all", f"in: ¶{lines + 1}-{lines + more}")
    dossier.edit(f"seeds/{KEPT}.md", "voices:\n", f"voices:\n{theirs}")
    dossier.edit(f"seeds/{KEPT}.md", before, hashlib.sha256(text.encode()).hexdigest())
    for ending in ("md", "txt"):
        (dossier.root / f"seeds/{GONE}.{ending}").unlink()
    for path in (dossier.root / "content").rglob("*.md"):
        cited = re.sub(
            rf"{GONE}(,?) ¶(\d+)", lambda match: f"{KEPT}{match[1]} ¶{int(match[2]) + lines}", path.read_text("utf-8")
        )
        path.write_text(cited.replace("as_of: 2025-02", "as_of: 2024-12"), "utf-8")  # when the newspaper appeared
