# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes tracked changes that the author accepted or rejected out of an OpenDocument file's list of changes."""

from __future__ import annotations

from collections.abc import Collection

from lxml import etree

from redraft.formats.odt.editing import take_out
from redraft.formats.odt.names import q

_CHANGES, _REGION, _ID = q("text:tracked-changes"), q("text:changed-region"), q("text:id")
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_PLACES = (q("text:change"), q("text:change-start"), q("text:change-end"))


def settle(root: etree._Element, keys: Collection[str]) -> None:
    """Take out the changes of these keys, and the places where they stand; the text there stays as it is."""
    if not keys:
        return
    for place in [each for each in root.iter(*_PLACES) if each.get(q("text:change-id")) in keys]:
        take_out(place)
    for region in [each for each in root.iter(_REGION) if (each.get(_ID) or each.get(_XML_ID)) in keys]:
        changes = region.getparent()
        if changes is not None:
            changes.remove(region)
            if not len(changes) and (parent := changes.getparent()) is not None:
                parent.remove(changes)
