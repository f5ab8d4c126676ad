# SPDX-License-Identifier: GPL-3.0-or-later
"""A story that is open: its session, its decisions, and how it is read and saved. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from pathlib import Path

from redraft.formats import registry
from redraft.formats.codec import CODECS
from redraft.formats.errors import FormatError
from redraft.manuscript.merging import Merged, merged
from redraft.manuscript.model import Manuscript, Paragraph, SourceFile
from redraft.manuscript.outline import Outline, outline
from redraft.manuscript.session import Session
from redraft.storage.decisions import DecisionBook
from redraft.storage.known import Known, followed, taken_over
from redraft.storage.sidecar import Sidecar
from redraft.ui.saving import Written, write, write_as

UNTITLED = "Untitled"


@dataclass
class Story:
    """What is open. ``notices`` are whole sentences that the author should read once; ``losses`` those that say what
    the file holds and the page does not show; ``opened`` is the story as it was then."""

    session: Session
    book: DecisionBook
    notices: tuple[str, ...] = field(default=())
    losses: tuple[str, ...] = field(default=())
    opened: Manuscript | None = None
    _outline: Outline | None = None

    @classmethod
    def read(cls, path: Path) -> Story:
        """Open a file or a folder.

        Raises:
            FormatError: when it cannot be opened.
        """
        opened = registry.read(path)
        sidecar = Sidecar.open(path)
        inherited = taken_over(path, opened.manuscript.paragraphs, sidecar)
        notices = (*opened.notices, *([inherited] if inherited else []))
        losses = tuple(each.sentence for each in opened.losses)
        book = DecisionBook(sidecar)
        found = outline(opened.manuscript.paragraphs, book.current.scenes)
        return cls(Session(opened.manuscript), book, notices, losses, opened.manuscript, found)

    @classmethod
    def recovered(cls, unsaved: Manuscript) -> Story:
        """The story with text that was left unsaved, as an edit that can be undone and is still to be saved."""
        try:
            story = cls.read(unsaved.path) if unsaved.path is not None else cls.new()
        except FormatError:
            story = cls.new()
        label, initiator = "bringing unsaved text back", "recovery"
        if [each.digest for each in unsaved.files] == [each.digest for each in story.session.manuscript.files]:
            story.session.bring_back(unsaved.paragraphs, label=label, initiator=initiator)
        else:
            texts = [each.text for each in unsaved.paragraphs]
            story.session.replace(0, len(story.session.paragraphs), texts, label=label, initiator=initiator)
        return story

    @classmethod
    def new(cls) -> Story:
        """An empty story without a file; until it is saved as something else it is Markdown."""
        manuscript = Manuscript(None, (SourceFile(None, "markdown"),), (Paragraph(0, "", ""),))
        return cls(Session(manuscript), DecisionBook(Sidecar.open(None)))

    @property
    def outline(self) -> Outline:
        """Its scenes, by what its author decided; for a story just read they are known already."""
        if self._outline is not None and not self.session.revision:
            return self._outline
        return outline(self.session.paragraphs, self.book.current.scenes)

    @property
    def path(self) -> Path | None:
        """The file or folder; None for a new story."""
        return self.session.manuscript.path

    @property
    def title(self) -> str:
        """What the story is called in the window's title."""
        return self.path.name if self.path else UNTITLED

    @property
    def is_markdown(self) -> bool:
        """Whether its format holds italics, headings and the like."""
        return any(each.format == "markdown" for each in self.session.manuscript.files)

    @property
    def form(self) -> str:
        """The registry's name of the format that it is in; of a folder that of its first chapter."""
        return self.session.manuscript.files[0].format

    @property
    def is_rich(self) -> bool:
        """Whether its format holds formatting beside the text (Word, OpenDocument …)."""
        return any(each.format in CODECS for each in self.session.manuscript.files)

    @property
    def is_folder(self) -> bool:
        """Whether it consists of several files."""
        return self.path is not None and self.path.is_dir()

    @property
    def untouched(self) -> bool:
        """Whether it is a new story in which nothing was written."""
        return self.path is None and not self.session.modified

    def save(self, *, overwrite: bool = False) -> tuple[str, ...]:
        """Write what was edited back; sentences that the author should read. Raises as
        :func:`redraft.ui.saving.write`."""
        return self.took(write(self.session.manuscript, overwrite=overwrite))

    def save_as(self, path: Path) -> tuple[str, ...]:
        """Write the story to another file and go on there, with all decisions; raises as
        :func:`redraft.ui.saving.write_as`.

        In another format than its own it is written anew and opened from there: ``session`` is another one then.
        """
        return self.took(write_as(self.session.manuscript, path))

    def took(self, written: Written, *, revision: int | None = None) -> tuple[str, ...]:
        """Go on from what was written; sentences that the author should read.

        ``revision``: that of the session when its snapshot was taken. A story that was written anew and edited since
        goes on where it was: what was typed meanwhile is not in the new file.
        """
        path = written.manuscript.path
        if written.anew and path is not None:
            if revision is not None and revision != self.session.revision:
                return (f"{path.name} was written without what you typed meanwhile. You go on in {self.title}.",)
            self.session, self.opened = Session(written.manuscript), written.manuscript
            self.book = DecisionBook(followed(self.book.sidecar, path))
            return (f"You go on in {path.name} now. What you did before this can no longer be undone.",)
        moved = path != self.path
        self.session.saved(written.manuscript)
        if moved and path is not None:
            self.book = DecisionBook(followed(self.book.sidecar, path))
        return written.notices

    def absorb(self, manuscript: Manuscript) -> bool:
        """Take over what another program wrote, as one step of undo; unchanged paragraphs stay the ones they were.

        Not where the file holds more than text, whose earlier paragraphs would be tied to what is gone: then nothing
        is done, and False is the answer.
        """
        if not self._is_like(manuscript):
            return False
        paragraphs = carried_over(self.session.paragraphs, manuscript.paragraphs)
        self.session.bring_back(paragraphs, label="a change by another program", initiator="watching")
        self.session.saved(Manuscript(manuscript.path, manuscript.files, tuple(paragraphs)))
        return True

    def merge(self, manuscript: Manuscript) -> Merged | None:
        """Merge what another program wrote with what was written here, as one step of undo; None as for
        :meth:`absorb`. Nothing is saved."""
        if not self._is_like(manuscript):
            return None
        found = merged(self.session.stored, self.session.paragraphs, manuscript.paragraphs)
        self.session.bring_back(found.paragraphs, label="merging another program’s changes", initiator="watching")
        self.session.saved(manuscript)
        return found

    def _is_like(self, manuscript: Manuscript) -> bool:
        paths = [[each.path for each in one.files] for one in (manuscript, self.session.manuscript)]
        return not self.is_rich and len(paths[0]) == 1 and paths[0] == paths[1]

    def remember(self, manuscript: Manuscript | None = None) -> None:
        """Keep the story's likeness (as it was saved), so that its decisions are found again under another name."""
        found = manuscript or self.session.manuscript
        if found.path is not None and not self.book.sidecar.empty:
            Known().remember(found.path, found.paragraphs)


def carried_over(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> list[Paragraph]:
    """The new paragraphs; those that were there before keep their ids, the others get ids of their own."""
    found = [replace(each, id=-1) for each in new]
    texts = ([each.raw for each in old], [each.raw for each in new])
    for first, second, size in SequenceMatcher(None, *texts, autojunk=False).get_matching_blocks():
        for step in range(size):
            found[second + step] = replace(found[second + step], id=old[first + step].id)
    fresh = max((each.id for each in old), default=-1)
    for place, each in enumerate(found):
        if each.id < 0:
            fresh += 1
            found[place] = replace(each, id=fresh)
    return found
