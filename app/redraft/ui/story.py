# SPDX-License-Identifier: GPL-3.0-or-later
"""A story that is open: its session, its decisions, and how it is read and saved. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from redraft.errors import RedraftError
from redraft.formats import registry
from redraft.formats.errors import FormatError
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


@dataclass
class Story:
    """What is open. ``notices`` are whole sentences that the author should read once."""

    session: Session
    book: DecisionBook
    notices: tuple[str, ...] = field(default=())

    @classmethod
    def read(cls, path: Path) -> Story:
        """Open a file or a folder.

        Raises:
            FormatError: when it cannot be opened.
        """
        opened = registry.read(path)
        sidecar = Sidecar.open(path)
        inherited = taken_over(path, opened.manuscript.paragraphs, sidecar)
        notices = (*opened.notices, *(each.sentence for each in opened.losses), *([inherited] if inherited else []))
        return cls(Session(opened.manuscript), DecisionBook(sidecar), notices)

    @classmethod
    def recovered(cls, unsaved: Manuscript) -> Story:
        """The story with text that was left unsaved, as an edit that can be undone and is still to be saved."""
        try:
            story = cls.read(unsaved.path) if unsaved.path is not None else cls.new()
        except FormatError:
            story = cls.new()
        texts = [each.text for each in unsaved.paragraphs]
        count = len(story.session.paragraphs)
        story.session.replace(0, count, texts, label="bringing unsaved text back", initiator="recovery")
        return story

    @classmethod
    def new(cls) -> Story:
        """An empty story without a file."""
        manuscript = Manuscript(None, (SourceFile(None),), (Paragraph(0, "", ""),))
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
        """Write the story to another file and go on there, with all decisions; raises as :meth:`save`."""
        manuscript = self.session.manuscript
        file = replace(manuscript.files[0], path=path, format=registry.format_of(path), digest="")
        prepared = prepare(Manuscript(path, (file,), manuscript.paragraphs))
        data = registry.render(prepared.manuscript)
        _write(file, data)
        self._saved(prepared.manuscript, [atomic.digest(data)])
        self.book = DecisionBook(followed(self.book.sidecar, path))
        return prepared.notices

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
