"""Which addresses outside the site are allowed: those of a host that every reader can reach and that is what it looks
like. The one rule for addresses in heads, in prose and in options.

Hosts are read as browsers read them (WHATWG URL Standard); what a browser would decode or convert is refused.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple
from urllib.parse import unquote

_WEB = re.compile(r"https?://([^/?#]*)[^\s<>\"'\\^`{|}]*", re.IGNORECASE)
_MAIL = re.compile(r"mailto:([^?#]*)(?:\?([^#]*))?.*", re.IGNORECASE | re.DOTALL)
_HOST_AND_PORT = re.compile(r"(\[[^\[\]]*\]|[^:\[\]]*)(?::(.*))?", re.DOTALL)
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?", re.ASCII)
_NUMBER = re.compile(r"\d+|0x[\da-f]*", re.ASCII)
_ENCODED = re.compile(r"(?:%[89A-Fa-f][\dA-Fa-f])+")
#: Names that no public host has: RFC 6761, 6762 (appendix G) and 8375, and those that routers and systems use.
_PRIVATE = frozenset("localhost localdomain local internal intranet private corp home lan".split())
#: The network of public IPv6 addresses, and those inside it that stand for an IPv4 address.
_PUBLIC_SIX, _TUNNELS = "2000::/3", ("2001::/32", "2002::/16")
#: Small letters that look like small Latin ones, by script, as browsers list them; and scripts where most do.
_ALIKE = {"cyrillic": "аысԁеԍһіюкјӏорԗԛѕԝхуъьҽпгѵѡ", "greek": "αγηικνορτυχωϲϳ", "armenian": "ագզէլհյոսցւքօ"}
_ALL_ALIKE = frozenset({"lisu", "coptic"})
#: Latin letters that pose as others.
_LATIN_POSES = "ɑɡɩɪʟ"
#: Scripts that are written together; any other label must be of one script.
_TOGETHER = ({"latin", "cjk", "hiragana", "katakana"}, {"latin", "cjk", "bopomofo"}, {"latin", "cjk", "hangul"})
_SAME_SCRIPT = {"ideographic": "cjk", "extended": "arabic"}
#: A top-level name that looks Latin and is real.
_TOP = "рус"


class Fault(NamedTuple):
    """What an address `must` be or have and does not, as the end of a sentence; and the remedy, as a whole one."""

    must: str
    remedy: str


_WHOLE = Fault("must be an address that begins with https:// or http://", "Copy the whole address from the browser.")
_BLANK = Fault(
    "must hold no blank, and none of the signs < > \" ' \\ ^ ` { | }",
    "Copy the whole address from the browser, which writes a blank as `%20`.",
)
_MALFORMED = Fault(
    "must name its host plainly: letters, figures and hyphens, with points between",
    "Copy the whole address from the browser.",
)
_POSING = Fault(
    "must not name a host with letters that look like others",
    "Type the host's name by hand, in the letters of one script. If it is right as it stands, leave the address out.",
)
OWN_NETWORK = Fault(
    "must not lead to your own machine or network, where no reader gets",
    "Write the address at which everybody finds it.",
)
_NUMERIC = Fault(
    "must not name its host by a number that hides which one it is",
    "Write the host's name; or four numbers from 0 to 255, with points between.",
)
_USER = Fault("must not hold a user's name or password", "Take out all that stands before the `@`, and the `@`.")
_PORT = Fault("must have a port from 1 to 65535, or none", "Take out the colon behind the host and what follows it.")
_MAILBOX = Fault("must name a mailbox, as mailto:name@host.org", "Write the whole mail address behind `mailto:`.")


def fault(address: str, *, loopback: bool = False) -> Fault | None:
    """The fault of an http, https or mailto address; None when it is allowed. With `loopback`, it may lead to this
    machine.
    """
    if mail := _MAIL.fullmatch(address):
        return _mail_fault(mail[1], mail[2] or "")
    web = _WEB.fullmatch(address)
    if not web:
        return _BLANK if re.match(r"https?://\w", address, re.IGNORECASE) else _WHOLE
    if "@" in web[1]:
        return _USER
    parts = _HOST_AND_PORT.fullmatch(web[1])
    if not parts:
        return _MALFORMED
    host, port = parts[1].lower(), parts[2]
    if port is not None and not (re.fullmatch(r"\d{1,5}", port, re.ASCII) and 0 < int(port) < 65_536):
        return _PORT
    if loopback and _is_loopback(host):
        return None
    return _number_fault(host) if host.startswith("[") else _name_fault(host)


def web_fault(address: str) -> Fault | None:
    """The fault of an address that must be http or https."""
    return _WHOLE if _MAIL.fullmatch(address) else fault(address)


def typed(address: str, lines: list[str]) -> str:
    """An address from HTML that the Markdown engine made of `lines`, with the letters that the engine encoded."""
    if "%" not in address or any(address in line for line in lines):
        return address
    return _ENCODED.sub(lambda match: unquote(match.group()), address)


def _mail_fault(mailboxes: str, headers: str) -> Fault | None:
    for header in headers.split("&") if headers else ():
        name, _, value = header.partition("=")
        if unquote(name).lower() in ("to", "cc", "bcc"):
            mailboxes += f",{value}"
    for mailbox in filter(None, re.split(r",|%2[cC]", mailboxes)):
        name, at, host = unquote(mailbox).strip().rpartition("@")
        if not at or not name or "@" in name or re.search(r"\s", name):
            return _MAILBOX
        if fault := _name_fault(host.lower(), may_be_number=False):
            return fault
    return None if mailboxes.strip(",") else _MAILBOX


def _is_loopback(host: str) -> bool:
    import ipaddress  # takes a while, and few hosts are numbers

    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _number_fault(host: str) -> Fault | None:
    """The fault of a host that is a number: an IPv6 address in brackets, or an IPv4 address."""
    import ipaddress

    is_six = host.startswith("[")
    try:
        number = ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return _MALFORMED if is_six else _NUMERIC
    if isinstance(number, ipaddress.IPv4Address):
        return _MALFORMED if is_six else None if number.is_global and not number.is_multicast else OWN_NETWORK
    if number.scope_id or number.ipv4_mapped:
        return OWN_NETWORK
    inside = [number in ipaddress.IPv6Network(network) for network in (_PUBLIC_SIX, *_TUNNELS)]
    return None if number.is_global and inside == [True, False, False] else OWN_NETWORK


def _name_fault(host: str, *, may_be_number: bool = True) -> Fault | None:
    names = [_decoded(label) for label in unicodedata.normalize("NFC", host).removesuffix(".").split(".")]
    if not all(names) or len(host) > 253:
        return _MALFORMED
    if _NUMBER.fullmatch(names[-1]):
        return _number_fault(".".join(names)) if may_be_number else _MALFORMED
    if len(names) == 1 or names[-1] in _PRIVATE or names[-2:] == ["home", "arpa"]:
        return OWN_NETWORK
    own = _scripts(names[-1]) if names[-1] == _TOP or not _looks_latin(names[-1]) else set()
    for name in names:
        if _is_mixed(name) or (_looks_latin(name) and not _scripts(name) <= own):
            return _POSING
    return None


def _decoded(label: str) -> str:
    """A label of a host, decoded from Punycode; empty when it is no valid label."""
    if label.isascii() and not label.startswith("xn--"):
        return label if _LABEL.fullmatch(label) else ""
    import idna  # takes a while, and few need it

    try:
        letters = idna.ulabel(label) if label.isascii() else label
        coded = idna.alabel(letters).decode()
    except (idna.IDNAError, UnicodeError):
        return ""
    return letters if label in (letters, coded) and not letters.isascii() else ""


def _script(letter: str) -> str:
    """The script of a letter or figure by its Unicode name; empty for the figures 0 to 9 and for other characters."""
    if not letter.isalnum() or letter in "0123456789":
        return ""
    first = re.split(r"[ -]", unicodedata.name(letter, "unknown"))[0].lower()
    return _SAME_SCRIPT.get(first, first)


def _scripts(label: str) -> set[str]:
    return {_script(letter) for letter in label} - {""}


def _is_mixed(label: str) -> bool:
    """Whether a label mixes scripts that are not written together, or has Latin letters that pose as others."""
    if label.isascii():
        return False
    if any(letter in _LATIN_POSES or "SMALL CAPITAL" in unicodedata.name(letter, "") for letter in label):
        return True
    scripts = _scripts(label)
    return len(scripts) > 1 and not any(scripts <= together for together in _TOGETHER)


def _looks_latin(label: str) -> bool:
    """Whether all letters of a label are of another script and look like Latin ones."""
    letters = [(letter, script) for letter in label if (script := _script(letter))]
    return bool(letters) and all(script in _ALL_ALIKE or letter in _ALIKE.get(script, "") for letter, script in letters)
