# SPDX-License-Identifier: GPL-3.0-or-later
"""Which encoding the bytes of an RTF text are in: by the font's character set, else by the document's code page."""

from __future__ import annotations

import codecs

SYMBOL = "symbol"
"""The encoding of fonts whose characters are ornaments: Word shows the byte 0x4A as U+F04A, and so do we."""

_CHARSETS = {
    0: "cp1252", 2: SYMBOL, 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "big5",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_PAGES = {
    10000: "mac_roman", 10007: "mac_cyrillic", 932: "cp932", 936: "gbk", 949: "cp949", 950: "big5", 65001: "utf-8",
}  # fmt: skip
DEFAULT = "cp1252"
BY_WORD = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
"""Words of the head that name a code page."""

_WIDE = frozenset({"cp932", "cp949", "johab", "gbk", "big5", "utf-8"})


def of_charset(number: int) -> str | None:
    """The codec of a font's ``\\fcharset``; None where it leaves the choice to the document (1)."""
    return _CHARSETS.get(number)


def of_page(number: int) -> str:
    """The codec of ``\\ansicpg``; Windows-1252 for a page that Python does not know."""
    name = _PAGES.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return DEFAULT


def decoded(data: bytes, codec: str) -> str:
    """The characters; bytes that the page does not hold become the replacement character, as Word shows a box."""
    if codec == SYMBOL:
        return "".join(chr(0xF000 + each) if each > 0x20 else chr(each) for each in data)
    return data.decode(codec, "replace")


def is_cut(data: bytes, codec: str) -> bool:
    """Whether the last byte is the first half of a character: its second half may be written as a letter."""
    if codec not in _WIDE:
        return False
    decoder = codecs.getincrementaldecoder(codec)("replace")
    decoder.decode(data)
    return bool(decoder.getstate()[0])
