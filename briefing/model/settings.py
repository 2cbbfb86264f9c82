"""Where a build takes from and puts to, as of which day, for which address; and the same as Pelican's settings.

Only this module asks the clock for the day.
"""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from briefing.model import outside

_PACKAGE = Path(__file__).resolve().parents[1]
#: Where the generator's own files are, theme and locks: beside the package in a checkout, inside it when installed.
HOME = _PACKAGE / "home" if (_PACKAGE / "home").is_dir() else _PACKAGE.parent
THEME = HOME / "theme"
#: The folder of a dossier that overrides parts of our theme.
OWN_THEME = "theme"
LOCAL_URL = "http://localhost:8000/"
#: A host, perhaps a port, and folders: no names or passwords, no steps up, nothing behind a question mark.
_ADDRESS = r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?(?:/(?!\.)(?:[A-Za-z0-9._~-]|%(?!2[EeFf])[0-9A-Fa-f]{2})+)*/?"


class SettingsError(ValueError):
    """An option that cannot be used; the text says what must hold."""


#: The plugin that makes Pelican build our pages.
OUR_PLUGIN = "briefing.build.pelican_plugin"


class Settings(NamedTuple):
    """One build's settings. `site_url` ends in a slash; `plugins` are Pelican's, ours among them, and `templates` the
    folders whose templates come before the theme's. `own_theme` is the dossier's own, None where it has none, or where
    it may not be used: its templates are programs, so it must be the dossier whose tasks run.
    """

    root: Path
    output: Path
    as_of: datetime.date | None
    site_url: str
    theme: Path
    plugins: tuple[str, ...]
    templates: tuple[Path, ...]
    own_theme: Path | None = None

    @property
    def sources(self) -> list[Path]:
        """The folders of all that a site is made from; some may not be there."""
        own = [self.own_theme] if self.own_theme else []
        return [self.root / "content", self.root / "seeds", self.theme, *self.templates, *own]


def default_root() -> Path:
    """The folder meant where `--root` is left out: the nearest one upwards with `content` and `tasks.py`, else
    that of the checkout, else the present one.
    """
    here = Path.cwd()
    for folder in (here, *here.parents, HOME):
        if (folder / "content").is_dir() and (folder / "tasks.py").is_file():
            return folder.resolve()
    return here


def settings(
    root: str = "",
    output: str = "",
    as_of: str = "",
    site_url: str = "",
    *,
    theme: Path = THEME,
    plugins: Sequence[str] = (OUR_PLUGIN,),
    templates: Sequence[str] = (),
) -> Settings:
    """Read the tasks' common options; `theme` is the folder of templates and static files.

    `plugins` and `templates` are Pelican's PLUGINS and THEME_TEMPLATES_OVERRIDES; the templates of the dossier's own
    theme come before these.

    Raises SettingsError.
    """
    try:
        root_path = Path(root or default_root()).expanduser().resolve()
        is_folder = root_path.is_dir()
        output_path = Path(os.path.abspath(Path(output).expanduser() if output else root_path / "output"))
        output_path = Path(os.path.realpath(output_path.parent)) / output_path.name
    except (OSError, RuntimeError, ValueError) as error:
        raise SettingsError(f"--root and --output must be folders' names ({error})") from None
    if not is_folder:
        raise SettingsError(f"--root must be a folder with `content` and `seeds`; {root} is none")
    today(None, None)
    own_theme = root_path / OWN_THEME
    inputs = (root_path / "content", root_path / "seeds", own_theme, theme, _PACKAGE)
    holds_inputs = any(folder.is_relative_to(output_path) for folder in (root_path, *inputs))
    if holds_inputs or any(output_path.is_relative_to(folder) for folder in inputs):
        raise SettingsError(f"--output must be a folder of its own, not {output_path}")
    folders = tuple((HOME / folder).resolve() for folder in templates)
    if lost := [str(folder) for folder in folders if not folder.is_dir()]:
        raise SettingsError(f"THEME_TEMPLATES_OVERRIDES must name folders; {', '.join(lost)} is none")
    has_own = own_theme.is_dir() and own_theme != theme and root_path == default_root()
    if has_own and (own_theme / "templates").is_dir():
        folders = (own_theme / "templates", *folders)
    own_day, url = day(as_of) if as_of else None, address(site_url)
    return Settings(
        root_path, output_path, own_day, url, theme, tuple(plugins), folders, own_theme if has_own else None
    )


def audits_whole() -> bool:
    """Whether finished pages are to be held against the sources' texts, too: `BRIEFING_AUDIT=whole`."""
    return os.environ.get("BRIEFING_AUDIT") == "whole"


def tells_words() -> bool:
    """Whether messages may quote sources. Not with `BRIEFING_WORDS=places`, where others can read what is printed; and
    with nothing else but `shown`, lest a slip tells them.
    """
    return os.environ.get("BRIEFING_WORDS", "shown") in ("", "shown")


def day(text: str) -> datetime.date:
    """Read a day as 2022-11-01. Raises SettingsError."""
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            raise ValueError
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise SettingsError(f"--as-of must be a day that exists, as 2022-11-21; not {text!r}") from None


def address(text: str) -> str:
    """A site's address, which may be on this machine, ended by a slash; empty stays empty. Raises SettingsError."""
    if not text:
        return ""
    if not re.fullmatch(_ADDRESS, text, re.ASCII) or len(text) > 300:
        raise SettingsError(f"--site-url must be an address such as https://name.github.io/repo/; not {text[:300]!r}")
    if fault := outside.fault(text, loopback=True):
        raise SettingsError(f"--site-url {fault.must}; {text!r} does not. {fault.remedy.rstrip('.')}")
    return text if text.endswith("/") else text + "/"


def today(explicit: datetime.date | None, dossier_day: datetime.date | None) -> datetime.date:
    """The day the site speaks from: --as-of, else the dossier's `as_of`, else SOURCE_DATE_EPOCH, else today in UTC."""
    if day := explicit or dossier_day:
        return day
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.datetime.now(datetime.UTC).date()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise SettingsError(f"SOURCE_DATE_EPOCH must be a moment in whole seconds; not {epoch!r}") from None


def pelican(chosen: Settings, output: Path) -> dict[str, Any]:
    """The settings for Pelican: what it would make by itself and by default is off; our generator makes the pages."""
    feeds = "FEED_ALL_ATOM CATEGORY_FEED_ATOM TRANSLATION_FEED_ATOM AUTHOR_FEED_ATOM AUTHOR_FEED_RSS"
    pages = "AUTHOR_SAVE_AS CATEGORY_SAVE_AS TAG_SAVE_AS"
    return {
        **dict.fromkeys(feeds.split()),
        **dict.fromkeys(pages.split(), ""),
        "PATH": str(chosen.root / "content"),
        "OUTPUT_PATH": str(output),
        "THEME": str(chosen.theme),
        "THEME_TEMPLATES_OVERRIDES": [str(folder) for folder in chosen.templates],
        "PLUGINS": list(chosen.plugins),
        "TIMEZONE": "UTC",
        "DEFAULT_DATE": "fs",
        "LOCALE": ["C"],
        "ARTICLE_PATHS": [],
        "PAGE_PATHS": [],
        "STATIC_PATHS": [],
        "THEME_STATIC_PATHS": [],
        "DIRECT_TEMPLATES": [],
        "DELETE_OUTPUT_DIRECTORY": False,
        "JINJA_ENVIRONMENT": {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True},
    }
