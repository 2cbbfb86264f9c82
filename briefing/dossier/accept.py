"""Taking a source's text for the one on record: `invoke verify --accept SOURCE` writes its hash and its number of
paragraphs into the source's record, after it has shown what that changes for which quotations.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from briefing.dossier import parse
from briefing.model import relations, text
from briefing.model.problems import Problem
from briefing.model.records import Corpus, Source
from briefing.model.statements import Role, quotations
from briefing.model.suggest import did_you_mean
from briefing.model.wording import count
from briefing.quotations import diagnosis, source_texts
from briefing.quotations.extraction import cited_sources
from briefing.quotations.matching import Match, SourceText
from briefing.reading import frontmatter
from briefing.reading.discover import MAX_FILE
from briefing.store import files


class AcceptError(ValueError):
    """A text that cannot be taken; the text says what must hold and how to mend it."""


class Acceptance(Struct, frozen=True):
    """A text that is to be the one on record of `source`: its hash and its number of paragraphs, the quotations of the
    source that stand in it as they cite it, and what is wrong with the others.
    """

    source: Source
    sha256: str
    paragraphs: int
    standing: int
    faults: tuple[Problem, ...]

    @property
    def is_new(self) -> bool:
        """Whether the record says something else as yet."""
        return (self.source.sha256, self.source.paragraphs) != (self.sha256, self.paragraphs)

    def lines(self) -> Iterator[str]:
        """What is about to change, for the editor."""
        known = self.source.sha256 and self.source.is_sure("sha256", "paragraphs")
        was = f"; its record has {_described(self.source)}" if known else ""
        yield f"seeds/{self.source.id}.txt: SHA-256 {_described(self)}{was}."
        yield f"{count(self.standing, 'quotation')} of it {'stands' if self.standing == 1 else 'stand'} as cited."
        yield from map(str, self.faults)


def _described(text: Source | Acceptance) -> str:
    return f"{text.sha256[:8]}…, {count(text.paragraphs, 'paragraph')}"


def propose(root: Path, id: str, corpus: Corpus | None) -> Acceptance:
    """Hold a source's text at hand against the quotations of a dossier. Writes nothing. Raises AcceptError."""
    source = record(root, id)
    shown = f"seeds/{id}.txt"
    try:
        data = files.read(root, shown, source_texts.MAX_TEXT)
        return compare(source, data, corpus)
    except FileNotFoundError:
        raise AcceptError(f"{shown} must be there: the text of the source, each paragraph on one line") from None
    except OSError as error:
        raise AcceptError(f"{shown} must be a readable file ({error.strerror})") from None
    except UnicodeDecodeError:
        raise AcceptError(f"{shown} must be saved as UTF-8; save it again with that encoding") from None


def compare(source: Source, data: bytes, corpus: Corpus | None) -> Acceptance:
    """Hold a text that may become a source's against the quotations of a dossier. Raises AcceptError, and
    UnicodeDecodeError where the bytes are not UTF-8.
    """
    own = source_texts.split(source, text.decode(data))
    if not own.paragraphs:
        message = f"seeds/{source.id}.txt must hold text from line {source.first_line} on; it is empty there"
        raise AcceptError(message)
    standing, faults = _proved(own, corpus) if corpus else (0, [])
    return Acceptance(source, hashlib.sha256(data).hexdigest(), len(own.paragraphs), standing, tuple(faults))


def record(root: Path, id: str) -> Source:
    """The record of a source, also while it is a draft or lacks what is to be written into it."""
    path = f"seeds/{id}.md"
    try:
        record = parse.parse("seeds", id, path, files.read(root, path, MAX_FILE)).record
    except (OSError, ValueError):
        known = sorted(path.stem for path in (root / "seeds").glob("*.md") if path.stem != "README")
        message = f"--accept must name a source with a record in `seeds`; {id!r} is none{did_you_mean(id, known)}"
        raise AcceptError(message) from None
    if not isinstance(record, Source):
        raise AcceptError(f"{path} must be readable; `invoke check` says what is wrong with it")
    return record


def _proved(own: SourceText, corpus: Corpus) -> tuple[int, list[Problem]]:
    """How many quotations stand in a text where they cite it, and what is wrong with the others."""
    standing, faults = 0, []
    for record in relations.records(corpus):
        for statement, quotation in quotations(record.statements) if record is not corpus.words else ():
            cited = cited_sources(quotation.citations)
            if own.source not in cited or statement.role is Role.CHANGE:
                continue
            outcome = diagnosis.diagnose(quotation.text, cited[own.source], own)
            if isinstance(outcome, Match):
                standing += 1
            elif len(cited) == 1:
                spot = record.spot(quotation.where)
                faults.append(Problem(record.path, *spot, outcome.code, outcome.message, outcome.remedy))
    return standing, sorted(faults)


def write(root: Path, acceptance: Acceptance) -> None:
    """Write the hash and the number of paragraphs into the head of the record; all else stays. Raises OSError."""
    path = root / acceptance.source.path
    content = path.read_bytes().decode()
    end = "\r\n" if "\r\n" in content else "\n"
    head, body, _ = frontmatter.split(text.decode(content.encode()))
    for key, value in (("paragraphs", str(acceptance.paragraphs)), ("sha256", acceptance.sha256)):
        line = re.compile(rf"^{key}:[^\n]*\n(?:[ \t]+[^\n]*\n)*", re.MULTILINE)
        head, replaced = line.subn(f"{key}: {value}\n", head, count=1)
        head += "" if replaced else f"{key}: {value}\n"
    files.write(path, f"---\n{head}---\n{body}".replace("\n", end).encode())
