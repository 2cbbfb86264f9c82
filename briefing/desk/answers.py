"""What the desk answers: which address shows what. Every answer is made anew from the last look at the dossier."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from briefing.desk import pages, positions, preview, quoting, words
from briefing.desk.shelf import Shelf
from briefing.dossier.inspection import Inspection
from briefing.model import dates, problems, settings, wording
from briefing.model.problems import Problem
from briefing.model.records import Source
from briefing.model.settings import Settings, default_root
from briefing.site import assets

#: Where the desk stands below the site's address.
PATH = "desk/"
#: What a page of the desk may do, as the site's own pages, and that no other page may frame it.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'none'"
)
#: What stands behind the question mark of an address.
Asked = Mapping[str, str]
_HERE = Path(__file__).parent
_HTML, _JSON = "text/html; charset=utf-8", "application/json"


class Answer(NamedTuple):
    """What a request gets, or, where `leads_to` is an address below the site's, where it is sent to. What is
    `for_script` is given to our own script only.
    """

    body: bytes = b""
    kind: str = _HTML
    leads_to: str | None = None
    for_script: bool = False


class Desk:
    """The desk of one dossier, as of the last look at it; asked by many threads at once."""

    def __init__(self, chosen: Settings) -> None:
        self.settings = chosen
        self.root = "" if chosen.root == default_root() else str(chosen.root)
        self.shelf: Shelf | None = None
        self.problems: list[Problem] = []
        self.trouble = ""
        self._lock = threading.Lock()  # one page at a time: what is looked up in records is remembered in them
        self.environment = Environment(
            loader=FileSystemLoader(_HERE / "templates"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )
        self.environment.globals["many"] = wording.count

    def look(self, inspection: Inspection) -> None:
        """Take over what was read of the dossier last."""
        self.shelf, self.problems = Shelf.of(self.settings.root, inspection), inspection.problems
        self.trouble = ""

    def tell(self, found: list[Problem], trouble: str = "") -> None:
        """Take over problems that were found behind the last look, and what else stopped the build."""
        self.problems, self.trouble = problems.in_order([*self.problems, *found]), trouble

    def answer(self, path: str, query: str) -> Answer | None:
        """The answer to a request for a path below the desk's own; None where nothing is."""
        asked = {key: values[0] for key, values in parse_qs(query).items()}
        for pattern, show in _ROUTES:
            if match := re.fullmatch(pattern, path):
                with self._lock:
                    if (found := show(self, asked, *match.groups())) is not None:
                        return found
        return None

    def _page(self, name: str, up: int, **shown: Any) -> Answer:
        """A page made of a template; `up` is how many folders it lies below the desk's own."""
        frame = pages.Frame(
            root="../" * up or "./",
            site="../" * (up + 1),
            title=self.shelf.corpus.dossier.title if self.shelf else "",
            errors=len(problems.errors(self.problems)),
            warnings=len(problems.warnings(self.problems)),
            drafts=len(self.shelf.drafts()) if self.shelf else 0,
        )
        return Answer(self.environment.get_template(f"{name}.html").render(desk=frame, section=name, **shown).encode())

    def _sources(self, asked: Asked) -> Answer:
        shelf = self.shelf
        return self._page("sources", 0, is_read=shelf is not None, sources=pages.sources(shelf) if shelf else [])

    def _source(self, asked: Asked, id: str, first: str | None) -> Answer | None:
        if self.shelf is None or id not in {source.id for source in self.shelf.sources()}:
            return None
        if (at_hand := self.shelf.at_hand(id)) is None:
            return Answer(leads_to=PATH)  # the list says that its text is not there
        return self._page("source", 3 if first else 2, **pages.source(self.shelf, at_hand, int(first or 1), self.root))

    def _problems(self, asked: Asked) -> Answer:
        return self._page(
            "problems", 1, trouble=self.trouble, **pages.problem_list(self.problems, asked.get("file", ""), self.root)
        )

    def _drafts(self, asked: Asked) -> Answer:
        return self._page("drafts", 1, drafts=pages.drafts(self.shelf) if self.shelf else [])

    def _draft(self, asked: Asked, stem: str, url: str | None = None) -> Answer | None:
        """What the desk says of a draft; or its page, at the address that it would have, as the site would have it.
        All else that the links of this page lead to is the site's.
        """
        if self.shelf is None or f"{stem}.md" not in self.shelf.drafts():
            return None
        draft, up, trouble = self.shelf.draft(f"{stem}.md"), 2 + stem.count("/"), ""
        if url is not None:
            if not draft.corpus or url != preview.url(draft):
                return Answer(leads_to=url)
            up += 1 + url.count("/")
            try:
                return Answer(preview.page(draft, self.shelf, self.settings, "../" * up).encode())
            except Exception as error:  # a record that is half written may lack whatever a page needs
                trouble = f"The page cannot be made yet ({error!r}). Mend what is listed here first."
        return self._page("draft", up, **pages.draft(draft, self.root, trouble))

    def _quoted(self, asked: Asked) -> tuple[Shelf, Source, quoting.Quoted] | str:
        """The words that a request asks for, or why there are none."""
        at_hand = self.shelf.at_hand(asked.get("source", "")) if self.shelf else None
        if at_hand is None or self.shelf is None:
            return "The source is not there any more; load the page again."
        try:
            chosen = words.spots(asked.get("at", ""))
        except ValueError as error:
            return f"What is marked {error}."
        found = quoting.quoted(at_hand.source, at_hand.text, chosen, at_hand.context)
        return (self.shelf, at_hand.source, found) if found else "Mark at least one word."

    def _quote(self, asked: Asked) -> Answer:
        found = self._quoted(asked)
        if isinstance(found, str):
            return _json({"fault": found})
        shelf, source, quoted = found
        actors = positions.actors(shelf.corpus, source, quoted)
        return _json({**pages.told(quoted, source, shelf.corpus, self.root), "actor": next(iter(actors), "")})

    def _position(self, asked: Asked) -> Answer:
        found = self._quoted(asked)
        if isinstance(found, str):
            return _json({"fault": found})
        shelf, source, quoted = found
        actor, question = asked.get("actor", ""), asked.get("question", "")
        if actor not in shelf.corpus.actors or question not in shelf.corpus.questions:
            return _json({"fault": "Choose an actor and a question of the dossier."})
        as_of = shelf.corpus.dossier.as_of
        today = settings.today(self.settings.as_of, dates.day(as_of) if as_of else None).isoformat()
        made = positions.skeleton(shelf, source, quoted, actor, question, today)
        notes = [pages.sentence(problems.for_root(note, self.root)) for note in (*quoted.faults, *made.notes)]
        return _json({"path": made.path, "text": made.text, "notes": notes})

    def _asset(self, asked: Asked, name: str) -> Answer:
        content = (_HERE / name).read_text("utf-8")
        if name == "desk.css":
            theme = assets.read(self.settings.theme, self.settings.own_theme)
            content = f"{theme.files[theme.stylesheet].decode()}@layer desk{{{content}}}\n"
        return Answer(content.encode(), "text/css" if name.endswith(".css") else "text/javascript")


def _json(value: dict[str, Any]) -> Answer:
    return Answer(msgspec.json.encode(value), _JSON, for_script=True)


_STEM = r"((?:content|seeds)(?:/[a-z0-9-]+){1,3})"
_ROUTES: tuple[tuple[str, Callable[..., Answer | None]], ...] = (
    ("", Desk._sources),
    (r"sources/([a-z0-9-]+)/(?:([1-9]\d{0,6})/)?", Desk._source),
    ("problems/", Desk._problems),
    ("drafts/", Desk._drafts),
    (rf"drafts/{_STEM}/page/((?:[\w~%.-]+/)*[\w~%.-]*)", Desk._draft),
    (rf"drafts/{_STEM}/", Desk._draft),
    (r"quote\.json", Desk._quote),
    (r"position\.json", Desk._position),
    (r"(desk\.css|desk\.js|draft\.css)", Desk._asset),
)
