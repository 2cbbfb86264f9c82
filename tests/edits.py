"""Random edits of the demo, such as editors make: each takes the dossier and where its choices come from."""

from __future__ import annotations

import random
import re

from tests.support import Dossier


def body(dossier: Dossier, pick: random.Random) -> None:
    path = pick.choice(
        ["content/briefs/in-a-minute.md", "content/briefs/life-on-telissa.md", "content/events/pipe-laid.md"]
    )
    number = pick.randrange(10**6)
    dossier.write(path, dossier.read(path).rstrip() + f"\n\nAdded as N{number} [@harbour-post, ¶2, reporter].\n")


def prose(dossier: Dossier, pick: random.Random) -> None:
    """Change a word in the prose of one brief or of two."""
    paths = [f"content/briefs/{path.name}" for path in sorted((dossier.root / "content/briefs").glob("*.md"))]
    for path in pick.sample([path for path in paths if "private" not in path], pick.randrange(1, 3)):
        lines = dossier.read(path).split("\n")
        prose = [
            n for n, line in enumerate(lines) if line[:1].isupper() and " [@" in line and not set(line) & set('"“„«')
        ]
        number = pick.choice(prose)
        lines[number] = f"Word{pick.randrange(10**6)} {lines[number]}"
        dossier.write(path, "\n".join(lines))


def reworded(dossier: Dossier, pick: random.Random) -> None:
    """Change prose and, in the same moment, something that others see."""
    prose(dossier, pick)
    pick.choice([title, date, setting])(dossier, pick)


def title(dossier: Dossier, pick: random.Random) -> None:
    path = pick.choice(["content/briefs/papers.md", "content/questions/share.md", "content/places/ondo-spring.md"])
    text = dossier.read(path)
    line = next(line for line in text.splitlines() if line.startswith("summary: "))
    dossier.edit(path, line, f"summary: Another summary, number N{pick.randrange(10**6)}.")


def name(dossier: Dossier, pick: random.Random) -> None:
    """Change the name of an actor, which stands on many pages."""
    path, number = "content/actors/fishers-league.md", pick.randrange(10**6)
    line = next(line for line in dossier.read(path).splitlines() if line.startswith("name: "))
    dossier.edit(path, line, f"name: Fishers' League {number}")
    names = dossier.read("content/names.md")
    line = next(line for line in names.splitlines() if line.startswith("  - neutral: Fishers' League"))
    dossier.edit("content/names.md", line, f"  - neutral: Fishers' League {number}")


def stance(dossier: Dossier, pick: random.Random) -> None:
    """Say a stance in other words."""
    path = "content/questions/metering.md"
    line = next(line for line in dossier.read(path).splitlines() if line.startswith("  daily: "))
    dossier.edit(path, line, f"  daily: Yes, each day, number N{pick.randrange(10**6)}.")


def source(dossier: Dossier, pick: random.Random) -> None:
    """Change what a source's page says of it."""
    path = "seeds/harbour-post.md"
    dossier.write(path, f"{dossier.read(path).rstrip()}\n\nNoted as number N{pick.randrange(10**6)}.\n")


def voice(dossier: Dossier, pick: random.Random) -> None:
    """Say of a voice that another one speaks, or in another office."""
    name, number = pick.choice(["Reth Okuvai", "neighbour", "keeper", "reporter"]), pick.randrange(10**6)
    text = dossier.read("seeds/tank-book.md")
    line = next(line for line in text.splitlines() if name in line.partition(",")[0])
    by = f"keeper number {number}" if name == "keeper" else f"{name}, as: holder of office {number}"
    dossier.edit("seeds/tank-book.md", line, f"  - {{by: {by}, {re.sub(r'.*?(?=within|in:)', '', line, count=1)}")


def add(dossier: Dossier, pick: random.Random) -> None:
    number = pick.randrange(10**6)
    text = dossier.read("content/briefs/papers.md")
    dossier.write(f"content/briefs/new-{number}.md", text.replace("title: ", f"title: N{number} ", 1))


def delete(dossier: Dossier, pick: random.Random) -> None:
    made = sorted((dossier.root / "content/briefs").glob("new-*.md"))
    if made:
        pick.choice(made).unlink()


def rename(dossier: Dossier, pick: random.Random) -> None:
    made = sorted((dossier.root / "content/briefs").glob("new-*.md"))
    if made:
        made[0].rename(made[0].with_name(f"new-{pick.randrange(10**6)}.md"))


def date(dossier: Dossier, pick: random.Random) -> None:
    path = "content/events/pipe-laid.md"
    text = dossier.read(path)
    line = next(line for line in text.splitlines() if line.startswith("date: "))
    dossier.edit(path, line, f"date: 1998-0{pick.randrange(1, 9)}")


def setting(dossier: Dossier, pick: random.Random) -> None:
    text = dossier.read("content/dossier.md")
    line = next(line for line in text.splitlines() if line.startswith("snapshot: "))
    dossier.edit("content/dossier.md", line, f"snapshot: As it stood on day N{pick.randrange(10**6)}.")


#: What is done oftener stands here oftener.
KINDS = (
    prose, prose, reworded, body, title, name, stance, add, delete, rename, date, setting, source, voice, voice,
)  # fmt: skip
