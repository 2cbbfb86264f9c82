"""A step that is forgotten when something new is shown is told, and never leaves a silent gap on the site."""

from __future__ import annotations

import inspect
import pkgutil
import re
from importlib import import_module

import pytest
from msgspec import Struct
from msgspec.structs import fields

from briefing.site import pages
from tests.support import ROOT

MODULES = [import_module(f"{pages.__name__}.{module.name}") for module in pkgutil.iter_modules(pages.__path__)]
VIEWS = {
    value
    for module in [*MODULES, import_module("briefing.site.views"), import_module("briefing.site.changes")]
    for name, value in vars(module).items()
    if name.endswith("View") and isinstance(value, type) and issubclass(value, Struct)
}
#: For the feed, the index of changes and JSON-LD.
NOT_IN_TEMPLATES = {
    "ChangeView": {"record", "uid"},
    "ClaimView": {"whose"},
    "EventLineView": {"start", "end"},
}


def test_every_page_kind_is_registered() -> None:
    """A function that makes the pages of a kind is one of PAGE_KINDS; else its pages would be missing."""
    makers = {
        value
        for module in MODULES
        for name, value in vars(module).items()
        if inspect.isfunction(value) and value.__annotations__.get("return") == "Iterator[Page]"
    }
    missing = {f"{maker.__module__}.{maker.__name__}" for maker in makers - set(pages.PAGE_KINDS)}
    assert not missing, "add these to PAGE_KINDS in briefing/site/pages/__init__.py"


@pytest.mark.parametrize("view", sorted(VIEWS, key=lambda view: view.__name__), ids=lambda view: view.__name__)
def test_every_field_of_a_view_is_shown(view: type[Struct]) -> None:
    """A field that no template names is not on the site."""
    files = (ROOT / "theme/templates").rglob("*.html")
    text = "".join(file.read_text("utf-8") for file in files)
    unused = {field.name for field in fields(view) if not re.search(rf"\.{field.name}\b", text)}
    assert unused == NOT_IN_TEMPLATES.get(view.__name__, set()), (
        f"name these in a template of the theme, or take them out of {view.__name__}"
    )
