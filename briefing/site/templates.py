"""The theme's templates: compiled by Jinja before work is shared out, their faults reported by file and line."""

from __future__ import annotations

import contextlib
import functools
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

from jinja2 import BytecodeCache, Environment, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.bccache import Bucket
from markupsafe import Markup

from briefing.markup.inline import APOSTROPHE
from briefing.model import wording
from briefing.model.text import digest
from briefing.site.theme import fault, listed, read_text
from briefing.store.cache import Cache

#: At most this many results of macros are cached.
MOST_CACHED = 10_000


@contextlib.contextmanager
def reporting_faults(theme: Path) -> Iterator[None]:
    """Turn a fault of a template into a ThemeFault at its file and line; other exceptions pass unchanged."""
    folder = theme / "templates"
    try:
        yield
    except TemplateNotFound as error:
        if not (folder / f"{error}").is_file():
            _raise(error, folder, f"every template that is asked for must be there; {error} is not.", str(error))
        raise
    except TemplateSyntaxError as error:
        file = Path(error.filename or folder).relative_to(folder).as_posix()
        message = f"a template must be written as Jinja wants it: {(error.message or '').rstrip('.')}."
        raise fault(f"templates/{file}", error.lineno, message, "template") from None
    except (AttributeError, LookupError, TypeError, ValueError, ArithmeticError, UndefinedError) as error:
        _raise(error, folder, f"a template must only use what it is given: {error}.")


def _raise(error: Exception, folder: Path, message: str, wanted: str = "") -> NoReturn:
    """Raise a ThemeFault at the innermost template line in the traceback, else at the template that was `wanted`, else
    the error itself.
    """
    trace, spot = error.__traceback__, (wanted, 1) if wanted else None
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith(f"{folder}{os.sep}"):
            spot = Path(file).relative_to(folder).as_posix(), trace.tb_lineno
        trace = trace.tb_next
    if spot is None:
        raise error
    raise fault(f"templates/{spot[0]}", spot[1], message, "template") from None


def typographic(value: object) -> object:
    """What a template shows; where that is plain text, with typographic apostrophes as in prose."""
    return APOSTROPHE.sub("’", value) if type(value) is str and "'" in value else value


def cached(macro: Callable[..., Markup], *arguments: object) -> Markup:
    """The filter `cached`: what a macro gives, made once for the same arguments: `{{ macro | cached(root, link) }}`.

    The macro must see nothing but its arguments, as one that is imported does.
    """
    return macro(*arguments)


class _Compiled(BytecodeCache):
    """Compiled templates, cached between builds. Jinja recompiles one whose text has changed."""

    NAME = "templates"

    def __init__(self, cache: Cache) -> None:
        self.cache = cache
        self.known: dict[str, bytes] = cache.read(self.NAME) or {}
        self.used: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self.known.get(bucket.key):
            bucket.bytecode_from_string(code)
            self.used[bucket.key] = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.used[bucket.key] = bucket.bytecode_to_string()

    def keep(self) -> None:
        """Write those that were used to the cache, if any is new or gone."""
        if self.used != self.known:
            self.cache.write(self.NAME, self.used)


def fingerprint(theme: Path) -> str:
    """A hash of all templates."""
    return digest(*((path, (theme / path).read_bytes()) for path in listed(theme, "templates", ".html")))


def prepare(environment: Environment, theme: Path, cache: Cache | None) -> None:
    """Compile all templates of the theme, so that worker processes need not. The environment must autoescape.

    Raises ThemeFault for one that is not UTF-8.
    """
    environment.finalize = typographic
    environment.auto_reload = False
    compiled = environment.bytecode_cache = _Compiled(cache) if cache else None
    environment.globals["many"] = wording.count
    environment.filters["cached"] = functools.lru_cache(MOST_CACHED, typed=True)(cached)
    for path in listed(theme, "templates", ".html"):
        read_text(theme, path)  # says which line is not UTF-8; Jinja does not
        environment.get_template(path.removeprefix("templates/"))
    if compiled:
        compiled.keep()
