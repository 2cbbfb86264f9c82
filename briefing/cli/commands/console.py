"""What all tasks share: the settings that were given, printing, and the end with an exit code."""

from __future__ import annotations

import io
import sys
from typing import NoReturn, TextIO

from briefing.model import problems
from briefing.model.settings import Settings, SettingsError, settings, tells_words

for _stream in (sys.stdout, sys.stderr):
    # A terminal that cannot show a letter shows its number instead of a traceback.
    if isinstance(_stream, io.TextIOWrapper):
        # Windows would write to files and other programs in the code page of the machine.
        encoding = "utf-8" if sys.platform == "win32" else None
        _stream.reconfigure(encoding=encoding, errors="backslashreplace")


def dossier(root: str = "", output: str = "", as_of: str = "", site_url: str = "") -> Settings:
    try:
        from briefing import pelicanconf

        plugins, templates = pelicanconf.PLUGINS, pelicanconf.THEME_TEMPLATES_OVERRIDES
        return settings(root, output, as_of, site_url, plugins=plugins, templates=templates)
    except SettingsError as error:
        stop(f"{error}.", 2)


def stop(message: str, code: int = 1, root: str = "") -> NoReturn:
    say(message, root, sys.stderr)
    raise SystemExit(code)


def say(text: str, root: str, file: TextIO | None = None) -> None:
    """Print; commands in the text name the dossier at `root`, if one was named. Where messages may not quote sources,
    none does.
    """
    print(problems.for_root(text if tells_words() else problems.without_words(text), root), file=file)
