# SPDX-License-Identifier: GPL-3.0-or-later
"""A story that is open: its session, its decisions, and how it is read and saved. Knows no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from pathlib import Path

from redraft.formats import registry
from redraft.formats.codec import CODECS
from redraft.formats.errors import FormatError
from redraft.manuscript.chapters import MergedStory, merged_story
from redraft.manuscript.merging import Merged, merged_without_base, untied
from redraft.manuscript.model import Manuscript, Paragraph, SourceFile
from redraft.manuscript.outline import Outline, outline
from redraft.manuscript.restoring import in_files_of, restored
from redraft.manuscript.session import Session
from redraft.manuscript.unsettled import unsettled
from redraft.storage.atomic import SaveError
from redraft.storage.decisions import DecisionBook
from redraft.storage.known import Known, followed, taken_over
from redraft.storage.moving import Orphan, carry_along, orphans, remember
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
    orphans: tuple[Orphan, ...] = ()
    """Stories that are gone from their places, of which this may be one: the author is asked which."""

    @classmethod
    def read(cls, path: Path) -> Story:
        """Open a file or a folder.

        Raises:
            FormatError: when it cannot be opened.
        """
        opened = registry.read(path)
        lost, again = _found_again(path, opened.manuscript)
        sidecar = Sidecar.open(path)
        inherited = taken_over(path, opened.manuscript.paragraphs, sidecar) if not lost else None
        marks = unmerged(opened.manuscript.paragraphs)
        notices = (*opened.notices, *filter(None, [again, inherited, marks]), *sidecar.notices)
        losses = tuple(each.sentence for each in opened.losses)
        book = DecisionBook(sidecar)
        found = outline(opened.manuscript.paragraphs, book.current.scenes)
        return cls(Session(opened.manuscript), book, notices, losses, opened.manuscript, found, lost)

    @classmethod
    def glance(cls, path: Path) -> Story:
        """A file or folder that is looked at for another story's sake: what was decided about it stays where it is.

        Raises:
            FormatError: when it cannot be opened.
        """
        return cls(Session(registry.read(path).manuscript), DecisionBook(Sidecar.open(None)))

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
            story._bring_back(unsaved, label, initiator)
        return story

    def _bring_back(self, unsaved: Manuscript, label: str, initiator: str) -> None:
        """Text that was written on other files than those of now: with its looks, or, where a file is gone, its words
        alone, so that none is left out."""
        paragraphs, gone = in_files_of(self.session.manuscript, unsaved)
        if not gone:
            made = restored(self.session.paragraphs, paragraphs, rich=self.is_rich)
            self.session.bring_back(made, label=label, initiator=initiator)
            return
        texts = [each.text for each in unsaved.paragraphs]
        self.session.replace(0, len(self.session.paragraphs), texts, label=label, initiator=initiator)

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
            self.book.go_on_in(followed(self.book.sidecar, path))
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

    def merge(self, manuscript: Manuscript) -> MergedStory:
        """Merge what another program wrote with what was written here, as one step of undo. Nothing is saved.

        Where the other program changed more than the words of plain files, the story goes on in another ``session``:
        undo leads back to the other program's text there, and not to what was here before.
        """
        base = Manuscript(self.path, self.session.manuscript.files, tuple(self.session.stored))
        found = merged_story(base, self.session.paragraphs, manuscript)
        plain = self._is_like(found.manuscript)
        if not plain:
            self.session, self._outline = Session(found.manuscript), None
        self.session.bring_back(found.paragraphs, label="merging another program’s changes", initiator="watching")
        if plain:
            self.session.saved(found.manuscript)
        return found

    def take_in(self, manuscript: Manuscript) -> Merged:
        """Merge a second version of the story, of which it is not known what it began with, as one step of undo."""
        found = merged_without_base(self.session.paragraphs, [untied(each) for each in manuscript.paragraphs])
        last = len(self.session.manuscript.files) - 1
        whole = [replace(each, file=min(each.file, last)) for each in found.paragraphs]
        self.session.bring_back(whole, label="merging a second version", initiator="merging")
        return found

    def moved(self, path: Path) -> None:
        """Its file or folder has another name or place now; what was decided goes on there.

        Raises:
            SaveError: when what was decided could not be written there.
        """
        old, manuscript = self.path, self.session.manuscript
        if old is None:
            return
        files = tuple(replace(each, path=_moved(each.path, old, path)) for each in manuscript.files)
        self.session.saved(Manuscript(path, files, tuple(self.session.stored)))
        self.book.go_on_in(followed(self.book.sidecar, path))

    def resembles(self, path: Path) -> bool:
        """Whether the file at ``path`` holds a version of this story."""
        try:
            found = registry.read(path).manuscript.paragraphs
        except FormatError:
            return False
        own = Counter(each.text for each in self.session.stored if each.text)
        both = own & Counter(each.text for each in found if each.text)
        return 2 * both.total() >= own.total() > 0

    def _is_like(self, manuscript: Manuscript) -> bool:
        paths = [[each.path for each in one.files] for one in (manuscript, self.session.manuscript)]
        return not self.is_rich and paths[0] == paths[1]

    def remember_text(self) -> None:
        """Keep beside the story by what it is known again, should it be renamed while it is closed.

        Raises:
            SaveError: when it could not be written.
        """
        files = self.session.manuscript.files
        if not self.is_folder and files[0].digest:
            remember(self.book.sidecar, files[0].digest, self.session.stored)

    def remember(self, manuscript: Manuscript | None = None) -> None:
        """Keep the story's likeness (as it was saved), so that its decisions are found again under another name."""
        found = manuscript or self.session.manuscript
        if found.path is not None and not self.book.sidecar.empty:
            Known().remember(found.path, found.paragraphs)


def unmerged(paragraphs: Sequence[Paragraph]) -> str:
    """A sentence where a version control system left two versions standing in the text."""
    places = unsettled(paragraphs)
    if not places:
        return ""
    where = "one place" if len(places) == 1 else f"{len(places)} places"
    return (f"In {where} git left two versions of the text standing, between lines of “<<<<<<<” and “>>>>>>>” (the "
            f"first in paragraph {places[0] + 1}). Keep the one you want, and delete the other and the marks.")


def _moved(path: Path | None, old: Path, new: Path) -> Path | None:
    """Where a file is, now that what was at ``old`` is at ``new``."""
    if path is None or not path.is_relative_to(old):
        return path
    return new / path.relative_to(old) if path != old else new


def _found_again(path: Path, manuscript: Manuscript) -> tuple[tuple[Orphan, ...], str]:
    """The stories gone from their places that this one may be, and a sentence where it surely is one of them: then
    what belongs to it has come along."""
    if path.is_dir():
        return (), ""
    found = orphans(path, manuscript.files[0].digest, manuscript.paragraphs)
    if len(found) != 1:
        return tuple(found), ""
    try:
        carry_along(found[0].story, path)
    except SaveError:
        return tuple(found), ""
    return (), (f"This is “{found[0].story.name}” under its new name: what you decided, your notes and the earlier "
                "versions came along.")


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
