"""The theme's templates: compiled by Jinja before work is shared out, their faults reported by file and line."""

from __future__ import annotations

import contextlib
import functools
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NoReturn

from jinja2 import (
    BytecodeCache,
    Environment,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.bccache import Bucket
from markupsafe import Markup

from briefing.markup.inline import APOSTROPHE
from briefing.model import scripts, wording
from briefing.model.settings import Settings
from briefing.site.theme import ThemeFault, fault, listed, read_text
from briefing.store.memo import Memo, Stage, key_of

#: At most this many results of macros are cached.
MOST_CACHED = 10_000


#: Folders of templates in the order in which they are looked through, each with how it is called.
Folders = Mapping[Path, str]


def template_folders(settings: Settings) -> Folders:
    """The site's own folders of templates, then that of the theme."""
    own = {folder: folder.name for folder in settings.templates}
    if settings.own_theme and (folder := settings.own_theme / "templates") in own:
        own[folder] = "theme/templates"
    return own | {settings.theme / "templates": "theme/templates"}


@contextlib.contextmanager
def reporting_faults(folders: Folders) -> Iterator[None]:
    """Turn a fault of a template into a ThemeFault at its file and line; other exceptions pass unchanged."""
    try:
        yield
    except TemplateNotFound as error:
        if not any((folder / f"{error}").is_file() for folder in folders):
            _raise(error, folders, f"every template that is asked for must be there; {error} is not.", f"{error}")
        raise
    except TemplateSyntaxError as error:
        message = f"a template must be written as Jinja wants it: {(error.message or '').rstrip('.')}."
        raise _fault(folders, error.filename or "", error.lineno, message) or error from None
    except (AttributeError, LookupError, TypeError, ValueError, ArithmeticError, UndefinedError) as error:
        _raise(error, folders, f"a template must only use what it is given: {error}.")


def _fault(folders: Folders, file: str, line: int, message: str) -> ThemeFault | None:
    """The fault at a line of a template; None for a file that is none."""
    for folder, shown in folders.items():
        if file.startswith(f"{folder}{os.sep}"):
            return fault(Path(file).relative_to(folder).as_posix(), line, message, "template", shown)
    return None


def _raise(error: Exception, folders: Folders, message: str, wanted: str = "") -> NoReturn:
    """Raise a ThemeFault at the innermost template line in the traceback, else at the template that was `wanted`, else
    the error itself.
    """
    trace = error.__traceback__
    found = _fault(folders, str([*folders][-1] / wanted), 1, message) if wanted else None
    while trace:
        found = _fault(folders, trace.tb_frame.f_code.co_filename, trace.tb_lineno, message) or found
        trace = trace.tb_next
    raise found or error from None


def typographic(value: object) -> object:
    """What a template shows; where that is plain text, with typographic apostrophes as in prose."""
    return APOSTROPHE.sub("’", value) if type(value) is str and "'" in value else value


def cached(macro: Callable[..., Markup], *arguments: object) -> Markup:
    """The filter `cached`: what a macro gives, made once for the same arguments: `{{ macro | cached(root, link) }}`.

    The macro must see nothing but its arguments, as one that is imported does.
    """
    return macro(*arguments)


class _Compiled(BytecodeCache):
    """Compiled templates, remembered between builds. Jinja recompiles one whose text has changed."""

    def __init__(self, memo: Memo) -> None:
        self.stage: Stage[bytes] = memo.stage("template", bytes)
        self.used: set[str] = set()

    def load_bytecode(self, bucket: Bucket) -> None:
        self.used.add(bucket.key)
        if code := self.stage.last(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.stage.put(bucket.key, b"", bucket.bytecode_to_string())


def prepare(environment: Environment, folders: Folders, memo: Memo) -> bytes:
    """Compile all templates, so that worker processes need not; gives a key that changes with any of them.

    The environment must autoescape. Raises ThemeFault for a template that is not UTF-8.
    """
    environment.finalize = typographic
    environment.auto_reload, environment.undefined = False, StrictUndefined
    environment.bytecode_cache = compiled = _Compiled(memo)
    environment.globals["many"] = wording.count
    environment.filters["direction"] = scripts.direction
    environment.filters["cached"] = functools.lru_cache(MOST_CACHED, typed=True)(cached)
    texts = []
    for folder, shown in folders.items():
        for path in listed(folder, "", ".html"):
            texts.append((path, read_text(folder, path, shown)))  # says which line is not UTF-8; Jinja does not
            environment.get_template(path)
    compiled.stage.retain(compiled.used)
    return key_of(texts)
