# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of a new OpenDocument text that are the same every time: manuscript styles, metadata, the list of parts."""

from __future__ import annotations

from redraft.formats.odt.names import NAMESPACES

MIME = "application/vnd.oasis.opendocument.text"
VERSION = "1.3"
DECLARATIONS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items() if prefix != "loext")
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

MANIFEST = (
    _HEAD + '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
    f'manifest:version="{VERSION}">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="{VERSION}" manifest:media-type="{MIME}"/>'
    + "".join(f'<manifest:file-entry manifest:full-path="{each}.xml" manifest:media-type="text/xml"/>'
              for each in ("content", "styles", "meta"))
    + "</manifest:manifest>"
)  # fmt: skip

META = (
    f'{_HEAD}<office:document-meta {DECLARATIONS} office:version="{VERSION}"><office:meta>'
    "<meta:generator>Redraft</meta:generator></office:meta></office:document-meta>"
)


def _style(name: str, parent: str, paragraph: str, text: str = "", more: str = "") -> str:
    shown = f' style:display-name="{name.replace("_20_", " ")}"' if "_20_" in name else ""
    above = f' style:parent-style-name="{parent}"' if parent else ""
    return (
        f'<style:style style:name="{name}"{shown} style:family="paragraph"{above}{more}>'
        f"<style:paragraph-properties {paragraph}/>" + (f"<style:text-properties {text}/>" if text else "")
        + "</style:style>"
    )


def _levels(kind: str, attributes: str) -> str:
    return "".join(
        f'<text:list-level-style-{kind} text:level="{level}" {attributes}><style:list-level-properties '
        f'text:space-before="{0.635 * level:.3f}cm" text:min-label-width="0.635cm"/></text:list-level-style-{kind}>'
        for level in range(1, 11)
    )


_HEADINGS = "".join(
    _style(f"Heading_20_{level}", "Standard", 'fo:text-indent="0cm" fo:margin-top="0.8cm" fo:margin-bottom="0.4cm" '
           'fo:keep-with-next="always"', f'fo:font-size="{max(12, 18 - 2 * level)}pt" fo:font-weight="bold"',
           f' style:next-style-name="Standard" style:default-outline-level="{level}"')
    for level in range(1, 7)
)  # fmt: skip

STYLES = (
    f'{_HEAD}<office:document-styles {DECLARATIONS} office:version="{VERSION}"><office:styles>'
    '<style:default-style style:family="paragraph"><style:text-properties fo:font-family="\'Times New Roman\'" '
    'fo:font-size="12pt" fo:language="en" fo:country="GB"/></style:default-style>'
    + _style("Standard", "", 'fo:text-indent="1cm" fo:line-height="150%" fo:margin-top="0cm" fo:margin-bottom="0cm"')
    + _style("Title", "Standard", 'fo:text-align="center" fo:text-indent="0cm" fo:margin-bottom="0.6cm"',
             'fo:font-size="20pt" fo:font-weight="bold"')
    + _HEADINGS
    + _style("Quotations", "Standard", 'fo:margin-left="1cm" fo:margin-right="1cm" fo:text-indent="0cm"')
    + _style("Verse", "Standard", 'fo:margin-left="1cm" fo:text-indent="0cm"')
    + _style("Scene_20_mark", "Standard", 'fo:text-align="center" fo:text-indent="0cm" fo:margin-top="0.4cm" '
             'fo:margin-bottom="0.4cm"')
    + _style("List", "Standard", 'fo:text-indent="0cm"') + _style("Footnote", "Standard", 'fo:text-indent="0cm"')
    + f'<text:list-style style:name="Dots">{_levels("bullet", chr(34).join(("text:bullet-char=", "•", "")))}'
    "</text:list-style>"
    f'<text:list-style style:name="Figures">{_levels("number", chr(34).join(("style:num-format=", "1", "")))}'
    "</text:list-style>"
    '<text:notes-configuration text:note-class="footnote" style:num-format="1"/></office:styles>'
    '<office:automatic-styles><style:page-layout style:name="Page"><style:page-layout-properties '
    'fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2.5cm" fo:margin-bottom="2.5cm" '
    'fo:margin-left="2.5cm" fo:margin-right="2.5cm"/></style:page-layout></office:automatic-styles>'
    '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page"/>'
    "</office:master-styles></office:document-styles>"
)  # fmt: skip
