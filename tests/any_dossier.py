"""Random dossiers, of records that an editor might write, sound or not."""

from __future__ import annotations

import json
from random import Random

from tests.any_prose import prose, value

BASIS = {"basis": "reporter", "cite": "harbour-post ¶1"}


def against(pick: Random) -> list[dict[str, str]]:
    """What sources say against something."""
    return [{"cite": "bureau-report ¶2", "says": value(pick)} for _ in range(pick.randint(1, 2))]


def versions(pick: Random) -> list[dict[str, object]]:
    """Versions of an event."""
    told: list[dict[str, object]] = [
        {"cite": "harbour-post ¶1", "date": "2024-11-05", "dating": {"words": "Tuesday 5 November 2024"}},
        {"cite": "harbour-post ¶10", "date": "2024-12-10", "says": value(pick)},
        {"cite": "harbour-post ¶2", "figure": "1998"},
        {"cite": "bureau-report ¶2", "says": value(pick)},
        {"cite": "harbour-post ¶4", "says": "It was.", "quote": "a debt of honour", "speaker": "Ines Talomar"},
    ]
    return pick.sample(told, pick.randint(2, 4))


def record(pick: Random, head: dict[str, object], body: str) -> str:
    """A file; JSON is YAML, too. Each key that may be left out is, now and then."""
    maybe = {
        "owner": value(pick, 3),
        "review_by": pick.choice(["2020-01-01", "2030-12-31"]),
        "was": [former(pick)],
        "changes": [{"date": "2025-03-02", "what": value(pick), "why": value(pick)}],
    }
    chosen = {key: one for key, one in maybe.items() if pick.random() < 0.15}
    lines = "".join(
        f"{key}: {json.dumps(one, ensure_ascii=pick.random() < 0.3)}\n" for key, one in (head | chosen).items()
    )
    return f"---\n{lines}---\n{body}\n"


def former(pick: Random) -> str:
    """An id that a record says it had before."""
    return pick.choice(
        [f"old-{pick.random()}".replace("0.", ""), "x" * pick.choice([80, 81, 300]), "main", "index", "con"]
    )


#: Dates that only events may have, and some that all may.
FORMS = (
    "-0044", "0000", "Y-17000", "XXXX", "199X", "19XX", "2024-21", "2024-11-XX", "2024-XX-XX", "2024-11-05~", "2024-11?",
    "[..2024-11-05]", "[0001..]", "[1998..2024-11]", "1998/2024-02-29", "9999-12-31/..", "2024-11/", "/2024-11-05",
)  # fmt: skip


def day(pick: Random) -> str:
    """A date of any precision, at the ends of the calendar now and then."""
    return pick.choice(["2024-11-05", "2024", "2024-02-29", "0001", "0001-01-01", "9999-12-31", "1998-05", "2025-03"])


