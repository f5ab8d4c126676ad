# SPDX-License-Identifier: GPL-3.0-or-later
"""Zips written: one with some parts replaced and every other byte of it as it was; and a new one.

The untouched entries are copied as they lie in the file, packed, with their headers: their times, extra fields and
order stay. Source: PKWARE APPNOTE 6.3.10, sections 4.3.7 (local header) and 4.3.12 (central directory).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping

from redraft.formats.guards import Package

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_DEFLATED, _STORED = 8, 0
_UTF8, _ZIP64 = 0x800, 1
_NEEDS = 20
_WRITTEN = (1980, 1, 1, 0, 0, 0)


def replaced(package: Package, parts: Mapping[str, bytes]) -> bytes:
    """The zip with the named parts holding these bytes instead; the same bytes where ``parts`` is empty.

    Raises:
        KeyError: when a part named is not in the zip (a new part belongs to :func:`packed`).
    """
    missing = set(parts) - package.names
    if missing:
        raise KeyError(sorted(missing)[0])
    if not parts:
        return package.data
    out, directory = bytearray(), bytearray()
    entries = sorted(package.entries, key=lambda each: each.header_offset)
    ends = [each.header_offset for each in entries[1:]] + [package.directory_start]
    for entry, end in zip(entries, ends, strict=True):
        if entry.filename in parts:
            local, central = _made(entry, parts[entry.filename], len(out))
        else:
            local = package.data[entry.header_offset : end]
            central = _listed(entry, len(out))
        out += local
        directory += central
    record = _END.pack(b"PK\5\6", 0, 0, len(entries), len(entries), len(directory), len(out), len(package.comment))
    return bytes(out + directory + record + package.comment)


def packed(parts: Iterable[tuple[str, bytes]], stored: frozenset[str] = frozenset()) -> bytes:
    """A new zip of these parts in this order; ``stored`` are those that are not compressed. The same every time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts:
            entry = zipfile.ZipInfo(name, _WRITTEN)
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            made.writestr(entry, data)
    return out.getvalue()


def _name(entry: zipfile.ZipInfo) -> tuple[int, bytes]:
    """The flags and the bytes of its name, in the encoding in which it was written."""
    if entry.flag_bits & _UTF8:
        return _UTF8, entry.orig_filename.encode("utf-8")
    return 0, entry.orig_filename.encode("cp437", "replace")


def _time(entry: zipfile.ZipInfo) -> tuple[int, int]:
    year, month, day, hour, minute, second = entry.date_time
    return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day


def _made(entry: zipfile.ZipInfo, data: bytes, place: int) -> tuple[bytes, bytes]:
    """The local entry and the directory's line for new bytes, packed as the old ones were."""
    flags, name = _name(entry)
    if entry.compress_type == zipfile.ZIP_STORED:
        method, body = _STORED, data
    else:
        squeezer = zlib.compressobj(6, zlib.DEFLATED, -15)
        method, body = _DEFLATED, squeezer.compress(data) + squeezer.flush()
    shared = (flags, method, *_time(entry), zlib.crc32(data), len(body), len(data), len(name), 0)
    local = _LOCAL.pack(b"PK\3\4", _NEEDS, *shared) + name + body
    rest = (len(entry.comment), 0, entry.internal_attr, entry.external_attr, place)
    return local, _CENTRAL.pack(b"PK\1\2", _made_by(entry), _NEEDS, *shared, *rest) + name + entry.comment


def _listed(entry: zipfile.ZipInfo, place: int) -> bytes:
    """The directory's line for an untouched entry that now begins at ``place``."""
    _, name = _name(entry)
    extra = _short(entry.extra)
    sizes = (entry.CRC, entry.compress_size, entry.file_size, len(name), len(extra), len(entry.comment))
    head = (_made_by(entry), entry.extract_version, entry.flag_bits, entry.compress_type, *_time(entry))
    rest = (0, entry.internal_attr, entry.external_attr, place)
    return _CENTRAL.pack(b"PK\1\2", *head, *sizes, *rest) + name + extra + entry.comment


def _made_by(entry: zipfile.ZipInfo) -> int:
    return entry.create_system << 8 | entry.create_version


def _short(extra: bytes) -> bytes:
    """The extra fields without the sizes of a zip of more than 4 GB, which stand in the line itself."""
    kept = bytearray()
    while len(extra) >= 4:
        tag, size = struct.unpack_from("<HH", extra)
        kept += extra[: 4 + size] if tag != _ZIP64 else b""
        extra = extra[4 + size :]
    return bytes(kept)
