"""Private marks in the HTML of prose: control characters, which cleaned text cannot hold, for what depends on the page.

ROOT stands for the way back to the site's root, CITE n END for the n-th citation mark, VOICE n END for whose the n-th
quotation is. Of the language of that quotation, where it is not the page's, there are TONGUE n END, which says it in a
tag, OPEN n END and CLOSE n END, between which it holds; and OURS n END, which says that of the page in a tag.
"""

from __future__ import annotations

ROOT, CITE, END, VOICE = "\x01", "\x02", "\x03", "\x04"
TONGUE, OURS, OPEN, CLOSE = "\x05", "\x06", "\x07", "\x08"
