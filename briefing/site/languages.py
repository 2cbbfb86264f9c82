"""Words in other languages on a finished page: wherever letters of another script stand, an element says in which
language they are and from which side they are read. Pure.

Quotations, and names in their lists, say it themselves; this finds what stands anywhere else: in prose, headings,
tables, links, titles of sources.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from msgspec import Struct

from briefing.markup.inline import APOSTROPHE
from briefing.markup.notes import language
from briefing.model import scripts, tongues
from briefing.model.records import Corpus
from briefing.site.gathering import CLOSED, VOID, gathered

#: The language of the theme's own words.
THEME = "en"
_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-z0-9]+)")
_LANG = re.compile(r' lang="([^"]*)"')
#: What stands before words that are read from the left.
_LEADING = re.compile(r"(?:&nbsp;|[^\w¶(\[“‘«„€$£+&])*")
_ENTITY = re.compile(r"(&[#\w]+;)")


class Languages(Struct, frozen=True):
    """What a dossier tells of languages other than `here`, its own: that of each name by its form, of each title of a
    source that is in another one, and of each script of which it has one language only.
    """

    here: str
    forms: Mapping[str, str] = {}
    titles: Mapping[str, str] = {}
    by_script: Mapping[str, str] = {}

    @classmethod
    def of(cls, corpus: Corpus) -> Languages:
        """What the records of a dossier tell."""
        here = corpus.dossier.language
        own = scripts.of_language(here)[0]
        forms = {form: scripts.tag_of(form, tag) for tag, form in _names(corpus) if scripts.of_text(form) != own}
        titles: dict[str, str] = {}
        for source in corpus.sources.values():
            tag = scripts.foreign(source.title, [source.language], here)
            if tag and (scripts.of_text(source.title) != own or tongues.is_likelier(source.title, tag, here)):
                title, _, aside = source.title.rpartition(" (")
                for shown in filter(None, (source.title, title if aside.endswith(")") else "")):
                    titles[APOSTROPHE.sub("’", shown)] = tag
        found: dict[str, set[str]] = defaultdict(set)
        for form, tag in forms.items():
            found[scripts.of_text(form)].add(tag)
        for source in corpus.sources.values():
            found[scripts.of_language(source.language)[0]].add(source.language)
        by_script = {script: tags.pop() for script, tags in found.items() if len(tags) == 1 and script != own}
        return cls(here, forms, titles, by_script)

    @property
    def key(self) -> tuple[object, ...]:
        """What changes whenever a page may be marked otherwise."""
        return self.here, sorted(self.forms.items()), sorted(self.titles.items()), sorted(self.by_script.items())

    def marked(self, page: str) -> str:
        """A page, or a piece of one, with the languages of all words in it marked."""
        own = scripts.of_language(self.here)[0]
        if own == "Latn" and not scripts.has_foreign(page) and not any(title in page for title in self.titles):
            return page
        if scripts.direction(self.here) == "rtl":
            page = gathered(page, own, f"<span{language(THEME)}>")
        pieces = _TAG.split(page)
        around: list[tuple[str, str]] = [("", self.here)]
        closed = 0
        for number, piece in enumerate(pieces):
            if number % 2 == 0:
                if piece and not closed and not piece.isspace():
                    pieces[number] = self._marked(piece, around[-1][1])
            elif name := _NAME.match(piece):
                if piece[1] == "/":
                    last = max((at for at, (opened, _) in enumerate(around) if opened == name[1]), default=len(around))
                    del around[last:]
                    closed = sum(1 for opened, _ in around if opened in CLOSED)
                elif name[1] not in VOID and not piece.endswith("/>"):
                    tag = _LANG.search(piece)
                    if tag and " dir=" not in piece and scripts.direction(tag[1]) != scripts.direction(around[-1][1]):
                        pieces[number] = f'{piece[:-1]} dir="{scripts.direction(tag[1])}">'
                    around.append((name[1], html.unescape(tag[1]) if tag else around[-1][1]))
                    closed += name[1] in CLOSED
        return "".join(pieces)

    def _marked(self, text: str, around: str) -> str:
        """A text within an element in a language, with what is in others marked."""
        if around == self.here and self.titles:
            said = text.strip()
            if tag := self.titles.get(html.unescape(said)):
                return text.replace(said, f"<span{language(tag)}>{said}</span>")
        known = scripts.of_language(around)
        if known[0] == "Latn" and not scripts.has_foreign(text):
            return text  # as most texts are
        if scripts.direction(around) == "rtl" and not any(scripts.has(text, script) for script in known):
            return self._whole(text)
        pieces = _ENTITY.split(text)
        for number, piece in enumerate(pieces):
            if number % 2 == 0 and piece:
                pieces[number] = "".join(self._runs(piece, around))
        return "".join(pieces)

    def _whole(self, text: str) -> str:
        """A text that is all in Latin or the like, on a page that is read from the right: its figures and stops belong
        to it, too.
        """
        words = html.unescape(text).strip()
        script = scripts.of_text(words)
        if not scripts.has(words, script):
            return text
        leading = _LEADING.match(text)
        start, end = leading.end() if leading else 0, len(text.rstrip())
        return f"{text[:start]}<span{language(self._of(words, script))}>{text[start:end]}</span>{text[end:]}"

    def _runs(self, text: str, around: str) -> Iterator[str]:
        at = 0
        for run in scripts.runs(text, scripts.of_language(around)[0]):
            words = text[run.start : run.end]
            if (tag := self._of(words, run.script)) != around:
                yield f"{text[at : run.start]}<span{language(tag)}>{words}</span>"
                at = run.end
        yield text[at:]

    def _of(self, words: str, script: str) -> str:
        """The language of words in a script that is not that of what is around them."""
        fallback = THEME if script == "Latn" else f"und-{script}"
        if script in scripts.of_language(self.here):
            fallback = scripts.tag_of(words, self.here)
        return self.forms.get(words) or self.by_script.get(script) or fallback


def _names(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """The language and the form of every name that a record gives in another one."""
    for entry in corpus.names.names:
        yield from ((tag, form) for tag, forms in entry.local.items() for form in forms)
    for names in (record.names for group in (corpus.places, corpus.actors) for record in group.values()):
        yield from ((tag, form) for tag, forms in names.items() for form in forms)
