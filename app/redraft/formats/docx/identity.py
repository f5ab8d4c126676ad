# SPDX-License-Identifier: GPL-3.0-or-later
"""Which copy a Word document is: the digest of its text, as a custom property that Word and LibreOffice keep.

ISO/IEC 29500-1 §22.3, "Custom Properties". What is read back names a copy; it is never trusted for more than that.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from lxml import etree

from redraft.formats.docx.adding import NewPart, added
from redraft.formats.errors import FormatError
from redraft.formats.guards import Package

_PART = "docProps/custom.xml"
_CORE = "docProps/core.xml"
_NAME = "Redraft copy"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_DIGEST = re.compile(r"[0-9a-f]{64}")


def with_copy_id(data: bytes, digest: str, name: str = "") -> bytes:
    """The document with the digest of its text in its properties; raises as :class:`Package`.

    Other custom properties that it has stay.
    """
    package = Package(data, name)
    line = (f'<property fmtid="{_FORMAT_ID}" pid="{_next_id(package)}" name="{_NAME}">'
            f"<vt:lpwstr>{escape(digest)}</vt:lpwstr></property>")  # fmt: skip
    made = f'<Properties xmlns="{_NAMESPACE}" xmlns:vt="{_VALUES}">{_others(package)}{line}</Properties>'
    part = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{made}'.encode()
    return added(package, [NewPart(_PART, part, _TYPE, _RELATION)], {})


def copy_id(data: bytes, name: str = "") -> str:
    """The digest of the copy that the document says it is; "" where it says nothing."""
    for each in _properties(Package(data, name)):
        if each.get("name") == _NAME:
            told = "".join(str(part) for part in each.itertext()).strip()
            return told if _DIGEST.fullmatch(told) else ""
    return ""


def last_author(data: bytes, name: str = "") -> str:
    """Who saved the document last, as it says itself; "" where it does not."""
    package = Package(data, name)
    if _CORE not in package.names:
        return ""
    try:
        root = package.text(_CORE)
    except FormatError:
        return ""
    found = (each.text or "" for each in root if str(each.tag).endswith("}lastModifiedBy"))
    return " ".join(next(found, "").split())[:200]


def _properties(package: Package) -> list[etree._Element]:
    if _PART not in package.names:
        return []
    try:
        return list(package.text(_PART))
    except FormatError:
        return []


def _others(package: Package) -> str:
    """The custom properties that the document has besides ours, as they stand there."""
    return "".join(
        etree.tostring(each, encoding="unicode", with_tail=False) for each in _properties(package)
        if each.get("name") != _NAME
    )  # fmt: skip


def _next_id(package: Package) -> int:
    taken = [int(pid) for each in _properties(package) if (pid := each.get("pid") or "").isdigit()]
    return max([1, *taken]) + 1
