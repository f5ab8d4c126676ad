# SPDX-License-Identifier: GPL-3.0-or-later
"""Bytes → text and back without loss, whatever the encoding, damaged or not.

Whatever decodes as UTF-8 is UTF-8. Bytes that break the encoding are kept as characters of a private-use area
(U+F0000–U+F07FF) and written again as the bytes that they were: a damaged file is shown, saved, and not harmed
further. A byte order mark stays in the text as U+FEFF.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

import chardet

from redraft.formats.errors import HoldsNul, NotText

_DAMAGED = " damaged"
_LONE = re.compile("[\ud800-\udfff]")
_KEPT = re.compile("[\U000f0000-\U000f07ff]")
_SHIFT = 0xF0000 - 0xD800
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_WORDS = {
    "utf-8": "UTF-8", "utf-16-le": "UTF-16 LE", "utf-16-be": "UTF-16 BE", "utf-32-le": "UTF-32 LE",
    "utf-32-be": "UTF-32 BE", "cp1252": "Windows-1252", "mac_roman": "Mac Roman", "latin-1": "ISO-8859-1",
}  # fmt: skip
_CONTROL = re.compile(rb"[\x01-\x07\x0e-\x19\x1c-\x1f]")
_SAMPLE = 200_000
_QUOTES = "“”‘’—–…"
_ACCENTED = "éèêëàâäáçñöôóüûúïîíåæœø"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text. ``encoding`` leads back (:func:`encode`); ``notice`` tells the author what is wrong with it."""

    text: str
    encoding: str
    notice: str | None = None


def decode(data: bytes, name: str) -> Decoded:
    """Decode a file's bytes; ``name`` is the file's, for the sentences.

    Raises:
        HoldsNul: when NUL bytes stand among the text (a tail of them, as crashes leave it, is kept).
        NotText: when the bytes are no text in any encoding.
    """
    for encoding in _candidates(data, name):
        decoded = _decoded(data, encoding, name)
        if decoded is not None:
            return decoded
    raise NotText(name)


def encode(text: str, encoding: str) -> bytes:
    """The bytes of ``text`` in an encoding that :func:`decode` named.

    Raises:
        UnicodeEncodeError: when the encoding has no place for one of the characters.
    """
    codec, damaged = encoding.removesuffix(_DAMAGED), encoding.endswith(_DAMAGED)
    if not damaged:
        return text.encode(codec)
    lone = _KEPT.sub(lambda each: chr(ord(each.group()) - _SHIFT), text)
    return lone.encode(codec, _handler(codec))


def in_words(encoding: str, *, bom: bool = False) -> str:
    """The encoding's name for the author: "UTF-8 with BOM", "Windows-1252"."""
    codec = encoding.removesuffix(_DAMAGED)
    name = _WORDS.get(codec, codec.upper())
    return name + (" with BOM" if bom else "") + (", damaged" if encoding.endswith(_DAMAGED) else "")


def _handler(codec: str) -> str:
    return "surrogatepass" if codec.startswith(("utf-16", "utf-32")) else "surrogateescape"


