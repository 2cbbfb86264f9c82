"""HTML and XML from anywhere as trees: no entities of its own, no network, no addresses followed."""

from __future__ import annotations

import codecs
import re
from typing import Any

from briefing.importing.blocks import ImportFault

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]{2,30})""", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
#: Names under which browsers read Windows' Western letters (WHATWG Encoding Standard).
_WESTERN = frozenset({"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"})


def decoded(data: bytes, charset: str = "") -> str:
    """Text of whatever encoding: by its mark, as told, by UTF-8, else as Windows' Western letters."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace").removeprefix("\ufeff")
    told = charset or (found[1].decode("ascii") if (found := _CHARSET.search(data[:4096])) else "")
    for name in ("utf-8", "cp1252" if told.lower() in _WESTERN else told):
        try:
            return data.decode(name) if name else data.decode("utf-8")
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("cp1252", "replace")


def html(text: str) -> Any:
    """The root of a page. Raises ImportFault."""
    from lxml import etree
    from lxml import html as pages

    parser = pages.HTMLParser(no_network=True, remove_pis=True, huge_tree=False, encoding="utf-8")
    try:
        root = pages.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        raise ImportFault("A page must hold text; this one is empty. Save it again from the browser.") from None
    return root


def xml(data: bytes) -> Any:
    """The root of a piece of XML. Raises ImportFault."""
    from lxml import etree

    if b"<!DOCTYPE" in data[:10_000] or b"<!ENTITY" in data:
        raise ImportFault("A document must define no entities of its own. Open it in its program and save it anew.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError):
        raise ImportFault("A document must be whole. Open it in its program and save it anew.") from None
