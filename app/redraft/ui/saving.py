# SPDX-License-Identifier: GPL-3.0-or-later
"""A story on its way to disk: from a frozen snapshot, so that the author may go on writing meanwhile. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from redraft.errors import RedraftError
from redraft.formats import registry
from redraft.formats.codec import CODECS
from redraft.formats.export import FORMATS, export
from redraft.formats.layout import prepare
from redraft.manuscript.model import Manuscript, SourceFile
from redraft.storage import atomic
from redraft.storage.atomic import SaveError
from redraft.storage.backups import Backups
from redraft.storage.originals import save_over

Step = Callable[[int, int], None]
"""Hears that ``done`` of ``total`` steps are made, and may raise to stop before anything more is written."""


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


@dataclass(frozen=True, slots=True)
class Written:
    """The manuscript as the files hold it now, with what the author should read. ``anew``: it was written in another
    format, and read back from there, so its paragraphs are others.
    """

    manuscript: Manuscript
    notices: tuple[str, ...] = ()
    anew: bool = False


def _no_step(done: int, total: int) -> None:
    """Nobody asked."""


def write(manuscript: Manuscript, *, overwrite: bool = False, step: Step = _no_step) -> Written:
    """Write what was edited back to its files. ``overwrite``: also over changes that another program made.

    Raises:
        ChangedOnDisk: when another program wrote a file meanwhile, without ``overwrite``.
        FormatError: when a file cannot be saved in its format.
        SaveError: when a file cannot be written; what stood there before still stands.
    """
    prepared = prepare(manuscript)
    files, total = prepared.manuscript.files, 2 * len(prepared.manuscript.files)
    data: list[bytes] = []
    for number in range(len(files)):
        step(number, total)
        data.append(registry.render(prepared.manuscript, number))
    digests = [atomic.digest(each) for each in data]
    due = [at for at, each in enumerate(files) if each.path is not None and each.digest != digests[at]]
    if not overwrite:
        _refuse_changed({files[at]: digests[at] for at in due})
    step(len(files), total)
    warnings = tuple(filter(None, [_write(files[at], data[at]) for at in due]))
    return Written(_digested(prepared.manuscript, digests), (*prepared.notices, *warnings))


def write_as(manuscript: Manuscript, path: Path, step: Step = _no_step) -> Written:
    """Write a story of one file to another one; raises as :func:`write`. In another format it is written anew.

    Raises:
        CannotSaveAs: when no story can be saved in the format of that ending.
    """
    form, own = registry.format_of(path), manuscript.files[0].format
    if form != own and (form in CODECS or own in CODECS):
        return _write_anew(manuscript, path, step)
    file = replace(manuscript.files[0], path=path, format=form, digest="")
    prepared = prepare(Manuscript(path, (file,), manuscript.paragraphs))
    step(0, 2)
    data = registry.render(prepared.manuscript)
    step(1, 2)
    warning = _write(file, data)
    notices = (*prepared.notices, warning) if warning else prepared.notices
    return Written(_digested(prepared.manuscript, [atomic.digest(data)]), notices)


def _write_anew(manuscript: Manuscript, path: Path, step: Step) -> Written:
    suffix = path.suffix.lower()
    if suffix not in FORMATS or suffix not in registry.SUFFIXES:
        raise CannotSaveAs(path)
    step(0, 3)
    data = export(manuscript, suffix)
    step(1, 3)
    save_over(path, data)
    warning = _back_up(path, data)
    return Written(registry.read(path).manuscript, (warning,) if warning else (), anew=True)


def _refuse_changed(due: Mapping[SourceFile, str]) -> None:
    """A file that holds already what is to be written (its digest) was written by a saving that broke off."""
    changed = [each.path.name for each, own in due.items() if each.path and each.digest and each.path.exists()
               and all(atomic.changed_since(each.path, mark) for mark in (each.digest, own))]
    if changed:
        raise ChangedOnDisk(changed)


def _digested(manuscript: Manuscript, digests: Sequence[str]) -> Manuscript:
    files = tuple(replace(each, digest=digests[at]) for at, each in enumerate(manuscript.files))
    return Manuscript(manuscript.path, files, manuscript.paragraphs)


def _write(file: SourceFile, data: bytes) -> str:
    assert file.path is not None
    saved = save_over(file.path, data)
    return " ".join(filter(None, [*saved.notices, _back_up(file.path, data)]))


def _back_up(path: Path, data: bytes) -> str:
    """Keep a dated copy of what was saved; "" or, where there is no room for one, what the author should know."""
    try:
        Backups(path).keep(data)
    except SaveError as error:
        reason = getattr(error.__cause__, "strerror", None) or str(error)
        return f"{path.name} is saved, but no backup of it could be kept ({reason})."
    return ""
