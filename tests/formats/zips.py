# SPDX-License-Identifier: GPL-3.0-or-later
"""Zips for tests, the harmful ones too."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Mapping, Sequence


def zipped(parts: Mapping[str, bytes | str] | Sequence[tuple[str, bytes | str]], stored: Sequence[str] = ()) -> bytes:
    """A zip of these parts; a name may come twice in a sequence."""
    out = io.BytesIO()
    pairs = list(parts.items()) if isinstance(parts, Mapping) else list(parts)
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        warnings.simplefilter("ignore")
        for name, data in pairs:
            method = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            made.writestr(name, data, method)
    return out.getvalue()


def encrypted(data: bytes) -> bytes:
    """The same zip with the flag that says that its entries are encrypted."""
    marked = bytearray(data)
    for signature, flag in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        place = marked.find(signature)
        while place >= 0:
            marked[place + flag] |= 1
            place = marked.find(signature, place + 4)
    return bytes(marked)
