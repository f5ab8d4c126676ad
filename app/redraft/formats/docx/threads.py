# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a Word document's comments lost their threads: LibreOffice up to 7.5 writes each answer as a comment of its
own on the same words."""

from __future__ import annotations

from redraft.formats.docx.names import W15
from redraft.formats.docx.parts import Parts
from redraft.formats.errors import FormatError
from redraft.formats.guards import Package

_APP = "docProps/app.xml"


def parted(data: bytes, name: str = "") -> bool:
    """Whether LibreOffice wrote the document and no comment in it is said to be an answer; raises as :class:`Parts`."""
    package = Package(data, name)
    if _APP not in package.names:
        return False
    try:
        program = "".join(str(each) for each in package.text(_APP).itertext())
    except FormatError:
        return False
    threads = Parts(package).part("commentsExtended")
    known = () if threads is None else threads
    return "LibreOffice/" in program and not any(each.get(f"{{{W15}}}paraIdParent") for each in known)
