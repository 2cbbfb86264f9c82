"""E-mail, and pages that browsers save in the form of one (MHTML)."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Sequence
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import Any

from briefing.importing import furniture, html, lettering, tongue, tree, wrapping
from briefing.importing import plain as plain_text
from briefing.importing.blocks import Block, Imported, ImportFault, Sort
from briefing.importing.walking import texts

#: Parts of a message that are looked at.
_MOST_PARTS = 500
#: The head of an earlier message as Outlook and others set it, in the languages that we know.
_HEAD = re.compile(
    r"\s*(?:from|von|de|da|od|shko|од|от|من)\s?: .{1,300}?"
    r"\s(?:sent|date|gesendet|datum|envoyé|enviado(?: el)?|fecha|inviato|data|poslato|poslano|dërguar|verzonden|"
    r"послато|датум|отправлено|дата|تم الإرسال)\s?: .{1,200}?"
    r"\s(?:to|an|à|para|a|za|prima|për|aan|за|кому|إلى|subject|betreff|objet|asunto|oggetto|naslov|predmet|"
    r"subjekti|onderwerp|тема|الموضوع)\s?: .*",
    re.IGNORECASE | re.DOTALL,
)
_HEAD_BEGINS = re.compile(r"\S{2,5}\s?: \S")
#: What programs of telephones write below a message.
_SENT_FROM = re.compile(
    r"(?:sent from (?:my|outlook|yahoo|proton)|get outlook for|von meinem .{1,30} gesendet|gesendet (?:von|mit) mein|"
    r"envoyé (?:de|depuis) mon|enviado desde mi|inviato da|poslato sa|послато са|отправлено с).{0,60}",
    re.IGNORECASE,
)
#: Parts of a message in HTML that hold the signature.
_SIGNATURES = ("gmail_signature", "moz-signature", "gmail_signature_prefix")
#: The line before an earlier message that is quoted.
_WROTE = re.compile(
    r"\s*(?:begin forwarded message:|anfang der weitergeleiteten .{4,12}:|début du message .{4,12} :|"
    r"-{2,} ?(?:original|forwarded|ursprüngliche|message d'origine|mensaje original).*|_{10,}|"
    r"(?:on|am|le|el|il|dana)\b.{5,160}\b(?:wrote|schrieb.{0,60}|a écrit|escribió|ha scritto|"
    r"je napisa(?:o|la))\s?:?|.{5,160}\bје написа(?:о|ла|о/ла|ла/о)\s?:)\s*",
    re.IGNORECASE | re.DOTALL,
)


def read(data: bytes) -> Imported:
    """Read a message. Raises ImportFault."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    texts, attached = _parts(message)
    snapshot = _header(message, "Snapshot-Content-Location")
    is_page = snapshot or (message.get_content_type() == "multipart/related" and not message["From"])
    if "text/html" in texts and is_page:
        return html.read(_text(texts["text/html"]).encode(), "utf-8", snapshot)
    if not texts:
        raise ImportFault("A message must hold text; this one has none. Save its attachment and import that.")
    blocks, marks = _body(texts)
    blocks = [Block(Sort.SIGNATURE, block.text) if _SENT_FROM.fullmatch(block.text) else block for block in blocks]
    is_forward = not any(block.sort is Sort.PARAGRAPH for block in blocks)
    if is_forward:
        blocks, marks = _body(texts, with_earlier=True)
    subject, sender = _header(message, "Subject"), _header(message, "From")
    language = tongue.guess(" ".join(block.text for block in blocks if block.sort is Sort.PARAGRAPH))
    remarks = []
    if is_forward:
        remarks.append(
            "The message holds nothing but an earlier one, taken for its text: see who wrote that (`author`), "
            "and when (`published`)."
        )
    if attached:
        shown = ", ".join(attached[:10])
        remarks.append(f"The message has attachments, which were not read; import each by itself: {shown}.")
    return Imported(
        (*([Block(Sort.TITLE, subject)] if subject else []), *blocks),
        title=subject,
        author=lettering.clean(sender.partition("<")[0].strip().strip("\"'")) or sender.strip("<> "),
        published=_day(message),
        language=language,
        kind="letter",
        remarks=tuple(remarks),
        marks=marks,
        guessed=("kind", *(("language",) if language else ())),
    )


def _parts(message: EmailMessage) -> tuple[dict[str, EmailMessage], list[str]]:
    """The first part of each kind of text, by its kind; and the names of all that hangs on the message."""
    texts: dict[str, EmailMessage] = {}
    attached = []
    for part in islice(message.walk(), _MOST_PARTS):
        assert isinstance(part, EmailMessage)
        kind = part.get_content_type()
        name = part.get_filename()
        if part.get_content_disposition() == "attachment" or (name and not kind.startswith("text/")):
            if not (kind.startswith("image/") and part.get("Content-ID")):
                attached.append(lettering.clean(str(name or kind))[:60])
        elif kind in ("text/plain", "text/html"):
            texts.setdefault(kind, part)
    return texts, attached


