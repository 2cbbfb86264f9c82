"""The common options: what they take, and what they refuse."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from briefing.model import settings
from briefing.model.settings import SettingsError
from tests.support import ROOT


@pytest.mark.parametrize(
    "text", ["2025-02-30", "2025", "20250301", "01.03.2025", "2025-3-1", "soon", "2025-03-01T00:00", "２０２５-03-01"]
)
def test_day_refuses(text: str) -> None:
    """--as-of must be a day that exists."""
    with pytest.raises(SettingsError, match="--as-of must"):
        settings.day(text)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("", ""),
        ("https://a.example", "https://a.example/"),
        ("https://a.example/b/", "https://a.example/b/"),
        ("http://localhost:8000", "http://localhost:8000/"),
    ],
)
def test_address(text: str, address: str) -> None:
    """--site-url ends in a slash."""
    assert settings.address(text) == address


@pytest.mark.parametrize(
    "text",
    ["a.example", "ftp://a.example", "javascript:alert(1)", "https://", "https://a.example/?x", "https://a.example/#x", 'https://a.example/"x',
     "https://a.example/a b", "//a.example", "https://a.example/<b>", "https://a.example/\n"],
)  # fmt: skip
def test_address_refuses(text: str) -> None:
    """--site-url must be an address of a site."""
    with pytest.raises(SettingsError, match="--site-url must"):
        settings.address(text)


@pytest.mark.parametrize("output", [".", "..", "content", "content/site", "seeds", "seeds/site", "/", "~"])
def test_output_is_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str) -> None:
    """--output must not be, hold or lie in what the site is made from."""
    root = tmp_path / "dossier"
    for part in ("content", "seeds"):
        (root / part).mkdir(parents=True)
    monkeypatch.chdir(root)
    monkeypatch.setenv("HOME", str(tmp_path))
    with pytest.raises(SettingsError, match="--output must"):
        settings.settings(str(root), output)


@pytest.mark.parametrize(
    "output", [ROOT, ROOT / "briefing", ROOT / "theme", ROOT / "theme" / "site", ROOT / "tests" / "..", Path("/")]
)
def test_output_is_not_the_generator(tmp_path: Path, output: Path) -> None:
    """Nor the generator's own folders."""
    (tmp_path / "content").mkdir()
    with pytest.raises(SettingsError, match="--output must"):
        settings.settings(str(tmp_path), str(output))


def test_root_must_be_there(tmp_path: Path) -> None:
    """--root must be a folder."""
    with pytest.raises(SettingsError, match="--root must"):
        settings.settings(str(tmp_path / "nowhere"))


def test_defaults(tmp_path: Path) -> None:
    """Without options, this repository is built into its `output`."""
    chosen = settings.settings()
    assert (chosen.root, chosen.output, chosen.as_of, chosen.site_url) == (ROOT, ROOT / "output", None, "")
    assert settings.settings(str(tmp_path)).output == tmp_path / "output"


@pytest.mark.parametrize(
    ("explicit", "own", "epoch", "expected"),
    [
        ("2024-01-01", "2024-02-02", "1700000000", "2024-01-01"), ("", "2024-02-02", "1700000000", "2024-02-02"),
        ("", "", "1700000000", "2023-11-14"), ("", "", "0", "1970-01-01"),
    ],
)  # fmt: skip
def test_today(monkeypatch: pytest.MonkeyPatch, explicit: str, own: str, epoch: str, expected: str) -> None:
    """The day is --as-of, else the dossier's, else SOURCE_DATE_EPOCH."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    def day(text: str) -> datetime.date | None:
        return datetime.date.fromisoformat(text) if text else None

    assert settings.today(day(explicit), day(own)).isoformat() == expected


@pytest.mark.parametrize("epoch", ["", "soon", "-1", "99999999999999999999", "²"])
def test_today_with_a_broken_epoch(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    """A SOURCE_DATE_EPOCH that is no moment gives no traceback."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    try:
        assert isinstance(settings.today(None, None), datetime.date)
    except SettingsError as error:
        assert "SOURCE_DATE_EPOCH" in str(error)


@pytest.mark.parametrize(
    "text",
    ["http://192.168.1.5:8000/", "http://wiki/", "https://a.example:0/", "https://a.example:70000/", "http://127.1/", "https://xn--80ak6aa92e.example/"],
)  # fmt: skip
def test_address_is_one_that_readers_reach(text: str) -> None:
    """--site-url is held to the rule of all addresses, but may be on this very machine."""
    with pytest.raises(SettingsError, match="--site-url must"):
        settings.address(text)
    assert settings.address("http://127.0.0.1:8000/x") == "http://127.0.0.1:8000/x/"
