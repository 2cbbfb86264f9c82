"""A dossier with every string of `attacks.ALL` in every field that takes it."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING

from briefing.markup import quotation_marks
from briefing.store.memo import Memo
from tests import attacks
from tests.support import Dossier

if TYPE_CHECKING:
    pass


#: Marks a string's place in a page, so that a test can tell that it arrived.
HERE = "attack"


def quoted(text: str) -> str:
    """A value of a head in quotation marks."""
    return json.dumps(text, ensure_ascii=False)


def packed(most: int, strings: tuple[str, ...] = attacks.ALL) -> list[str]:
    """The strings, as many as fit into `most` letters at a time."""
    found = [""]
    for string in strings:
        if len(string) > most:
            continue
        if len(found[-1]) + len(string) + 1 > most:
            found.append("")
        found[-1] = f"{found[-1]} {string}".strip()
    return [text for text in found if text]


def terms() -> list[str]:
    """What stands between quotation marks in the strings, so that it is not taken for quotations."""
    texts = [*attacks.ALL, *(text for most in (24, 30, 50, 115, 195, 200, 290, 390) for text in packed(most))]
    found = [span.inner(text) for text in texts for span in quotation_marks.find(text)[0]]
    return sorted({" ".join(inner.split()) for inner in found if inner.strip()})


def poison(dossier: Dossier) -> None:
    """Put the strings into every field and body of a copy of the demo."""
    words = "".join(f"  - {quoted(term)}\n" for term in ["the pipe", "dry year", *terms()])
    dossier.write(
        "content/words.md",
        f"---\nloaded:\n  - word: {quoted('zzq ' + packed(50)[0])}\n    instead: {quoted(packed(200)[0])}\nterms:\n{words}---\n",
    )
    short, tiny, name = packed(30), packed(24), packed(115)
    line, long = packed(195), packed(290)
    sizes = max(len(short), len(tiny), len(name), len(line))

    def pick(strings: list[str], number: int) -> str:
        return quoted(strings[number % len(strings)])

    for number in range(sizes):
        n = number
        basis = "basis: reporter\ncite: harbour-post ¶1\n"
        dossier.write(
            f"content/actors/{HERE}-{n}.md",
            f"---\nname: {quoted(f'{name[n % len(name)]} {n}')}\nkind: person\nshort: {pick(tiny, n)}\nmonogram: {quoted(attacks.ALL[n % 90][:3])}\nsummary: {pick(long, n)}\n"
            f"owner: {pick(line, n)}\nreview_by: 2020-01-01\nspeakers:\n  - name: {quoted(f'Speaker {n} ' + attacks.ALL[n % len(attacks.ALL)][:90])}\n    role: {pick(line, n)}\n"
            f"    printed: {pick(name, n + 1)}\n    basis: reporter\n    cite: harbour-post ¶1\n"
            f"changes:\n  - date: 2025-03-02\n    what: {pick(line, n)}\n    why: {pick(line, n + 1)}\n{basis}---\n",
        )
        dossier.write(
            f"content/questions/{HERE}-{n}.md",
            f"---\ntitle: {quoted(f'{name[n % len(name)]} {n} ?')}\nshort: {pick(short, n)}\nsummary: {pick(long, n)}\norder: 9\nstances:\n  yes: {pick(line, n)}\n  no: {pick(line, n + 1)}\n---\n",
        )
        dossier.write(
            f"content/places/{HERE}-{n}.md",
            f"---\nname: {pick(name, n)}\nkind: town\nlatitude: -16.{n:03}\nlongitude: 179.{n:03}\nprecision: {pick(long, n)}\n"
            f"coordinates_from: {pick(long, n + 1)}\nsummary: {pick(long, n + 2)}\nnames:\n  ar: {pick(name, n)}\n  sr-Cyrl: {pick(name, n + 1)}\n{basis}---\n",
        )
        dossier.write(
            f"content/events/{HERE}-{n}.md",
            f"---\ntitle: {pick(line, n)}\ndate: 2024-11-05\nstate: happened\nactors: [{HERE}-{n}]\nplaces: [{HERE}-{n}]\nquestions: [{HERE}-{n}]\n{basis}"
            f"dating:\n  words: Tuesday 5 November 2024\n  rule: {quoted('2024 ' + long[n % len(long)])}\n  year: stated\n---\nIt happened.\n",
        )
        dossier.write(
            f"content/positions/{HERE}-{n}/{HERE}-{n}.md",
            f"---\nstance: yes\nas_of: 2024\nbasis: reported\ncite: harbour-post ¶1\nearlier:\n  - as_of: 2023\n    stance: yes\n"
            f"    basis: reported\n    cite: harbour-post ¶1\n    summary: {pick(long, n)}\n---\n{attacks.ALL[n % len(attacks.ALL)]}\n",
        )
        dossier.write(
            f"content/briefs/{HERE}-head-{n}.md",
            f"---\ntitle: {quoted(f'{name[n % len(name)]} {n}')}\nsummary: {pick(line, n)}\nupdated: 2025-03-01\norder: 50\nbasis: reporter\nactors: [{HERE}-{n}]\n"
            f"questions: [{HERE}-{n}]\nplaces: [{HERE}-{n}]\nevents: [{HERE}-{n}]\n---\nx [@us]\n",
        )
    for number, string in enumerate(attacks.ALL):
        inline = (
            f"## {number} {string} {number}\n\nOne {string} two *{string}* [{string}](../actors/water-board.md) [@us]\n\n"
            f"| a |\n|--|\n| {string} [@us] |\n\n- {string} [@us]\n"
        )
        for name_of_it, body in (("block", string), ("inline", inline.replace(" [@us]", ""))):
            dossier.write(
                f"content/events/{HERE}-{name_of_it}-{number}.md",
                f"---\ntitle: An event\ndate: 2024-11-05\nstate: happened\nbasis: reporter\ncite: harbour-post ¶1\ndating:\n"
                f"  words: Tuesday 5 November 2024\n  rule: In 2024.\n  year: stated\n---\n{body}\n",
            )
        if number % 4 == 0:
            dossier.write(
                f"content/briefs/{HERE}-body-{number}.md",
                f"---\ntitle: Body {number}\nsummary: Body {number}.\nupdated: 2025-03-01\norder: 60\nbasis: reporter\n---\n{inline}",
            )
    fits = tuple(string for string in attacks.ALL if 0 < len(re.findall(r"[^\W_]+", string)) < 7)
    filler = iter(range(100_000))
    paragraphs = [f"Then w{next(filler)} w{next(filler)} “{string}” w{next(filler)} was said." for string in fits]
    text = "\n".join([*paragraphs, " ".join(f"w{next(filler)}" for _ in range(9_000))]) + "\n"
    dossier.write(f"seeds/{HERE}.txt", text)
    dossier.write(
        f"seeds/{HERE}.md",
        f"---\ntitle: {quoted(packed(390)[0])}\npublisher: {pick(line, 0)}\nkind: letter\nlanguage: en\nparagraphs: {len(paragraphs) + 1}\n"
        f"sha256: {hashlib.sha256(text.encode()).hexdigest()}\nrights: {quoted(packed(900)[0])}\nauthor: {pick(line, 1)}\n"
        f"author_role: {pick(line, 2)}\norigin: {pick(line, 3)}\nurl: https://harbour-post.example/?a=1&b=2\n---\n",
    )
    for number, string in enumerate(fits):
        dossier.write(
            f"content/positions/{HERE}-{number % sizes}/{('share', 'repair', 'metering')[number // sizes % 3]}.md",
            f"---\nstance: {('half', 'each-its-end', 'daily')[number // sizes % 3]}\nas_of: 2024\nbasis: direct\ncite: {HERE} ¶{number + 1}\n"
            f"quote: {quoted(string)}\nspeaker: {quoted(f'Speaker {number % sizes} ' + attacks.ALL[number % sizes % len(attacks.ALL)][:90])}\n---\nSo it was said.\n",
        )
    for key, strings in {"summary": long, "snapshot": long, "publisher": line, "status_note": long}.items():
        text = dossier.read("content/dossier.md")
        dossier.write(
            "content/dossier.md",
            re.sub(rf"^{key}: .*$", lambda _, k=key, s=strings: f"{k}: {quoted(s[0])}", text, flags=re.MULTILINE),
        )
    text = dossier.read("content/dossier.md")
    text = re.sub(
        r"^  title: .*$", lambda _: f"  title: {quoted(line[1])}\n  note: {quoted(long[1])}", text, flags=re.MULTILINE
    )
    text = text.replace("format: 2\n", "")  # for its source has no voices
    text = re.sub(r"^  credit: .*$", lambda _: f"  credit: {quoted(long[2])}", text, flags=re.MULTILINE)
    text = re.sub(r"^    text: .*$", lambda _: f"    text: {quoted(long[3])}", text, flags=re.MULTILINE)
    text = re.sub(r"^  west: .*$", lambda _: f"  west: {quoted(line[2])}", text, flags=re.MULTILINE)
    dossier.write("content/dossier.md", text)
    names = "".join(
        f"  - neutral: {quoted(string)}\n    kind: place\n    note: {quoted(_without_quotations(string))}\n    local:\n      sq: {quoted(_without_quotations(string) + ' x')}\n"
        f"    printed:\n      {HERE}: {quoted(_without_quotations(string) + ' y')}\n"
        for string in name
    )
    dossier.write("content/names.md", f"---\nnames:\n{names}---\n")


def _without_quotations(string: str) -> str:
    """The string without what stands between marks, for a name cannot cite."""
    return " ".join(quotation_marks.mask(string).split()) or "{{7*7*1033}}"


def without_the_refused(dossier: Dossier) -> int:
    """Take away what the check refuses, again and again; how many files had to go."""
    gone, remembered = 0, Memo(dossier.root, dossier.root)
    for _ in range(12):
        errors = {problem.path for problem in dossier.problems(remembered) if problem.level == "error"}
        if not errors:
            return gone
        for path in errors:
            assert HERE in path, [str(problem) for problem in dossier.problems() if problem.path == path][:3]
            (dossier.root / path).unlink()
            gone += 1
    raise AssertionError("the check is never content")
