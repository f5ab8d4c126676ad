# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes in what readers sent back, of whatever kind: reader copies' files, mails, documents with comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from redraft.errors import RedraftError
from redraft.formats.encoding import decode
from redraft.formats.export import FORMATS, export
from redraft.formats.plain import parse
from redraft.formats.registry import read_bytes
from redraft.formats.returned import Returned, returned
from redraft.manuscript.model import Manuscript, SourceFile
from redraft.notes.arriving.arrived import Arrived, NoNotes
from redraft.notes.arriving.document import comments, suggestions
from redraft.notes.arriving.envelope import opened
from redraft.notes.arriving.mail import read_mail
from redraft.notes.arriving.reader_file import holds_reader_file, read_reader_file
from redraft.notes.arriving.taking import Report, Taking
from redraft.notes.note import Place, text_digest
from redraft.notes.placing.placer import Placer
from redraft.notes.placing.wording import fold
from redraft.notes.reader_copy import GENERATOR, numbered
from redraft.storage.copies import Copies
from redraft.storage.notes import NoteStore

LARGEST = 20_000_000
"""Bytes that a file of notes may have; no reader writes a tenth of it."""
_LARGEST_DOCUMENT = 200_000_000
_MOST_CHANGED = 0.25
"""A document of an unknown copy with more changes than this share of its paragraphs is another draft."""
_DOCUMENTS = (b"PK\x03\x04", b"{\\rtf")


def receive(files: Iterable[Path], manuscript: Manuscript, store: NoteStore, *, foreign: bool = False) -> Report:
    """Take notes in from several files, as one change of the notebook; what could not be read is told.

    ``foreign``: take another story's notes as well (they will be lost ones).
    """
    placer = Placer(manuscript.source, store.copies.text)
    arrivals: list[Arrived] = []
    refused: list[str] = []
    for path in files:
        try:
            arrivals.extend(arrived(path, manuscript, store.copies))
        except RedraftError as error:
            refused.append(str(error))
    taking = Taking(store.notebook, placer, lambda digest: store.copies.text(digest) is not None)
    report = taking.take(arrivals, foreign=foreign)
    report.refused = refused
    if any(each.place for each in store.notebook):
        store.copies.keep(placer.text)
    return report


def arrived(path: Path, manuscript: Manuscript, copies: Copies) -> list[Arrived]:
    """What one file brings; a mail may have files of notes attached.

    Raises:
        NoNotes: when that is nothing.
        FormatError: for a document that cannot be read.
    """
    data = _bytes_of(path)
    envelope = None if data.startswith(_DOCUMENTS) else opened(data)
    if envelope is None:
        return [_brought(data, path.name, manuscript, copies)]
    found: list[Arrived] = []
    refused: list[RedraftError] = []
    for name, inside in (*envelope.attached, (path.name, envelope.text.encode("utf-8", "replace"))):
        try:
            found.append(_brought(inside, name, manuscript, copies))
        except RedraftError as error:
            refused.append(error)
    if not found:
        raise refused[-1]
    return found


def _brought(data: bytes, name: str, manuscript: Manuscript, copies: Copies) -> Arrived:
    if data.startswith(_DOCUMENTS):
        return _of_document(returned(data, name), name, manuscript, copies)
    if GENERATOR in data[:4000]:
        raise NoNotes(
            f"“{name}” is the reader copy itself; what comes back is the file that its “Send my notes” saves.")
    if len(data) > LARGEST:
        raise NoNotes(f"“{name}” is too large for a file of notes ({len(data) / 1e6:,.0f} MB).")
    text = decode(data, name).text
    if holds_reader_file(text):
        return read_reader_file(text, name)
    return read_mail(text, name, Numbering(manuscript, copies))


class Numbering:
    """Finds paragraphs by the numbers that readers see."""

    def __init__(self, manuscript: Manuscript, copies: Copies) -> None:
        self._story, self._copies = manuscript, copies
        self._read: dict[str, Manuscript] = {}

    def __call__(self, copy: str, number: int, quote: str) -> Place | None:
        """See :data:`redraft.notes.arriving.mail.Numbered`."""
        text = self._text(copy)
        digest = text_digest(text)
        if digest not in self._read:
            self._read[digest] = self._story if text == self._story.source else _parsed(text, self._story)
        found = self._read[digest]
        index = numbered(found).get(number)
        if index is None:
            return None
        start, end = found.source_span(index, 0, len(found.paragraphs[index].text))
        at = fold(text[start:end]).find(fold(quote)) if quote else -1
        return Place(digest, start, end) if at < 0 else Place(digest, start + at, start + at + len(quote))

    def _text(self, copy: str) -> str:
        handed = [each.digest for each in self._copies.handed if each.form == "reader copy"]
        wanted = [each for each in handed if copy and each.startswith(copy)] or ([] if copy else handed)
        text = self._copies.text(wanted[-1]) if wanted else None
        return self._story.source if text is None else text


