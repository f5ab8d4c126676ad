# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens zips and XML that strangers made: measured before they are unpacked, nothing fetched, nothing expanded.

A word processor's file is a zip of XML. Small zips can unpack to gigabytes, XML can define entities that grow without
end or that stand for files of the reader's disk. Sizes are read from the zip's directory first, and a part is
never unpacked further than its directory says; XML with a document type is refused, which no word processor writes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from functools import cached_property

from lxml import etree

from redraft.formats.errors import Broken, Protected, Unsafe

MOST_UNPACKED = 1 << 30
"""Bytes that all parts of a file may take unpacked: pictures of a long illustrated book, with room."""

LARGEST_XML = 300 << 20
"""Bytes of one XML part: some thirty times a novel of 160,000 words."""

MOST_PARTS = 20_000
"""Parts that a file may have."""

_RATIO, _RATIO_FROM = 150, 32 << 20
_ENCRYPTED = 0x1
_UNSAFE_NAME = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")
_DOCUMENT_TYPE = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)", re.IGNORECASE)
_ENTITY = re.compile(rb"<\0?!\0?E\0?N\0?T\0?I\0?T\0?Y", re.IGNORECASE)
_HARMLESS = frozenset({"DTD_XMLID_VALUE", "DTD_XMLID_TYPE"})
_OFFICE_KEY = "EncryptedPackage".encode("utf-16-le")


class Package:
    """The parts of a zip that was found harmless. ``data`` are the file's bytes, ``name`` is for the sentences.

    Raises:
        Broken: when it is no whole zip.
        Protected: when parts are encrypted.
        Unsafe: when it would unpack to far more than a manuscript takes, or its parts lie outside of it.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.data, self.name = data, name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise Broken(name) from error
        self.entries = self._zip.infolist()
        self.comment = self._zip.comment
        self._judge()

    @property
    def directory_start(self) -> int:
        """Where in ``data`` the last part ends and the list of parts begins (bytes)."""
        return self._zip.start_dir

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return frozenset(each.filename for each in self.entries)

    @cached_property
    def duplicates(self) -> frozenset[str]:
        """Names that more than one part has."""
        return frozenset(name for name, count in Counter(each.filename for each in self.entries).items() if count > 1)

    def read(self, part: str) -> bytes:
        """The bytes of a part.

        Raises:
            KeyError: when there is no such part.
            Broken: when it is damaged, or there are two of that name.
        """
        if part in self.duplicates:
            raise Broken(self.name, f"two of its parts are called “{part}”")
        entry = self._zip.getinfo(part)
        try:
            with self._zip.open(entry) as opened:
                return opened.read(entry.file_size + 1)
        except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
            raise Broken(self.name, f"its part “{part}” is damaged") from error
        except Exception as error:  # zlib.error and its like have no common root
            raise Broken(self.name, f"its part “{part}” is damaged") from error

    def text(self, part: str) -> etree._Element:
        """The root element of an XML part; raises as :meth:`read` and :func:`parse_xml`."""
        entry = self._zip.getinfo(part)
        if entry.file_size > LARGEST_XML:
            raise Unsafe(self.name, f"its part “{part}” alone unpacks to {_megabytes(entry.file_size)}")
        return parse_xml(self.read(part), self.name)

    def _judge(self) -> None:
        if len(self.entries) > MOST_PARTS:
            raise Unsafe(self.name, f"it has {len(self.entries):,} parts")
        for each in self.entries:
            if _UNSAFE_NAME.search(each.filename):
                raise Unsafe(self.name, f"one of its parts is called “{each.filename}”, a place outside the file")
            if each.flag_bits & _ENCRYPTED:
                raise Protected(self.name)
        if sum(each.compress_size for each in self.entries) > len(self.data):
            raise Unsafe(self.name, "its parts lie over one another")
        size = sum(each.file_size for each in self.entries)
        if size > MOST_UNPACKED or (size > _RATIO_FROM and size > _RATIO * len(self.data)):
            raise Unsafe(self.name, f"its {_megabytes(len(self.data))} unpack to {_megabytes(size)}")


def parse_xml(data: bytes, name: str, *, document_type: bool = False) -> etree._Element:
    """The root element of an XML text; nothing is fetched, no entity is expanded.

    ``document_type``: one that only names a standard ("<!DOCTYPE package …>") may stand, as in old EPUB books.

    Raises:
        Unsafe: when it declares a document type or entities.
        Broken: when it is not well-formed.
    """
    if (_ENTITY if document_type else _DOCUMENT_TYPE).search(data):
        raise Unsafe(name, "it defines abbreviations of its own (a document type with entities), as attacks do")
    try:
        root = _parsed(data)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Broken(name, "its XML is not whole") from error
    if not document_type and root.getroottree().docinfo.internalDTD is not None:
        raise Unsafe(name, "it declares a document type")
    return root


def _parsed(data: bytes) -> etree._Element:
    """The root element; that an ``xml:id`` is no proper name is no reason to refuse a text."""
    parser = _parser(recover=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        if any(each.type_name not in _HARMLESS for each in parser.error_log):
            raise
        return etree.fromstring(data, _parser(recover=True))


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=recover)


def is_locked_office(data: bytes) -> bool:
    """Whether the bytes are a Word document behind a password (an old-style container round an encrypted package)."""
    return data.startswith(b"\xd0\xcf\x11\xe0") and _OFFICE_KEY in data


def _megabytes(size: int) -> str:
    return f"{size / (1 << 20):,.1f} MB"
