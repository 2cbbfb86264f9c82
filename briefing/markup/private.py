"""Private marks in the HTML of prose: control characters, which cleaned text cannot hold, for what depends on the page.

ROOT stands for the way back to the site's root, CITE n END for the n-th citation mark, VOICE n END for whose the n-th
quotation is, TONGUE n END for the language of that quotation, and OURS n END for the language of what we put beside it.
"""

from __future__ import annotations

ROOT, CITE, END, VOICE, TONGUE, OURS = "\x01", "\x02", "\x03", "\x04", "\x05", "\x06"