def _parsed(text: str, like: Manuscript) -> Manuscript:
    """A copy's text as a manuscript of the kind that the story is."""
    form = like.files[0].format if like.files[0].format == "markdown" else "text"
    parsed = parse(text, markdown=form == "markdown", file=0, first_id=0)
    return Manuscript(None, (SourceFile(None, form, prefix=parsed.prefix),), parsed.paragraphs)


def _of_document(back: Returned, name: str, manuscript: Manuscript, copies: Copies) -> Arrived:
    """A document's comments, and what was changed in it against the text that was handed out.

    Where that text is not known, the story as it is now stands for it, if little differs.
    """
    text = back.manuscript.source
    notes = comments(back.manuscript, back.form, parted=back.parted)
    author = back.author or next((each.author for each in notes), "")
    notices: list[str] = []
    base = copies.text(back.copy) if back.copy else None
    if base is None:
        base = back.before
    if base is None:
        base = _as_document(manuscript, back.form)
        if base is not None and base != text:
            notices.append(f"“{name}” does not say which copy it is; it was compared with the story as it is now, so a "
                           "change that you made meanwhile may look like one of the reader’s.")  # fmt: skip
    changed = list(suggestions(base, text, author, back.form, back.when)) if base is not None else []
    if not back.copy and back.before is None and len(changed) > _MOST_CHANGED * len(back.manuscript.paragraphs):
        changed, notices = [], []
    if not notes and not changed:
        raise NoNotes(f"“{name}” has no comments and no changes; if it is a newer draft, open it instead.")
    if notes:
        copies.keep(text)
    if changed and base is not None:
        copies.keep(base)
    return Arrived(name, (*notes, *changed), reader=author, notices=tuple(notices))


def _as_document(manuscript: Manuscript, form: str) -> str | None:
    """The text that the story has as a document of this kind."""
    if f".{form}" not in FORMATS:
        return None
    return read_bytes(export(manuscript, f".{form}"), f"story.{form}").manuscript.source


def told(report: Report) -> Iterator[str]:
    """The report as lines for the author."""
    counts = [
        (len(report.new), "new"), (len(report.updated), "updated"), (report.moved, "moved"),
        (len(report.lost), "lost"), (report.answers, "answered"), (len(report.withdrawn), "taken back by their reader"),
        (report.same, "here already"),
    ]  # fmt: skip
    said = [f"{count} {what}" for count, what in counts if count or what in ("new", "updated", "moved", "lost")]
    yield "Notes: " + ", ".join(said) + "."
    if report.lost:
        yield "Lost, because their words are not in the text now:"
        for note in report.lost:
            words = note.body or (note.reaction.value if note.reaction else note.suggestion or "")
            yield f"  {note.author}: “{shortened(note.quote.exact)}” – {shortened(words)}"
    for each in report.foreign:
        title = f"“{each.title}”" if each.title else "another story"
        yield (f"“{each.name}” was left out: its {len(each.notes)} notes seem to be on {title}; none of its words are "
               "in this one. With --foreign they go to the lost ones.")  # fmt: skip
    yield from report.refused
    yield from report.notices


def shortened(text: str, most: int = 70) -> str:
    """A text on one line, cut at ``most`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _bytes_of(path: Path) -> bytes:
    """The bytes of a file, unless it is far too large to be one of notes."""
    try:
        if path.stat().st_size > _LARGEST_DOCUMENT:
            raise NoNotes(f"“{path.name}” is too large for a file of notes ({path.stat().st_size / 1e6:,.0f} MB).")
        return path.read_bytes()
    except FileNotFoundError:
        raise NoNotes(f"There is no file “{path.name}” there.") from None
    except OSError as error:
        raise NoNotes(f"“{path.name}” cannot be read: {error.strerror or error}.") from error