def _header(message: EmailMessage, name: str) -> str:
    try:
        return lettering.clean(str(message.get(name, "")))[:400]
    except (ValueError, LookupError, IndexError):  # headers that the library cannot read
        return ""


def _day(message: EmailMessage) -> str:
    try:
        return parsedate_to_datetime(str(message["Date"])).date().isoformat()
    except (TypeError, ValueError, IndexError):
        return ""


def _text(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    return tree.decoded(payload if isinstance(payload, bytes) else b"", part.get_content_charset() or "")


def _body(texts: dict[str, EmailMessage], with_earlier: bool = False) -> tuple[list[Block], int]:
    """The blocks of the form that keeps paragraphs: HTML, unless the plain one says which line ends count. Earlier
    messages are set apart, unless they are to be part of the text.
    """
    plain = texts.get("text/plain")
    if (page := texts.get("text/html")) is not None and (plain is None or not _is_flowed(plain)):
        root = tree.html(_text(page))
        if with_earlier:
            return html.of_tree(root)
        for quoted in [*root.iter("blockquote"), *root.find_class("gmail_quote"), *root.find_class("moz-cite-prefix")]:
            if quoted.tag != "blockquote" or quoted.get("type") == "cite" or "gmail" in quoted.get("class", ""):
                quoted.set("role", furniture.EARLIER)
        signature = _taken(root)
        walked, marks = html.of_tree(root)
        return [*_set_apart(walked), *signature], marks
    assert plain is not None
    if with_earlier:
        bare = re.sub(r"(?m)^[> ]*>[ ]?", "", _text(plain))
        return list(plain_text.read_text(bare.encode()).blocks), 0
    lines = _text(plain).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return _plain(lines, _is_flowed(plain), plain.get_param("delsp") == "yes"), 0


def _taken(root: Any) -> list[Block]:
    """The signatures, taken out of a message in HTML."""
    found = []
    for name in _SIGNATURES:
        for element in root.find_class(name):
            if text := lettering.clean(" ".join(texts(element))):
                found.append(Block(Sort.SIGNATURE, text))
            element.text, element[:] = None, []
    return found


def _is_flowed(part: EmailMessage) -> bool:
    """Whether blanks at line ends say that a paragraph goes on (RFC 3676)."""
    return str(part.get_param("format", "")).lower() == "flowed"


def _plain(lines: Sequence[str], is_flowed: bool, drops_blank: bool) -> list[Block]:
    """The blocks of a plain message: what it quotes and the signature are set apart."""
    own: list[str] = []
    quoted: list[str] = []
    signature: list[str] = []
    for number, line in enumerate(lines):
        if line.startswith(">"):
            quoted.append(line.lstrip("> "))
        elif line in ("-- ", "--"):
            signature, rest = _signature(lines[number + 1 :])
            quoted += rest
            break
        elif _HEAD_BEGINS.match(line) and _HEAD.fullmatch("\n".join(lines[number : number + 5])[:2000]):
            quoted += lines[number:]
            break
        elif (
            _WROTE.fullmatch(" ".join(lines[number : number + 2]))
            and any(line.startswith(">") for line in lines[number + 1 : number + 5])
        ) or _WROTE.fullmatch(line):
            quoted.append(line)
            own.append("")
            if re.match(r"\s*[-_]{2}", line):  # all that follows is the earlier message
                quoted += lines[number + 1 :]
                break
        else:
            own.append(line)
    if is_flowed:
        own = _unflowed(own, drops_blank)
    blocks = list(wrapping.blocks("\n".join(own), tongue.guess("\n".join(own))))
    for sort, left in ((Sort.EARLIER_MAIL, quoted), (Sort.SIGNATURE, signature)):
        if text := lettering.clean(" ".join(left)):
            blocks.append(Block(sort, text))
    return blocks


def _signature(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """What stands behind the line before a signature: the signature, and an earlier message below it."""
    for number, line in enumerate(lines):
        if line.startswith(">") or _WROTE.fullmatch(line):
            return list(lines[:number]), list(lines[number:])
    return list(lines), []


def _unflowed(lines: Sequence[str], drops_blank: bool) -> list[str]:
    whole: list[str] = []
    goes_on = False
    for line in lines:
        line = line.removeprefix(" ")
        if goes_on and line.strip():
            whole[-1] = (whole[-1][:-1] if drops_blank else whole[-1]) + line
        else:
            whole.append(line)
        goes_on = line.endswith(" ")
    return whole


def _set_apart(blocks: Sequence[Block]) -> list[Block]:
    """Blocks of a message in HTML, with what follows the line before an earlier message set apart."""
    found: list[Block] = []
    is_earlier = False
    for number, block in enumerate(blocks):
        # The head of an earlier message is one block, or each of its lines is.
        head = "\n".join(other.text for other in blocks[number : number + 4])
        is_head = _HEAD_BEGINS.match(block.text) and (_HEAD.fullmatch(block.text) or _HEAD.fullmatch(head))
        is_earlier |= block.sort is Sort.PARAGRAPH and bool(_WROTE.fullmatch(block.text) or is_head)
        found.append(Block(Sort.EARLIER_MAIL, block.text) if is_earlier else block)
    return found
