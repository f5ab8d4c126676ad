# SPDX-License-Identifier: GPL-3.0-or-later
"""Show by word what differs between two versions of a story, of any formats; or write it as tracked changes."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from redraft.commands.opening import opened
from redraft.commands.terminal import coloured
from redraft.errors import RedraftError
from redraft.formats.docx.hands import Revision
from redraft.formats.docx.tracked import tracked
from redraft.formats.rich import rich
from redraft.storage.atomic import write
from redraft.text.aligning import aligned
from redraft.text.edits import word_edits

_AROUND = 40


class CannotCompare(RedraftError):
    """Nothing was compared or written."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """OLD NEW [-o OUT.docx] [--author NAME] [--force]"""
    parser.add_argument("old", metavar="OLD", help="the earlier version, in any format")
    parser.add_argument("new", metavar="NEW", help="the later version")
    parser.add_argument("-o", "--output", metavar="OUT.docx", help="write OLD with the changes to NEW tracked")
    parser.add_argument("--author", default="Redraft", metavar="NAME", help="whose tracked changes they are")
    parser.add_argument("--force", action="store_true", help="replace OUT where it stands already")


def run(options: argparse.Namespace) -> int:
    """Print the changed paragraphs; 1 when there are some."""
    target = Path(options.output) if options.output else None
    if target is not None:
        _refuse(target, options)
    before, after = opened(options.old), opened(options.new)
    old, new = ([each.text for each in rich(story) if each.text.strip()] for story in (before, after))
    count = 0
    for line in differences(old, new):
        count += 1
        if target is None:
            print(line)
    if target is not None:
        write(target, tracked(before, after, Revision(options.author)))
        print(f"{target} was written: {count} paragraph{'s differ' if count != 1 else ' differs'}.")
    return 1 if count else 0


def differences(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """A line for each paragraph that differs, with its number: what went in [-…-], what came in {+…+}."""
    for one, other in aligned(old, new):
        before, after = old[one] if one is not None else "", new[other] if other is not None else ""
        if before == after:
            continue
        number = f"{other + 1 if other is not None else f'({(one or 0) + 1})'}:"
        if one is None or other is None:
            yield f"{number} {_went(before)}{_came(after)}"
        else:
            yield f"{number} {_inside(before, after)}"


def _inside(before: str, after: str) -> str:
    """The changed words with some of those around them."""
    parts: list[str] = []
    place = 0
    for edit in word_edits(before, after):
        parts.append(_shortened(before[place : edit.span.start], first=not place))
        parts.append(_went(edit.span.of(before)) + _came(edit.replacement))
        place = edit.span.end
    parts.append(_shortened(before[place:], last=True))
    return "".join(parts)


def _shortened(text: str, *, first: bool = False, last: bool = False) -> str:
    if first and len(text) > _AROUND:
        return "…" + text[-_AROUND:]
    if last and len(text) > _AROUND:
        return text[:_AROUND] + "…"
    return text if first or last or len(text) <= 2 * _AROUND else f"{text[:_AROUND]} … {text[-_AROUND:]}"


def _went(text: str) -> str:
    return coloured(f"[-{text}-]", "error") if text else ""


def _came(text: str) -> str:
    return coloured(f"{{+{text}+}}", "good") if text else ""


def _refuse(target: Path, options: argparse.Namespace) -> None:
    if target.suffix.lower() != ".docx":
        raise CannotCompare(f"{target.name}: tracked changes need a Word document; name the file .docx.")
    if any(target.exists() and Path(each).exists() and target.samefile(each) for each in (options.old, options.new)):
        raise CannotCompare(f"{target.name} is one of the two versions. Give the comparison another name.")
    if target.exists() and not options.force:
        raise CannotCompare(f"{target.name} stands already and was not touched; add --force to replace it.")
