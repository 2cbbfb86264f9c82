"""Asking hosts of the open internet, over https only, with bounded patience; for commands that are told to.

A host's addresses are looked up once and the connection goes to one of them, so that a name cannot lead elsewhere
between the look and the connection.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urlsplit

from briefing.model import outside

#: What is told of a host that no name server knows, or of all where there is no network.
NO_HOST, NO_LOOKUP = "its host is not known", "its host cannot be looked up"
#: Seconds for each wait.
WAIT = 10.0


class WebError(Exception):
    """A host that gives no answer: why, in a few words; `is_certain` when it will not do so tomorrow, either."""

    def __init__(self, why: str, is_certain: bool = False) -> None:
        super().__init__(why)
        self.is_certain = is_certain


class Answer(NamedTuple):
    """The status of an answer, and where it leads on, if it does."""

    status: int
    location: str = ""


#: Asks by a method (HEAD or GET) for an address. Raises WebError.
Ask = Callable[[str, str], Answer]


def ask(method: str, address: str) -> Answer:
    """How an address answers; nothing of what it holds is read. Raises WebError."""
    parts = urlsplit(address)
    if fault := outside.web_fault(address):
        raise WebError(f"an address {fault.must}", is_certain=True)
    if parts.scheme != "https":
        raise WebError("it leads to an address without https", is_certain=False)
    host = (parts.hostname or "").encode("idna").decode()
    connection = Connection(host, parts.port or 443)
    try:
        path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
        connection.request(method, path, headers={"User-Agent": "briefing-site links", "Accept": "*/*"})
        response = connection.getresponse()
        return Answer(response.status, response.getheader("Location") or "")
    except ssl.SSLCertVerificationError:
        raise WebError("its certificate is not valid", is_certain=True) from None
    except TimeoutError:
        raise WebError("it does not answer in time") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise WebError(f"it does not answer ({getattr(error, 'strerror', None) or type(error).__name__})") from None
    finally:
        connection.close()


class Connection(http.client.HTTPSConnection):
    """A connection to a public address of a host, which proves to be the host."""

    def __init__(self, host: str, port: int) -> None:
        self._proof = ssl.create_default_context()
        super().__init__(host, port, timeout=WAIT, context=self._proof)

    def connect(self) -> None:
        """Connect. Raises OSError and WebError."""
        plain = socket.create_connection((public(self.host, self.port), self.port), WAIT)
        self.sock = self._proof.wrap_socket(plain, server_hostname=self.host)


def public(host: str, port: int) -> str:
    """An address of a host, which must have public ones only. Raises WebError."""
    try:
        found = {str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except socket.gaierror as error:
        unknown = (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))
        raise WebError(NO_HOST, is_certain=error.errno in unknown) from None
    except (OSError, UnicodeError):
        raise WebError(NO_LOOKUP) from None
    if not found or not all(map(is_public, found)):
        raise WebError("its host is one of your own network, where no reader gets", is_certain=True)
    return min(found, key=lambda number: (":" in number, number))


def is_public(number: str) -> bool:
    """Whether an IP address is one of the open internet."""
    address = ipaddress.ip_address(number.partition("%")[0])
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None) or address
    return bool(inner.is_global and address.is_global and not inner.is_multicast)
