"""The theme's files as they are published: a sheet in layers and a few that only some pages need, small scripts, each
named by its own hash.
"""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from pathlib import Path

from msgspec import Struct

from briefing.model.settings import THEME
from briefing.model.suggest import close_match
from briefing.site import theme as folder

#: Scripts that the templates of some pages link; all others are for every page.
OF_SOME_PAGES = ("card", "choose", "map", "marks", "matrix")
#: The files of a dossier's own theme beside its templates.
TOKENS, ICON = "tokens.css", "icon.svg"
LAYERS = ("tokens", "base", "composition", "block", "utility", "print")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
#: Comments on lines of their own, indents, and comments behind code, in which no quotation mark stands.
_ASIDE = re.compile(r"^\s*//.*\n|^\s+|[ \t]+// [^\"'`\n]*$", re.MULTILINE)
_SPACE = re.compile(r"\s*\n\s*")
_TIGHT = re.compile(r"\s*([{};,])\s*")
#: The names that a sheet gives values to; and how like one of ours another name is that is a misspelt one.
_NAME, _LIKE = re.compile(r"(?<![\w-])(--[\w-]+)\s*:"), 0.8
_FETCHES = re.compile(r"@import|url\(|image-set\(", re.IGNORECASE)
_VALUE = re.compile(r"([{;][-\w]+): ")


class Assets(Struct, frozen=True):
    """Published files (path relative to the output folder to content) and the addresses that templates need.

    `sheets` are those that only some pages need; `live` is the one that only the live map needs, published behind
    Leaflet's own. `tokens` is the sheet of colours and sizes as it is written.
    """

    files: dict[str, bytes]
    stylesheet: str
    sheets: tuple[str, ...]
    scripts: tuple[str, ...]
    modules: dict[str, str]
    icon: str
    live: bytes
    tokens: str


def publish(files: dict[str, bytes], path: str, content: bytes) -> str:
    """Add a file and give its address: `theme/site.1a2b3c4d.css` for `theme/site.css`. The address changes with the
    content, so that no browser shows an old one.
    """
    stem, dot, ending = path.rpartition(".")
    address = f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}{dot}{ending}"
    files[address] = content
    return address


def read(theme: Path = THEME, own: Path | None = None) -> Assets:
    """Read the theme's static files; `own` is the folder of a dossier's theme, whose tokens come behind ours and whose
    icon stands for ours. Raises ThemeFault when one cannot be used.
    """
    files: dict[str, bytes] = {}
    ours = folder.read_text(theme, "static/css/tokens.css")
    tokens = ours + own_tokens(own, ours)
    sheet = publish(files, "theme/site.css", stylesheet(theme, tokens).encode())
    sheets = tuple(publish(files, f"theme/{name}.css", _sheet(theme, *paths)) for name, paths in _sheets(theme))
    modules = {
        Path(path).stem: publish(files, f"theme/{Path(path).name}", script(theme, path).encode())
        for path in folder.listed(theme, "static/js", ".js")
    }
    path = (own, ICON) if own and (own / ICON).is_file() else (theme, "static/icon.svg")
    icon = publish(files, "theme/icon.svg", folder.read(*path))
    scripts = tuple(address for name, address in modules.items() if name not in OF_SOME_PAGES)
    live = _sheet(theme, "static/css/live.css")
    return Assets(files, sheet, sheets, scripts, modules, icon, live, tokens)


def script(theme: Path, path: str) -> str:
    """A script without comments and indents; texts of several lines in it must not mind."""
    return _ASIDE.sub("", folder.read_text(theme, path))


def _sheets(theme: Path) -> Iterator[tuple[str, Iterable[str]]]:
    """The name and the files of each sheet that only some pages need: a folder of `sheets`."""
    yield from itertools.groupby(folder.listed(theme, "static/css/sheets", ".css"), lambda path: path.split("/")[3])


def _sheet(theme: Path, *paths: str) -> bytes:
    """A sheet by itself: each file in the layer of its name, if there is one, else in that of blocks."""
    parts = []
    for path in paths:
        name = Path(path).stem
        content = _tight(folder.read_text(theme, path))
        parts.append(f"@layer {name if name in LAYERS else 'block'}{{{content}}}\n")
    return "".join(parts).encode()


def own_tokens(own: Path | None, ours: str = "") -> str:
    """The tokens of a dossier's own theme; empty where it has none.

    Raises ThemeFault where they would break out of their layer, or fetch anything: readers' browsers would refuse it;
    and where a name is likely to be a misspelt one of `ours`, which would do nothing.
    """
    if not own or not (own / TOKENS).is_file():
        return ""
    css = folder.read_text(own, TOKENS)
    bare = _COMMENT.sub(lambda comment: "\n" * comment.group().count("\n"), css)
    if found := _FETCHES.search(bare):
        line = bare.count("\n", 0, found.start()) + 1
        raise folder.fault(TOKENS, line, f"tokens must fetch nothing; `{found.group()}` would.")
    known = [*dict.fromkeys(_NAME.findall(ours))]
    for token in _NAME.finditer(bare):
        near = close_match(token[1], known, _LIKE) if token[1] not in known and f"var({token[1]}" not in bare else None
        if near:
            line = bare.count("\n", 0, token.start(1)) + 1
            message = f"a token must be one that the site has; `{token[1]}` is none (did you mean `{near}`?)."
            raise folder.fault(TOKENS, line, message)
    depth = list(accumulate({"{": 1, "}": -1}.get(letter, 0) for letter in bare))
    if "/*" in bare or (depth and (min(depth) < 0 or depth[-1])):
        raise folder.fault(TOKENS, 1, "every brace and comment that is opened must be closed, and no other.")
    return f"\n{css}"


def stylesheet(theme: Path, tokens: str) -> str:
    """All CSS as one sheet: `tokens`, then each file in the layer of its name, files of `blocks/` in `block`."""
    parts = [f"@layer {', '.join(LAYERS)};", f"@layer tokens{{{_tight(tokens)}}}"]
    blocks = folder.listed(theme, "static/css/blocks", ".css")
    for layer in LAYERS[1:]:
        paths = blocks if layer == "block" else [f"static/css/{layer}.css"]
        content = "\n".join(folder.read_text(theme, path) for path in paths)
        parts.append(f"@layer {layer}{{{_tight(content)}}}")
    return "\n".join(parts) + "\n"


def _tight(css: str) -> str:
    """CSS without comments and needless white space; strings in it hold neither braces nor semicolons."""
    tight = _TIGHT.sub(r"\1", _SPACE.sub("\n", _COMMENT.sub("", css)).strip())
    return _VALUE.sub(r"\1:", tight).replace(";}", "}")
