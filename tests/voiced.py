"""A source whose voices are on record, and what a dossier quotes from it: each form of a voice once."""

from __future__ import annotations

import hashlib

from tests.support import Dossier

TEXT = """\
The tank has a book, which says of itself that it was “begun on 2 May 2024”.
“We count every litre,” said Ines Talomar, who is the water minister of Oruna.
“Never again,” said Reth Okuvai on the quay, and went home.
“A neighbour told me that ‘the tank is a bell’ and I laughed,” Talomar recalled.
The clerk read the council's letter aloud: “The pipe belongs to both shores.”
The spring looks like a tired animal in the evening light.
"""
TEXT += " ".join(f"On page {number} stands the level of the day." for number in range(2, 30)) + "\n"
SOURCE = f"""---
title: The book of the tank
publisher: Ondo Weekly
kind: article
language: en
paragraphs: 7
sha256: {hashlib.sha256(TEXT.encode()).hexdigest()}
author: Pia Lund
author_role: Reporter on Oruna
published: 2024-12-20
rights: Invented for the tests of this generator; free to use.
voices:
  - {{by: reporter, in: all}}
  - {{by: first keeper, in: ¶1}}
  - {{by: Ines Talomar, as: the island's minister for water & rain, in: '¶2, ¶4'}}
  - {{by: Ines Talomar, as: the island's minister for water & rain, in: ¶6, speech: reported}}
  - {{by: Reth Okuvai, in: ¶3}}
  - {{by: neighbour, within: Ines Talomar, in: '¶4 "the tank is a bell"'}}
  - {{by: telissa-council, in: ¶5, document: a letter to the clerk, date: 2021-05-03}}
---
An invented report. [@us]
"""
BRIEF = """---
title: What the book says
summary: The reporter writes of “a tired animal”, and others of litres.
updated: 2025-03-01
order: 9
basis: reporter
---
Ines Talomar says: “We count every litre” [@tank-book, ¶2].

Ines Talomar says “We count every litre”, and Reth Okuvai answers “Never again” [@tank-book, ¶2-3].

Ines Talomar recalls what a neighbour said: “the tank is a bell” [@tank-book, ¶4].

In a letter of 2021 Telissa's council wrote: “The pipe belongs to both shores” [@tank-book, ¶5].

The reporter compares the spring to “a tired animal” [@tank-book, ¶6, reporter].

The tank has a book [@tank-book, ¶1, reporter].

> We count every litre
>
> — Ines Talomar [@tank-book, ¶2]
"""
POSITION = """---
stance: daily
as_of: 2024-12
basis: direct
cite: tank-book ¶2
quote: We count every litre
speaker: Ines Talomar
---
The minister of Oruna says so.
"""
EVENT = """---
title: The book is begun
date: 2024-05-02
state: happened
basis: reporter
cite: tank-book ¶1
dating:
  words: begun on 2 May 2024
  rule: The book gives the whole date.
  year: stated
---
Somebody rules the first page.
"""


def add_voices(dossier: Dossier) -> None:
    """Add that source, and a brief, a position and an event that quote it."""
    dossier.write("seeds/tank-book.txt", TEXT)
    dossier.write("seeds/tank-book.md", SOURCE)
    dossier.write("content/briefs/the-book.md", BRIEF)
    dossier.write("content/positions/oruna-government/metering.md", POSITION)
    dossier.write("content/events/book-begun.md", EVENT)
