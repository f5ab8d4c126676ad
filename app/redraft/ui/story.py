# SPDX-License-Identifier: GPL-3.0-or-later
"""A story that is open: its session, its decisions, and how it is read and saved. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from redraft.errors import RedraftError
from redraft.formats import registry
from redraft.formats.codec import CODECS, saves
from redraft.formats.errors import FormatError
from redraft.formats.export import FORMATS, export
from redraft.formats.layout import prepare
from redraft.manuscript.model import Manuscript, Paragraph, SourceFile
from redraft.manuscript.session import Session
from redraft.storage import atomic
from redraft.storage.decisions import DecisionBook
from redraft.storage.known import Known, followed, taken_over
from redraft.storage.originals import save_over
from redraft.storage.sidecar import Sidecar

UNTITLED = "Untitled"


class ChangedOnDisk(RedraftError):
    """Another program wrote the file since it was read. ``names`` are the files."""

    def __init__(self, names: Sequence[str]) -> None:
        listed = " and ".join(names)
        super().__init__(f"{listed} was changed by another program since you opened it. "
                         "Nothing was saved yet, and your text is here.")


class CannotSaveAs(RedraftError):
    """The story cannot be saved under a name with such an ending."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"A story cannot be saved as {path.suffix}. Give {path.stem} the ending .docx, .odt, .md or "
                         ".txt; Export writes other formats as well.")


@dataclass
class Story:
    """What is open. ``notices`` are whole sentences that the author should read once; ``losses`` those that say what
    the file holds and the page does not show; ``opened`` is the story as it was then."""

    session: Session
    book: DecisionBook
    notices: tuple[str, ...] = field(default=())
    losses: tuple[str, ...] = field(default=())
    opened: Manuscript | None = None

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
        return cls(Session(opened.manuscript), DecisionBook(sidecar), notices, losses, opened.manuscript)

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
    def can_be_saved(self) -> bool:
        """Whether it can be saved in its own format; some are only read."""
        return all(saves(each.format) for each in self.session.manuscript.files)

    @property
    def is_folder(self) -> bool:
        """Whether it consists of several files."""
        return self.path is not None and self.path.is_dir()

    @property
    def untouched(self) -> bool:
        """Whether it is a new story in which nothing was written."""
        return self.path is None and not self.session.modified

    def save(self, *, overwrite: bool = False) -> tuple[str, ...]:
        """Write what was edited back; sentences that the author should read. ``overwrite``: also over changes that
        another program made.

        Raises:
            ChangedOnDisk: when another program wrote a file meanwhile, without ``overwrite``.
            SaveError: when a file cannot be written; what stood there before still stands.
        """
        prepared = prepare(self.session.manuscript)
        written = [registry.render(prepared.manuscript, number) for number in range(len(prepared.manuscript.files))]
        digests = [atomic.digest(each) for each in written]
        files = prepared.manuscript.files
        due = [at for at, each in enumerate(files) if each.path is not None and each.digest != digests[at]]
        if not overwrite:
            self._refuse_changed([files[at] for at in due])
        for at in due:
            _write(files[at], written[at])
        self._saved(prepared.manuscript, digests)
        return prepared.notices

    def save_as(self, path: Path) -> tuple[str, ...]:
        """Write the story to another file and go on there, with all decisions; raises as :meth:`save`.

        In another format than its own it is written anew and opened from there: ``session`` is another one then.

        Raises:
            CannotSaveAs: when no story can be saved in the format of that ending.
        """
        manuscript, form = self.session.manuscript, registry.format_of(path)
        if form != self.form and (form in CODECS or self.form in CODECS):
            return self._move(path)
        file = replace(manuscript.files[0], path=path, format=form, digest="")
        prepared = prepare(Manuscript(path, (file,), manuscript.paragraphs))
        data = registry.render(prepared.manuscript)
        _write(file, data)
        self._saved(prepared.manuscript, [atomic.digest(data)])
        self.book = DecisionBook(followed(self.book.sidecar, path))
        return prepared.notices

    def _move(self, path: Path) -> tuple[str, ...]:
        """Write the story in another format, and read it back as that."""
        suffix = path.suffix.lower()
        if suffix not in FORMATS or not saves(registry.format_of(path)):
            raise CannotSaveAs(path)
        save_over(path, export(self.session.manuscript, suffix))
        opened = registry.read(path)
        self.session, self.opened = Session(opened.manuscript), opened.manuscript
        self.book = DecisionBook(followed(self.book.sidecar, path))
        return (f"You go on in {path.name} now. What you did before this can no longer be undone.",)

    def remember(self) -> None:
        """Keep the story's likeness, so that its decisions are found again under another name."""
        if self.path is not None and not self.book.sidecar.empty:
            Known().remember(self.path, self.session.paragraphs)

    def _refuse_changed(self, files: Sequence[SourceFile]) -> None:
        changed = [each.path.name for each in files
                   if each.path and each.digest and each.path.exists() and atomic.changed_since(each.path, each.digest)]
        if changed:
            raise ChangedOnDisk(changed)

    def _saved(self, manuscript: Manuscript, digests: Sequence[str]) -> None:
        files = tuple(replace(each, digest=digests[at]) for at, each in enumerate(manuscript.files))
        self.session.saved(Manuscript(manuscript.path, files, manuscript.paragraphs))


def _write(file: SourceFile, data: bytes) -> None:
    assert file.path is not None
    save_over(file.path, data)
