"""The picture that goes with a shared link: the drawn map of the dossier, or the three signs of answers. No words are
in it, since those stand beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefing.maps.raster import Colour, Picture, Point, Trail, circle, dashed
from briefing.maps.static import Drawing
from briefing.site.views import MapView

PATH = "picture.png"
#: What services that show links ask for.
WIDTH, HEIGHT = 1200, 630
#: The colour of each sort of path on a map; those that are filled; the width and the dashes of the others, in pixels.
_COLOURS = {
    "land": "map-land",
    "tint": "map-tint",
    "lake": "map-sea",
    "river": "map-river",
    "schematic": "map-river",
    "border": "map-border",
    "disputed": "map-disputed",
    "grid": "hairline",
}
_FILLED = ("land", "tint", "lake")
_LINES: dict[str, tuple[float, tuple[float, float] | None]] = {
    "river": (2, None),
    "schematic": (2.5, (2.5, 7)),
    "border": (2, None),
    "disputed": (4, (12, 9)),
    "grid": (2, None),
}
_COLOUR = re.compile(r"--([\w-]+): (?:light-dark\()?#([0-9a-f]{6})\b")
_STEP = re.compile(r"([MmLlHhVvZz])|(-?\d+(?:\.\d+)?)")


def colours(tokens: str) -> dict[str, Colour]:
    """The colours of the light scheme by name, from the style sheet of tokens; where one is told twice, the first."""
    found: dict[str, Colour] = {}
    for name, digits in _COLOUR.findall(tokens):
        red, green, blue = bytes.fromhex(digits)
        found.setdefault(name, (red, green, blue))
    return found


def words(map: MapView | None) -> str:
    """What the picture shows, for those who do not see it."""
    return map.title if map else "The signs of three answers: yes, no, another answer"


def of_map(drawing: Drawing, credit: str, known: Mapping[str, Colour]) -> bytes:
    """A drawn map as a PNG that names whose it is; what lies beside the drawing fills the picture to its sides."""
    sheet = drawing.sheets[0]
    size = min(HEIGHT / sheet.height, WIDTH / sheet.width)
    left, top = (WIDTH - sheet.width * size) / 2, (HEIGHT - sheet.height * size) / 2

    def placed(path: str) -> list[Trail]:
        return [[(left + x * size, top + y * size) for x, y in trail] for trail in trails(path)]

    picture = Picture(WIDTH, HEIGHT, _colour(known, "page" if drawing.grid else "map-sea"))
    for path in drawing.paths:
        colour = _colour(known, _COLOURS[path.name])
        if path.name in _FILLED:
            picture.fill(placed(path.d), colour)
            continue
        wide, dash = _LINES[path.name]
        runs = placed(path.d)
        picture.stroke([part for run in runs for part in (dashed(run, *dash) if dash else [run])], colour, wide)
    pins: list[Point] = [(pin.x, pin.y) for pin in sheet.pins] or [run[0] for run in trails(sheet.dots)]
    for x, y in pins:
        for radius, name in ((17 if sheet.pins else 8, "map-land"), (13 if sheet.pins else 5, "map-text")):
            picture.disc((left + x * size, top + y * size), radius, _colour(known, name))
    return picture.png(credit)


def of_signs(known: Mapping[str, Colour]) -> bytes:
    """The signs of answers as a PNG: a plus in a disc, a minus in a ring, a diamond with a dot."""
    text, page = _colour(known, "text"), _colour(known, "page")
    picture = Picture(WIDTH, HEIGHT, page)
    y, reach, wide = HEIGHT / 2, 100.0, 24
    yes, no, other = WIDTH / 2 - 300, WIDTH / 2, WIDTH / 2 + 300
    picture.disc((yes, y), reach, text)
    picture.stroke([[(yes - 48, y), (yes + 48, y)], [(yes, y - 48), (yes, y + 48)]], page, wide)
    picture.stroke([[*circle((no, y), reach - wide / 2), (no + reach - wide / 2, y)]], text, wide)
    picture.stroke([[(no - 44, y), (no + 44, y)]], text, wide)
    corners = [(other, y - reach), (other + reach, y), (other, y + reach), (other - reach, y), (other, y - reach)]
    picture.stroke([corners], text, wide)
    picture.disc((other, y), 26, text)
    return picture.png()


def trails(path: str) -> Iterator[list[Point]]:
    """The trails of a path's data. Of SVG's commands only those for straight lines are known, which draw maps."""
    trail: list[Point] = []
    x = y = 0.0
    command = "M"
    numbers: list[float] = []
    for letter, number in _STEP.findall(path):
        if letter:
            if letter in "Mm" and trail:
                yield trail
                trail = []
            elif letter in "Zz" and trail:
                (x, y) = trail[0]
                trail.append((x, y))
            command, numbers = letter, []
            continue
        numbers.append(float(number))
        if len(numbers) < (1 if command in "HhVv" else 2):
            continue
        near = command.islower()
        match command.lower():
            case "h":
                x = numbers[0] + (x if near else 0)
            case "v":
                y = numbers[0] + (y if near else 0)
            case _:
                x, y = numbers[0] + (x if near else 0), numbers[1] + (y if near else 0)
        trail.append((x, y))
        numbers, command = [], {"M": "L", "m": "l"}.get(command, command)
    if trail:
        yield trail


def _colour(known: Mapping[str, Colour], name: str) -> Colour:
    """A colour of the tokens; where a theme calls its colours otherwise, black on white."""
    dark = name in ("text", "map-text", "map-river", "map-border", "map-disputed")
    return known.get(name, (0, 0, 0) if dark else (255, 255, 255))
