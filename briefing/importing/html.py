"""Pages of the web, saved or fetched: which part is the text, and what the page says of itself."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from briefing.importing import furniture, lettering, metadata, tree
from briefing.importing.blocks import KEPT, Block, Imported, Sort
from briefing.importing.walking import Walk, texts

#: A paragraph of so many letters tells where the text is.
_LONG = 80


def read(data: bytes, charset: str = "", address: str = "") -> Imported:
    """Read a page. Raises ImportFault."""
    typed = tree.decoded(data, charset)
    root = tree.html(typed)
    sizes: dict[Any, int] = {}

    def size(element: Any) -> int:
        if element not in sizes:
            sizes[element] = len("".join(texts(element)).split()) and len(" ".join("".join(texts(element)).split()))
        return sizes[element]

    body = root.find(".//body") if root.find(".//body") is not None else root
    whole = size(body)
    told = metadata.read(root, typed)
    holder = _holder(body, whole, size, told.title)
    walk = Walk(whole, size)
    blocks = _headed(walk.over(holder), body, holder, told, size)
    blocks += _outside(body, holder, whole, size)
    return metadata.filled(told, blocks, walk.marks, address)


def fragment(markup: str) -> tuple[list[Block], int]:
    """The blocks of HTML that is all text, as other readers make it; and how many footnote marks were taken out."""
    return of_tree(tree.html(f"<body>{markup}</body>"))


def of_tree(body: Any) -> tuple[list[Block], int]:
    """The blocks of a tree that is all text; and how many footnote marks were taken out."""
    walk = Walk(0, lambda element: len("".join(texts(element)).strip()))
    return walk.over(body), walk.marks


def _holder(body: Any, whole: int, size: Any, title: str) -> Any:
    """The smallest part of a page that holds its text."""
    scores: Counter[Any] = Counter()
    for paragraph in body.iter("p", "div", "td", "li", "blockquote", "pre"):
        if paragraph.tag in ("div", "td", "li") and any(
            child.tag in ("p", "div", "ul", "table") for child in paragraph
        ):
            continue
        letters = _own_letters(paragraph, size)
        if letters < _LONG or _is_apart(paragraph, body, whole, size):
            continue
        for parent in paragraph.iterancestors():
            scores[parent] += letters
            if parent is body:
                break
    if not scores:
        return body
    most = scores[body]
    holder = body
    # The innermost part with nearly all of it; a page's own word for its text is taken where that has most of it.
    for element in sorted(scores, key=lambda element: -sum(1 for _ in element.iterancestors())):
        names_itself = element.tag in ("article", "main") or "articleBody" in element.get("itemprop", "")
        if scores[element] >= (0.5 if names_itself else 0.9) * most:
            holder = element
            break
    named = next((parent for parent in holder.iterancestors("article") if size(parent) < 2 * size(holder)), holder)
    return named if named is not holder else _with_headline(holder, title, size)


def _with_headline(holder: Any, title: str, size: Any) -> Any:
    """The part of a page that holds its text, with the headline where one stands close above it."""
    if any(_is_headline(head, title) for head in holder.iter("h1", "h2")):
        return holder
    for parent in holder.iterancestors():
        if size(parent) > 1.6 * size(holder) + 600:
            break
        if any(_is_headline(head, title) for head in parent.iter("h1", "h2")):
            return parent
    return holder


def _is_headline(head: Any, title: str) -> bool:
    """Whether a heading is what the page says to be its title, or part of it."""
    letters = _letters(head.text_content())
    return len(letters) > 5 and letters in _letters(title)


def _own_letters(paragraph: Any, size: Any) -> int:
    """The letters of a paragraph that are not linked."""
    return int(size(paragraph) - sum(size(link) for link in paragraph.iter("a")))


def _is_apart(element: Any, body: Any, whole: int, size: Any) -> bool:
    for parent in (element, *element.iterancestors()):
        if parent is body:
            return False
        if furniture.of_element(parent, whole, size):
            return True
    return False


def _headed(blocks: list[Block], body: Any, holder: Any, told: Imported, size: Any) -> list[Block]:
    """The blocks with the page's headline as the title: the first heading of the first level, which may stand before
    the part that holds the text.
    """
    heads = [head for head in body.iter("h1") if lettering.clean(head.text_content())]
    heads += [head for head in body.iter("h2") if _is_headline(head, told.title)]
    heads.sort(key=lambda head: not _is_headline(head, told.title))
    if not heads:
        return blocks
    title = lettering.clean(heads[0].text_content())
    for number, block in enumerate(blocks):
        if block.sort in (Sort.HEADING, Sort.MENU, Sort.RELATED) and block.text == title:
            above = [_section(block) for block in blocks[:number]]
            return [*above, Block(Sort.TITLE, title), *blocks[number + 1 :]]
    return [Block(Sort.TITLE, title), *blocks]


def _section(block: Block) -> Block:
    """A block above the headline: a few words there name the section of the paper."""
    is_name = (
        block.sort in (Sort.PARAGRAPH, Sort.CAPTION) and len(block.text) < 40 and not re.search(r"[\d.!?]", block.text)
    )
    return Block(Sort.MENU, block.text) if is_name else block


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _outside(body: Any, holder: Any, whole: int, size: Any) -> list[Block]:
    """Longer paragraphs that stand outside the text, set apart, so that the editor sees whether they belong to it."""
    inside = set(holder.iter())
    found = []
    for paragraph in body.iter("p"):
        if paragraph in inside or size(paragraph) < _LONG:
            continue
        sort = Sort.OTHER
        for parent in (paragraph, *paragraph.iterancestors()):
            if parent is body:
                break
            if known := furniture.of_element(parent, whole, size):
                sort = known
                break
        found.append(Block(sort, lettering.clean(" ".join(texts(paragraph)))))
    return found


def kept(blocks: tuple[Block, ...]) -> list[Block]:
    """Those that are text."""
    return [block for block in blocks if block.sort in KEPT]
