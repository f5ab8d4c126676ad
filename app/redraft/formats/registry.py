# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens files and folders as manuscripts, and gives back the bytes to save: the one door to every format."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from redraft.formats.codec import CODEC_SUFFIXES, codec
from redraft.formats.encoding import decode, encode
from redraft.formats.errors import FormatError, NoPermission, NoTexts, NotReadable, OtherKind, Vanished
from redraft.formats.kinds import fits, format_in, other_kind
from redraft.formats.layout import prepare, text_of
from redraft.formats.loss import Loss
from redraft.formats.plain import parse
from redraft.formats.second_names import second_of
from redraft.manuscript.model import Manuscript, Original, Paragraph, SourceFile

SUFFIXES = {".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", **CODEC_SUFFIXES}
"""The formats that are read and written, by the file name's ending; a file with another ending is read as text."""

_CHAPTERS = frozenset({".txt", ".md", *CODEC_SUFFIXES})


@dataclass(frozen=True)
class Opened:
    """What was opened, what of it the manuscript does not hold, and what the author should know (whole sentences)."""

    manuscript: Manuscript
    losses: tuple[Loss, ...] = ()
    notices: tuple[str, ...] = ()


def read(path: Path) -> Opened:
    """Open a file, or a folder as one manuscript of several files in natural order.

    Raises:
        FormatError: when it cannot be opened; the error's text says why and what to do.
    """
    if path.is_dir():
        return _read_folder(path)
    data = _bytes_of(path)
    return _opened(path, [(path, data)])


def read_bytes(data: bytes, name: str) -> Opened:
    """Open a manuscript from bytes (standard input); ``name`` stands for it in sentences.

    Raises:
        FormatError: when the bytes are no text.
    """
    parsed = _parsed(None, data, name, 0, 0)
    return Opened(Manuscript(None, (parsed.source,), parsed.paragraphs), parsed.losses, parsed.notices)


def read_contents(path: Path, contents: list[tuple[Path, bytes]]) -> Opened:
    """Open a manuscript from what its files held once: the file at ``path``, or the chapters of that folder.

    Raises:
        FormatError: when one of them is no text.
    """
    return _opened(path, contents)


def render(manuscript: Manuscript, file: int = 0) -> bytes:
    """The bytes to save one of the manuscript's files as: for an unedited one exactly those it was read from.

    Raises:
        FormatError: when a change has no place in the file, or no new files of its format are made.
    """
    source = manuscript.files[file]
    own = codec(source.format)
    if own is not None:
        paragraphs = [each for each in manuscript.paragraphs if each.file == file]
        return own.save(source, paragraphs)
    prepared = manuscript
    if any(each.edited for each in manuscript.paragraphs):
        prepared = prepare(manuscript).manuscript
    text, encoding = text_of(prepared, file), prepared.files[file].encoding
    try:
        return encode(text, encoding)
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")


def digest(data: bytes) -> str:
    """The SHA-256 (hex) by which a file's bytes are known again."""
    return hashlib.sha256(data).hexdigest()


def format_of(path: Path) -> str:
    """The name of the format that a file's ending stands for; "text" for unknown endings."""
    return SUFFIXES.get(path.suffix.lower(), "text")


def chapters(folder: Path) -> list[Path]:
    """The files of a folder that would be opened as its chapters, in reading order; none is read.

    Raises:
        OSError: when the folder cannot be read.
    """
    found = sorted((each for each in folder.iterdir() if _is_chapter(each)), key=lambda each: natural(each.name))
    return _of_one_kind(_first_versions(found)[0])[0]


def _read_folder(folder: Path) -> Opened:
    try:
        found = sorted((each for each in folder.iterdir() if _is_chapter(each)), key=lambda each: natural(each.name))
    except PermissionError:
        raise NoPermission(folder.name) from None
    except OSError as error:
        raise NotReadable(folder.name, error.strerror or str(error)) from error
    found, seconds = _first_versions(found)
    found, others = _of_one_kind(found)
    losses = [*seconds, *others]
    read_files: list[tuple[Path, bytes]] = []
    for path in found:
        try:
            data = _bytes_of(path)
            _parsed(path, data, path.name, 0, 0)
            read_files.append((path, data))
        except FormatError as error:
            losses.append(Loss(f"Left out of the manuscript: {error}"))
    if not read_files:
        raise NoTexts(folder.name)
    opened = _opened(folder, read_files)
    return Opened(opened.manuscript, (*losses, *opened.losses), opened.notices)


