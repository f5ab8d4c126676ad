# SPDX-License-Identifier: GPL-3.0-or-later
"""RTF's control words that matter to a story: characters, looks, and the groups that are no story."""

from __future__ import annotations

CHARACTERS = {
    "tab": "\t", "line": "\u2028", "lbr": "\u2028", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
    "zwj": "\u200d", "zwnj": "\u200c", "zwbo": "\u200b", "zwnbo": "\u2060", "ltrmark": "\u200e", "rtlmark": "\u200f",
}  # fmt: skip
"""Control words that are a character."""

SYMBOLS = {"~": "\u00a0", "-": "\u00ad", "_": "\u2011", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}
"""Control symbols that are a character."""

LOOKS = {
    "i": "italic", "b": "bold", "strike": "strike", "striked": "strike", "scaps": "small-caps", "ul": "underline",
    "uld": "underline", "uldb": "underline", "ulw": "underline", "ulwave": "underline", "uldash": "underline",
    "ulth": "underline", "super": "superscript", "sub": "subscript",
    "up": "superscript", "dn": "subscript", "v": "hidden", "deleted": "deleted", "revised": "inserted",
}  # fmt: skip
"""Words that set a look; with the number 0 they end it."""

ENDS = {"ulnone": ("underline",), "nosupersub": ("superscript", "subscript")}
"""Words that end looks."""

ALIGNMENTS = {"ql": "", "qc": "centre", "qr": "right", "qj": "justify"}

LEFT_OUT = frozenset(
    """colortbl info shprslt header headerl headerr headerf footer footerl footerr footerf pict object
    listtable listoverridetable pnseclvl xmlnstbl themedata colorschememapping datastore latentstyles
    generator revtbl rsidtbl nonshppict filetbl fldinst bkmkstart bkmkend tc tcn xe rxe mmathPr nonesttables
    atnid atnauthor atntime atndate atnicn atnref atnparent  ftnsep ftnsepc
    ftncn aftnsep aftnsepc aftncn template passwordhash private userprops docvar wgrffmtfilter pgptbl
    pnseclvl1 pntxta pntxtb mailmerge protusertbl list listlevel leveltext levelnumbers listname listpicture
    listoverride lfolevel falt fontemb fontfile keycode txe formfield datafield sp""".split()
)
"""Groups (destinations) whose text does not stand in the story."""

COUNTED = {"footnote": "note", "pict": "picture", "object": "object"}
"""Groups left out of which the author is told."""

DRAWN = frozenset({"shppict", "shpinst", "do"})
"""Starred groups that are read all the same: pictures, and shapes in which text may stand."""
