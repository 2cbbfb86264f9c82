"""Getting a document from the web, for `invoke import` only: over https, from a public host, bounded in size and time.

Every step of a redirection is looked at as the first address is (`store/web.py`).
"""

from __future__ import annotations

import http.client
import re
import time
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from briefing.importing.blocks import ImportFault
from briefing.importing.confined import MOST_BYTES
from briefing.model import outside
from briefing.store import web

#: Seconds for all of it; redirections that are followed.
MOST_SECONDS, MOST_STEPS = 60.0, 5
_ENDINGS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "text/plain": "txt",
    "text/markdown": "md",
    "text/vtt": "vtt",
    "application/x-subrip": "srt",
    "message/rfc822": "eml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.oasis.opendocument.text": "odt",
}


class Fetched(NamedTuple):
    """A document: a name with the ending of its kind, its bytes, their encoding as told, the address it came from."""

    name: str
    data: bytes
    charset: str
    address: str


def fetch(address: str) -> Fetched:
    """Get a document. Raises ImportFault."""
    end = time.monotonic() + MOST_SECONDS
    for _ in range(MOST_STEPS):
        response, connection = _asked(address)
        try:
            if response.status in (301, 302, 303, 307, 308) and (target := response.getheader("Location")):
                address = urljoin(address, target)
                continue
            if response.status != 200:
                raise ImportFault(
                    f"The address must give a document; it answers {response.status}. Open it in a browser, save "
                    "the page, and import the file."
                )
            data = _body(response, end)
        except (OSError, http.client.HTTPException):
            raise ImportFault("The address must give the whole document; the connection broke. Try again.") from None
        finally:
            connection.close()
        kind, _, rest = (response.getheader("Content-Type") or "").partition(";")
        charset = match[1] if (match := re.search(r"charset=\"?([\w.:-]+)", rest, re.IGNORECASE)) else ""
        stem = urlsplit(address).path.rstrip("/").rpartition("/")[2] or "page"
        ending = _ENDINGS.get(kind.strip().lower(), "")
        name = stem if not ending or stem.lower().endswith(f".{ending}") else f"{stem}.{ending}"
        return Fetched(name, data, charset, address)
    raise ImportFault(
        f"The address must lead to a document within {MOST_STEPS} steps. Open it in a browser, save the page."
    )


def _asked(address: str) -> tuple[http.client.HTTPResponse, http.client.HTTPConnection]:
    parts = urlsplit(address)
    if parts.scheme != "https":
        raise ImportFault("An address must begin with https:// to be fetched. Save the page from a browser instead.")
    if fault := outside.fault(address):
        raise ImportFault(f"An address {fault.must}. {fault.remedy}")
    host = (parts.hostname or "").encode("idna").decode()
    connection = web.Connection(host, parts.port or 443)
    path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    headers = {"User-Agent": "briefing-site import", "Accept-Encoding": "identity", "Accept": "*/*"}
    try:
        connection.request("GET", path, headers=headers)
        return connection.getresponse(), connection
    except web.WebError as error:
        connection.close()
        raise ImportFault(f"The address must be one that everybody can ask; {error}. Check it.") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        connection.close()
        why = getattr(error, "strerror", None) or type(error).__name__
        raise ImportFault(
            f"The address must answer; it does not ({why}). Check it, or save the page from a browser and "
            "import the file."
        ) from None


def _body(response: http.client.HTTPResponse, end: float) -> bytes:
    """What is sent, as long as it is bearable."""
    data = bytearray()
    while chunk := response.read1(65_536):
        data += chunk
        if len(data) > MOST_BYTES or time.monotonic() > end:
            raise ImportFault(
                f"A document must come within {MOST_SECONDS:.0f} seconds and {MOST_BYTES // 1_000_000} MB; this one "
                "does not. Save it from a browser and import the file."
            )
    return bytes(data)