def _first_versions(found: list[Path]) -> tuple[list[Path], list[Loss]]:
    """The chapters without second versions of them that a sync program made: those are no chapters."""
    names = frozenset(each.name for each in found)
    told = {each: second_of(each.name, names) for each in found}
    second = [each for each, name in told.items() if name is not None and name.sure]
    if not second:
        return found, []
    listed = ", ".join(f"“{each.name}”" for each in second)
    left = Loss(f"Left out of the manuscript, as second versions of chapters that a sync program made: {listed}.")
    return [each for each in found if each not in second], [left]


def _of_one_kind(found: list[Path]) -> tuple[list[Path], list[Loss]]:
    """The chapters of the kind that most are of (texts, Word …): the others may be copies of the story."""
    kinds = Counter(_family(each) for each in found)
    if len(kinds) < 2:
        return found, []
    most = max(kinds, key=lambda kind: (kinds[kind], kind == ""))
    left = ", ".join(f"“{each.name}”" for each in found if _family(each) != most)
    return [each for each in found if _family(each) == most], [
        Loss(f"Left out of the manuscript, because most chapters here are of another format: {left}.")
    ]


def _family(path: Path) -> str:
    """The name of a chapter's format, "" for all kinds of plain text."""
    return CODEC_SUFFIXES.get(path.suffix.lower(), "")


def _is_chapter(path: Path) -> bool:
    return path.suffix.lower() in _CHAPTERS and not path.name.startswith(".") and path.is_file()


def natural(name: str) -> tuple[tuple[int, int | str], ...]:
    """A key that sorts names as people do: chapter-2 before chapter-10."""
    parts = re.split(r"(\d+)", name.casefold())
    return tuple((0, int(part)) if part.isdecimal() else (1, part) for part in parts if part)


def _opened(path: Path, contents: list[tuple[Path, bytes]]) -> Opened:
    files: list[SourceFile] = []
    paragraphs: list[Paragraph] = []
    losses: list[Loss] = []
    notices: list[str] = []
    for number, (each, data) in enumerate(contents):
        parsed = _parsed(each, data, each.name, number, len(paragraphs))
        files.append(parsed.source)
        paragraphs.extend(parsed.paragraphs)
        losses.extend(parsed.losses)
        notices.extend(parsed.notices)
    return Opened(Manuscript(path, tuple(files), tuple(paragraphs)), tuple(losses), tuple(notices))


@dataclass(frozen=True, slots=True)
class _Parsed:
    """One file, read."""

    source: SourceFile
    paragraphs: tuple[Paragraph, ...]
    losses: tuple[Loss, ...] = ()
    notices: tuple[str, ...] = ()


def _parsed(path: Path | None, data: bytes, name: str, file: int, first_id: int) -> _Parsed:
    named = format_of(path) if path else "text"
    form = format_in(data, name) or (named if codec(named) is None or fits(named, data) else "text")
    own = codec(form)
    if own is not None:
        document = own.read(data, name, file, first_id)
        original = Original(form, data, document.paragraphs)
        source = SourceFile(path, form, digest=digest(data), original=original, notes=document.notes)
        return _Parsed(source, document.paragraphs, document.losses, document.notices)
    kind = other_kind(data, name)
    if kind is not None:
        raise OtherKind(name, kind)
    decoded = decode(data, name)
    parsed = parse(decoded.text, markdown=form == "markdown", file=file, first_id=first_id)
    source = SourceFile(path, form, decoded.encoding, parsed.newline, parsed.prefix, parsed.width, digest(data))
    misnamed = f"“{name}” is plain text, whatever its ending says; it is opened and saved as such."
    notices = [decoded.notice, misnamed if form == "text" != named and named != "markdown" else None]
    return _Parsed(source, parsed.paragraphs, (), tuple(each for each in notices if each))


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise Vanished(path.name) from None
    except PermissionError:
        raise NoPermission(path.name) from None
    except OSError as error:
        raise NotReadable(path.name, error.strerror or str(error)) from error
