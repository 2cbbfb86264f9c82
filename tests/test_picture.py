"""The picture of shared links, and the painting of shapes that makes it; Pillow reads what we write."""

from __future__ import annotations

import io
from pathlib import Path

from lxml import html
from PIL import Image

from briefing.maps.raster import Picture, circle, dashed
from briefing.site import picture
from tests.support import html_pages

WHITE, BLACK = (255, 255, 255), (0, 0, 0)


def image(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def test_shapes_cover_what_they_enclose() -> None:
    """Whole pixels whole, halves half, nothing outside; an inner trail that turns the other way is a hole."""
    drawn = Picture(10, 10, WHITE)
    drawn.fill(
        [[(2, 2), (8.5, 2), (8.5, 8), (2, 8)], [(4, 4), (4, 6), (6, 6), (6, 4)], [(-9, -9), (0, -9), (0, -2)]], BLACK
    )
    seen = image(drawn.png())
    assert seen.size == (10, 10)
    assert [seen.getpixel((x, 3)) for x in (1, 2, 7, 9)] == [WHITE, BLACK, BLACK, WHITE]
    assert 100 < seen.getpixel((8, 3))[0] < 150  # type: ignore[index]
    assert [seen.getpixel((x, 5)) for x in (3, 4, 5, 6)] == [BLACK, WHITE, WHITE, BLACK]
    assert {seen.getpixel((x, 0)) for x in range(10)} == {WHITE}


def test_lines_and_discs() -> None:
    """A line is as wide as told all along, also over its joints and beyond the picture; a disc is round."""
    drawn = Picture(40, 40, WHITE)
    drawn.stroke([[(-20, 10), (20, 10), (20, 90)]], BLACK, 6)
    drawn.disc((32, 10), 5, BLACK)
    seen = image(drawn.png("© Somebody"))
    assert [seen.getpixel((5, y)) for y in (6, 8, 11, 14)] == [WHITE, BLACK, BLACK, WHITE]
    assert [seen.getpixel((x, 39)) for x in (16, 18, 21, 24)] == [WHITE, BLACK, BLACK, WHITE]
    assert seen.getpixel((21, 9)) == BLACK
    assert [seen.getpixel((32, y)) for y in (4, 6, 13, 16)] == [WHITE, BLACK, BLACK, WHITE]
    assert len(circle((0, 0), 50)) > len(circle((0, 0), 2))
    assert "Somebody" in Image.open(io.BytesIO(drawn.png("© Somebody"))).text["Copyright"]  # type: ignore[attr-defined]


def test_dashes_go_on_around_corners() -> None:
    dashes = [*dashed([(0, 0), (10, 0), (10, 10)], 4, 3)]
    assert dashes == [[(0, 0), (4, 0)], [(7, 0), (10, 0), (10, 1)], [(10, 4), (10, 8)]]


def test_a_path_is_read_as_it_is_written() -> None:
    """Relative steps, absolute ones, level ones, and ends that close."""
    assert [*picture.trails("M1 2l3 4-1-1zM5 5L6 7H9v-2")] == [
        [(1, 2), (4, 6), (3, 5), (1, 2)],
        [(5, 5), (6, 7), (9, 7), (9, 5)],
    ]
    assert [*picture.trails("M3 4h0M5 6h0")] == [[(3, 4), (3, 4)], [(5, 6), (5, 6)]]


def test_colours_are_the_light_ones_of_the_theme() -> None:
    tokens = "--page: light-dark(#fbfaf7, #14181b);\n--text: #17202a;\n@media x { --text: #fff0ff; }\n--size: 1rem;"
    assert picture.colours(tokens) == {"page": (251, 250, 247), "text": (23, 32, 42)}


def test_every_page_with_an_address_has_the_picture(built_demo: Path) -> None:
    """It is small, of the size that is told, and shows land, water and pins."""
    content = (built_demo / picture.PATH).read_bytes()
    seen = image(content)
    assert seen.size == (picture.WIDTH, picture.HEIGHT)
    assert len(content) < 100 * 1024
    assert len(seen.getcolors(1 << 20)) > 3
    for name in html_pages(built_demo):
        told = {
            meta.get("property"): meta.get("content")
            for meta in html.fromstring((built_demo / name).read_text("utf-8")).iter("meta")
        }
        if "og:url" in told:
            assert told["og:image"] == "https://demo.example/ondo/picture.png", name
            assert (told["og:image:width"], told["og:image:height"]) == (str(picture.WIDTH), str(picture.HEIGHT)), name
            assert told["og:image:alt"], name


def test_a_dossier_without_a_map_shows_the_signs() -> None:
    """Dark signs on the page's own ground."""
    seen = image(picture.of_signs({}))
    assert seen.getpixel((0, 0)) == WHITE
    assert seen.getpixel((picture.WIDTH // 2, picture.HEIGHT // 2)) == BLACK