def files(pick: Random, number: int) -> dict[str, str]:
    """The files of one case: a record of any kind, with those that it needs."""
    odd_ids = [
        "main",
        "p1",
        "basis",
        "names",
        "notes",
        "map",
        "top",
        "page-main",
        "h",
        "note",
        "mark",
        "x" * 70,
        "0",
        "us",
        "feeds",
        "404",
        "changes",
    ]
    id = f"{pick.choice(odd_ids)}-{number}" if pick.random() < 0.5 else pick.choice(odd_ids)
    match pick.choice("brief brief brief brief event event place actor question position source".split()):
        case "brief":
            head = {
                "title": f"{value(pick)} N{number}",
                "summary": value(pick),
                "updated": "2025-03-01",
                "basis": "reporter",
            }
            links = {
                "actors": ["water-board"],
                "places": ["port-sefa"],
                "questions": ["share"],
                "events": ["talks-due"],
            }
            head |= {key: one for key, one in links.items() if pick.random() < 0.3}  # type: ignore[misc]
            return {f"content/briefs/{id}.md": record(pick, head, prose(pick))}
        case "event":
            date = pick.choice([day(pick), pick.choice(FORMS)])
            dating: dict[str, object] = {"rule": value(pick), "year": "inferred", "tension": value(pick)}
            if "2024" in date or pick.random() < 0.2:  # the source's words, which mostly fit
                dating["words"] = "Tuesday 5 November 2024"
            if pick.random() < 0.3:
                dating["interval"] = {"from": "flow-halved", "days": pick.choice([0, 28, -99_999, 99_999])}
            head = {
                "title": value(pick),
                "date": date,
                "state": pick.choice(["happened", "due", "cancelled", "disputed"]),
                **BASIS,
            }
            head |= {"dating": dating}  # type: ignore[dict-item]
            if pick.random() < 0.2:
                head["approximate"] = pick.choice(["yes", "no"])
            if pick.random() < 0.1:
                head["end"] = pick.choice([day(pick), "9999-12-31"])
            if pick.random() < 0.3:
                head |= {"versions": versions(pick)}  # type: ignore[dict-item]
                if pick.random() < 0.9:
                    own = ("date", "dating", "end", "approximate")
                    head = {key: one for key, one in head.items() if key not in own}
            if pick.random() < 0.3:
                head |= {
                    "against": against(pick),
                    "answers": pick.choice([["pipe-laid"], ["oruna-government/share", "pipe-laid"]]),
                }  # type: ignore[dict-item]
            if pick.random() < 0.1:
                head[pick.choice(["after", "before"])] = pick.choice(["flow-halved", "talks-due", id, day(pick)])
            if pick.random() < 0.2:
                head |= {"state": "postponed", "postponed_to": pick.choice(["talks-due", "2030", "XXXX", "9999"])}
            return {f"content/events/{id}.md": record(pick, head, prose(pick) + "\n\n(year inferred)")}
        case "place":
            head = {
                "name": f"{value(pick, 3)} N{number}",
                "kind": "town",
                "precision": value(pick),
                "summary": value(pick),
                **BASIS,
            }
            head |= {"coordinates_from": value(pick), "names": {"ar": value(pick, 2), "sr-Cyrl": value(pick, 2)}}  # type: ignore[dict-item]
            spots = [(-16.5, 179.5), (-16.5, -179.5), (90, 0), (-90, 180), (0.0001, 0), (85.1, -180), (-16.6, 179.51)]
            latitude, longitude = pick.choice(spots)
            head |= {"latitude": str(latitude), "longitude": str(longitude), "order": str(number)}
            return {f"content/places/{id}.md": record(pick, head, prose(pick))}
        case "actor":
            return {f"content/actors/{id}.md": actor(pick, number)}
        case "question":
            return {f"content/questions/{id}.md": question(pick, number)}
        case "position":
            said = {"stance": "yes", "as_of": day(pick), "basis": "reported", "cite": "harbour-post ¶1"}
            head = {**said, "earlier": [{**said, "as_of": "0001", "summary": value(pick)}]}  # type: ignore[dict-item]
            if pick.random() < 0.5:
                head |= {"against": against(pick), "answers": ["flow-halved"]}  # type: ignore[dict-item]
            return {
                f"content/actors/{id}.md": actor(pick, number),
                f"content/questions/{id}.md": question(pick, number),
                f"content/positions/{id}/{id}.md": record(pick, head, prose(pick)),
            }
        case _:
            head = {
                "title": value(pick),
                "publisher": value(pick, 3),
                "kind": "letter",
                "language": pick.choice(["en", "ar", "sr-Latn-RS"]),
            }
            head |= {
                "paragraphs": "3",
                "sha256": "ab" * 32,
                "rights": value(pick),
                "url": pick.choice(["https://pipe.example/a?b=1&c=2#d"] * 9 + ["https://pipe.example/a?c='2'"]),
            }
            return {f"seeds/{id}.md": record(pick, head, "")}


def actor(pick: Random, number: int) -> str:
    """An actor with a speaker."""
    speaker = {
        "name": f"Speaker {value(pick, 2)} N{number}",
        "role": value(pick, 3),
        "printed": value(pick, 2),
        **BASIS,
    }
    head = {
        "name": f"{value(pick, 3)} N{number}",
        "kind": "person",
        "summary": value(pick),
        "speakers": [speaker],
        **BASIS,
    }
    return record(pick, head | {"short": value(pick, 1, 20), "monogram": value(pick, 1, 2)}, prose(pick))


def question(pick: Random, number: int) -> str:
    """A question with two stances."""
    stances = {"yes": value(pick), "no": value(pick), "x" * 60: value(pick)}
    head = {
        "title": f"{value(pick)} N{number}?",
        "short": value(pick, 2, 25),
        "summary": value(pick),
        "stances": stances,
    }
    return record(pick, head, prose(pick))
