# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of fonts and the theme of a new document: parts that Word writes into each, and strict readers miss."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from redraft.formats.docx.names import W

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_COLOURS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "3A3A3A", "lt2": "EEEEEE", "accent1": "35577D", "accent2": "8A4B38",
    "accent3": "5B7A3D", "accent4": "6D5488", "accent5": "35808A", "accent6": "B07B2C", "hlink": "1F4E8C",
    "folHlink": "6B3F7A",
}  # fmt: skip
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'


def font_table(font: str) -> str:
    """The part that lists the fonts."""
    return (
        f'<w:fonts xmlns:w="{W}"><w:font w:name={quoteattr(font)}><w:charset w:val="00"/><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def theme(font: str) -> str:
    """The theme part: one font, few colours, no effects."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{code}"/></a:{name}>' for name, code in _COLOURS.items())
    face = f'<a:latin typeface={quoteattr(font)}/><a:ea typeface=""/><a:cs typeface=""/>'
    lines = "".join(f'<a:ln w="{width}">{_FILL}</a:ln>' for width in (6350, 12700, 19050))
    return (
        f'<a:theme xmlns:a="{_DRAWING}" name="Manuscript"><a:themeElements>'
        f'<a:clrScheme name="Manuscript">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Manuscript"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="Manuscript"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f'<a:lnStyleLst>{lines}</a:lnStyleLst>'
        f'<a:effectStyleLst>{"<a:effectStyle><a:effectLst/></a:effectStyle>" * 3}</a:effectStyleLst>'
        f'<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>'
    )
