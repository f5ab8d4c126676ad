# SPDX-License-Identifier: GPL-3.0-or-later
"""HTML's elements by what they mean to a story."""

from __future__ import annotations

BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup legend li main menu ol p pre section summary table tbody td tfoot th
    thead tr ul""".split()
)
"""Elements before and behind which a line ends."""

LEFT_OUT = frozenset(
    """script style head title template svg select textarea input option datalist map rt rp
    link meta base noframes""".split()
)
"""Elements that are no story, of which nobody need be told."""

COUNTED = {
    "iframe": "frame", "frame": "frame", "math": "formula", "object": "object", "embed": "object", "video": "object",
    "audio": "object", "applet": "object",
}  # fmt: skip
"""Elements left out of which the author is told."""

LOOKS = {
    "i": "font-style:italic", "em": "font-style:italic", "cite": "font-style:italic", "dfn": "font-style:italic",
    "var": "font-style:italic", "b": "font-weight:bold", "strong": "font-weight:bold", "u": "text-decoration:underline",
    "ins": "text-decoration:underline", "s": "text-decoration:line-through", "strike": "text-decoration:line-through",
    "del": "text-decoration:line-through", "sup": "vertical-align:super", "sub": "vertical-align:sub",
    "center": "text-align:center", "pre": "white-space:pre",
}  # fmt: skip
"""How elements look of themselves."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}
