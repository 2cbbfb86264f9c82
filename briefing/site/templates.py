"""How templates become code: as Jinja does it, but for what a page does hundreds of times.

What is shown is escaped once and remembered, since labels, addresses and words come again on page after page;
`view.name` reads the attribute of a view and nothing else; and `loop` knows its number and the ends, no more.
Imports the cache, the theme's reader and the form of apostrophes only.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Sized
from pathlib import Path
from typing import Any, NoReturn

from jinja2 import BytecodeCache, Environment, TemplateNotFound, TemplateSyntaxError, UndefinedError, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from briefing.markup.inline import APOSTROPHE
from briefing.model import wording
from briefing.model.text import digest
from briefing.site.theme import fault, listed, read_text
from briefing.store.cache import Cache


@contextlib.contextmanager
def telling(theme: Path) -> Iterator[None]:
    """Tell faults of the theme's templates by file and line. Raises ThemeFault; other faults pass."""
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
    """Raise a ThemeFault at the innermost line of a template that an error went through, else at the template that
    was `wanted`, else the error.
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


class Escaped(dict[str, str]):
    """Plain text to the HTML that shows it, with typographic apostrophes as in prose; forgets all when there is too
    much.
    """

    MOST = 20_000
    #: Longer texts seldom come again.
    LONGEST = 200

    def __missing__(self, text: str) -> str:
        html = str(escape(APOSTROPHE.sub("’", text) if "'" in text else text))
        if len(text) <= self.LONGEST:
            if len(self) >= self.MOST:
                self.clear()
            self[text] = html
        return html


def other(value: Any) -> str:
    """What shows a value that is not plain text: safe HTML as it is, all else as text."""
    if isinstance(value, Markup):
        return value
    return str(value) if type(value) is int else str(escape(value))


class Loop:
    """What a template may ask about the round of a loop that it is in."""

    __slots__ = ("index", "length")

    def __init__(self, length: int) -> None:
        self.index, self.length = 0, length

    @property
    def index0(self) -> int:
        """The number of the round, from 0."""
        return self.index - 1

    @property
    def first(self) -> bool:
        """Whether it is the first round."""
        return self.index == 1

    @property
    def last(self) -> bool:
        """Whether it is the last round."""
        return self.index == self.length


def rounds(items: Iterable[Any], undefined: object) -> Iterator[tuple[Any, Loop]]:
    """Each item with the Loop, which is one object that counts on."""
    known = items if isinstance(items, Sized) else tuple(items)
    loop = Loop(len(known))
    for loop.index, item in enumerate(known, 1):
        yield item, loop


class _Generator(CodeGenerator):
    def write(self, x: str) -> None:
        super().write(x.replace(" in LoopContext(", " in environment.rounds("))

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("(environment.escaped[shown] if type(shown := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(") is str else environment.other(shown))")

    def visit_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> None:
        if node.expr2 is None:  # `a if b` shows nothing where b does not hold
            node.expr2 = nodes.Const("")
        super().visit_CondExpr(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write(f".{node.attr}")


class _Compiled(BytecodeCache):
    """Compiled templates, remembered from build to build; each tells by itself from which text it was compiled."""

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
        """Remember those that were asked for, if any is new or gone."""
        if self.used != self.known:
            self.cache.write(self.NAME, self.used)


def fingerprint(theme: Path) -> str:
    """The fingerprint of all templates."""
    return digest(*((path, (theme / path).read_bytes()) for path in listed(theme, "templates", ".html")))


def prepare(environment: Environment, theme: Path, cache: Cache | None) -> None:
    """Make an environment compile templates so, and compile all of the theme's, before work is shared out.

    The environment must escape by itself.
    """
    environment.code_generator_class = _Generator
    environment.auto_reload = False
    compiled = environment.bytecode_cache = _Compiled(cache) if cache else None
    environment.escaped, environment.other, environment.rounds = Escaped(), other, rounds  # type: ignore[attr-defined]
    environment.globals["many"] = wording.count
    for path in listed(theme, "templates", ".html"):
        read_text(theme, path)  # which tells where it is no UTF-8; Jinja does not
        environment.get_template(path.removeprefix("templates/"))
    environment.note_words = environment.get_template("partials/notes.html").module.note_words  # type: ignore[attr-defined]
    environment.noted = {}  # type: ignore[attr-defined]
    if compiled:
        compiled.keep()
