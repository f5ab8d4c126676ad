# SPDX-License-Identifier: GPL-3.0-or-later
"""OpenDocument files for tests, made of the XML of their text."""

from __future__ import annotations

from redraft.formats.odt.names import NAMESPACES
from tests.formats.zips import zipped

MIME = "application/vnd.oasis.opendocument.text"
_SPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())

STYLES = """
<style:default-style style:family="paragraph"><style:text-properties fo:language="en" fo:country="GB"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Title" style:family="paragraph"/><style:style style:name="Quotations" style:family="paragraph"/>
<style:style style:name="Horizontal_20_Line" style:display-name="Horizontal Line" style:family="paragraph"/>
<style:style style:name="Letter" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Emphasis" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Round" style:family="text" style:parent-style-name="Round"/>"""

AUTOMATIC = """
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Letter"><style:paragraph-properties fo:text-align="center"/></style:style>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Quotations"/>
<style:style style:name="P3" style:family="paragraph" style:parent-style-name="Heading_20_1"/>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="700"/></style:style>
<style:style style:name="T2" style:family="text" style:parent-style-name="Emphasis"><style:text-properties fo:font-style="normal" style:text-underline-style="solid"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties fo:language="fr" fo:country="FR"/></style:style>
<style:style style:name="T4" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="T5" style:family="text"><style:text-properties style:text-position="super 58%" fo:font-variant="small-caps" style:text-line-through-style="solid"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/><text:list-level-style-number text:level="2" style:num-format="1"/></text:list-style>"""


def content(text: str) -> str:
    """A content.xml with this in its office:text."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {_SPACES} office:version="1.3">'
        f"<office:automatic-styles>{AUTOMATIC}</office:automatic-styles><office:body><office:text>{text}</office:text>"
        "</office:body></office:document-content>"
    )


def odt(text: str, **others: str) -> bytes:
    """A file with this in its office:text; ``others`` are more parts."""
    styles = f'<office:document-styles {_SPACES}><office:styles>{STYLES}</office:styles></office:document-styles>'
    parts = {"mimetype": MIME, "content.xml": content(text), "styles.xml": styles, "Thumbnails/t.png": "\x89PNG",
             "META-INF/manifest.xml": "<manifest/>", **others}  # fmt: skip
    return zipped({name: data for name, data in parts.items() if data}, stored=("mimetype",))
