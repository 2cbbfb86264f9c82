"""What takes most of a small build and is the same for many is made once in a process: templates are compiled, maps are
drawn and Folium is imported once. A test that means one of these calls it itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, NamedTuple

import pytest
from jinja2 import Environment

from briefing.model.records import Corpus
from briefing.model.settings import Settings
from briefing.site import map_view
from briefing.site.map_view import DrawnMap
from briefing.store.memo import Memo, Stage, key_of


@contextmanager
def made_once() -> Iterator[None]:
    """As long as the block runs."""
    import folium  # noqa: F401 (for its effect: the processes that draw maps have it)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Environment, "compile", _compiling(Environment.compile))
        patch.setattr(map_view, "drawing", _drawing(map_view.drawing))
        yield


def _compiling(compile: Callable[..., Any]) -> Callable[..., Any]:
    """Compiles each template once for environments that are alike."""
    compiled: dict[tuple[object, ...], Any] = {}

    def remembered(self: Environment, source: Any, *more: Any, **options: Any) -> Any:
        own = type(self), self.code_generator_class, *self.filters, *self.tests, *self.extensions
        key = source, more, tuple(options.items()), own
        if key not in compiled:
            compiled[key] = compile(self, source, *more, **options)
        return compiled[key]

    return remembered


class _Maps(NamedTuple):
    """The stage of a build's memory that holds its map, and besides it the maps that any build of this process drew.

    These count as the same only where all places and all settings of the map are the same, too: were the build's own key
    to leave something out, a build with a memory and one without would still differ.
    """

    own: Stage[DrawnMap]
    whole: bytes
    drawn: dict[tuple[bytes, bytes], DrawnMap]

    def stage(self, *_: object) -> _Maps:
        return self

    def get(self, name: str, key: bytes) -> DrawnMap | None:
        known = self.own.get(name, key)
        if known is None and (known := self.drawn.get((key, self.whole))):
            self.own.put(name, key, known)
        return known

    def put(self, name: str, key: bytes, value: DrawnMap) -> None:
        self.own.put(name, key, value)
        self.drawn[key, self.whole] = value


Drawing = Callable[[Corpus, Settings, Any], AbstractContextManager[Callable[[], DrawnMap | None]]]


def _drawing(draws: Drawing) -> Drawing:
    """Draws each map once."""
    drawn: dict[tuple[bytes, bytes], DrawnMap] = {}

    def remembered(
        corpus: Corpus, chosen: Settings, memo: Memo
    ) -> AbstractContextManager[Callable[[], DrawnMap | None]]:
        whole = key_of(corpus.dossier.map, list(corpus.places.values()))
        return draws(corpus, chosen, _Maps(memo.stage("map", DrawnMap), whole, drawn))

    return remembered
