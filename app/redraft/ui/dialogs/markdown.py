# SPDX-License-Identifier: GPL-3.0-or-later
"""Manual pages as HTML. Knows no Qt."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

_SECTION = re.compile(
    r"^(What it finds|Why a reader minds|When to leave it|Examples?|Known limits|References?|Sources?)\s*[:.]?\s*(.*)$",
    re.IGNORECASE,
)


def to_html(manual: str) -> str:
    """A manual page as HTML: its sections under headings of their own, whatever way the author marked them.

    A section may be written as a line of its own, with a colon and the text behind it, underlined, or as ``## …``.
    """
    lines = []
    for line in manual.splitlines():
        bare = line.strip().lstrip("#*").rstrip("*").strip()
        found = _SECTION.match(bare)
        if found:
            lines += ["", f"## {found[1]}", "", found[2][:1].upper() + found[2][1:]]
        elif not re.fullmatch(r"[-=~]{3,}", line.strip()):
            lines.append(line)
    return str(MarkdownIt("commonmark", {"html": False}).render("\n".join(lines)))