def _candidates(data: bytes, name: str) -> list[str]:
    """Encodings to try, likeliest first; only what gives the same bytes again is taken."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return [encoding, encoding + _DAMAGED]
    if wide := _wide(data):
        return [wide, wide + _DAMAGED]
    _refuse_junk(data, name)
    if not _breaks_utf8(data):
        return ["utf-8"]
    if _mostly_utf8(data):
        return ["utf-8" + _DAMAGED, "latin-1"]
    narrow = _narrow(data)
    return [narrow, narrow + _DAMAGED, "latin-1"]


def _decoded(data: bytes, encoding: str, name: str) -> Decoded | None:
    codec, damaged = encoding.removesuffix(_DAMAGED), encoding.endswith(_DAMAGED)
    try:
        text = data.decode(codec, _handler(codec) if damaged else "strict")
        lone = _LONE.findall(text) if damaged else []
        text = _LONE.sub(lambda each: chr(ord(each.group()) + _SHIFT), text) if lone else text
        if encode(text, encoding) != data:
            return None
    except (UnicodeError, LookupError):
        return None
    if "\0" in text.rstrip("\0"):
        raise HoldsNul(name, text.count("\0"))
    return Decoded(text, encoding, _notice(name, encoding, len(lone), text.endswith("\0")))


def _notice(name: str, encoding: str, broken: int, tail: bool) -> str | None:
    if broken:
        places = "one place" if broken == 1 else f"{broken:,} places"
        return (
            f"“{name}” is damaged in {places}: bytes there are not {in_words(encoding.removesuffix(_DAMAGED))}. "
            "They are shown as small boxes and saved as they are."
        )
    if tail:
        return f"“{name}” ends in NUL bytes, as a crash leaves them. They are kept; the text before them is whole."
    return None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte of a Western text is NUL, always on the same side."""
    sample = data[: _SAMPLE]
    pairs = len(sample) // 2
    if pairs < 2 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd >= 0.4 * pairs and even <= 0.02 * pairs:
        return _if_text(sample, "utf-16-le")
    if even >= 0.4 * pairs and odd <= 0.02 * pairs:
        return _if_text(sample, "utf-16-be")
    return None


def _if_text(sample: bytes, encoding: str) -> str | None:
    """The encoding, unless what it makes of the sample is full of control characters."""
    text = sample[: len(sample) // 2 * 2].decode(encoding, "replace")
    controls = sum(char < " " and char not in "\t\n\r\f\v" for char in text.rstrip("\0"))
    return encoding if controls <= max(2, len(text) // 100) else None


def _refuse_junk(data: bytes, name: str) -> None:
    body = data.rstrip(b"\0")
    if not body and data:
        raise HoldsNul(name, len(data))
    sample = body[: 4 * _SAMPLE]
    if len(_CONTROL.findall(sample)) + sample.count(0) > max(2, len(sample) // 100):
        raise NotText(name)
    if b"\0" in body:
        raise HoldsNul(name, body.count(b"\0"))


def _breaks_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def _mostly_utf8(data: bytes) -> bool:
    """Whether a text is UTF-8 but for a few broken places: five good characters for every broken byte."""
    text = data.decode("utf-8", "surrogateescape")
    broken = len(_LONE.findall(text))
    good = sum(char > "\x7f" for char in text) - broken
    return good >= 5 * broken


def _narrow(data: bytes) -> str:
    """An encoding of one byte a character (or an Asian one), from the lines that are not plain ASCII."""
    lines = (line for line in data.splitlines() if not line.isascii())
    sample = bytearray()
    for line in lines:
        sample += line + b"\n"
        if len(sample) > _SAMPLE:
            break
    foreign = sum(byte > 0x7F for byte in sample)
    if foreign > max(12, 0.25 * len(sample)):
        found = chardet.detect(bytes(sample))["encoding"]
        return _python_name(found)
    found = chardet.detect(bytes(sample), include_encodings=["windows-1252", "macroman"])["encoding"]
    guess = _python_name(found)
    windows, mac = _prose_score(bytes(sample), "cp1252"), _prose_score(bytes(sample), "mac_roman")
    if windows == mac:
        return guess
    return "cp1252" if windows > mac else "mac_roman"


def _python_name(found: str | None) -> str:
    known = {"windows-1252": "cp1252", "macroman": "mac_roman", "iso-8859-1": "cp1252", "ascii": "cp1252"}
    name = (found or "cp1252").lower()
    return known.get(name, name)


def _prose_score(sample: bytes, encoding: str) -> int:
    """How much the decoded characters look like English prose: quotes and dashes, accents inside small words."""
    text = sample.decode(encoding, "replace")
    score = 0
    for match in re.finditer(r"[^\x00-\x7f]", text):
        char, before = match.group(), text[match.start() - 1 : match.start()]
        if char in _QUOTES:
            score += 3
        elif char in _ACCENTED:
            score += 2
        elif char.isalpha():
            score -= 3 if before.islower() or not before.isalpha() else 1
        elif char in "£°©½¼¾éÉ€\xa0":
            score += 1
        else:
            score -= 2
    return score
