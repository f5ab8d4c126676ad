# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked of one corrected document: of its own XML, of a schema, of python-docx and LibreOffice."""

from __future__ import annotations

import importlib
import io
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from redraft.formats.docx.reader import read
from redraft.formats.docx.revisions import settled
from tools.evaluate_docx.corrections import Corrected
from tools.evaluate_docx.office import Office, Shown
from tools.evaluate_docx.sameness import characters, main_part, other_parts_differ

_MOST_ERRORS = 2000


class _Validator(Protocol):
    def validate(self, path: str) -> _Result: ...


class _Result(Protocol):
    errors: Sequence[_Error]


class _Error(Protocol):
    part_uri: str
    description: str


@dataclass(frozen=True)
class Saved:
    """The three versions of a document as files, for clients that open files."""

    original: Path
    plain: Path
    tracked: Path


def by_itself(made: Corrected) -> Iterator[str]:
    """What of the document's own XML is not as it should be."""
    main = main_part(made.original)
    if characters(made.original, main, accept=False) != characters(made.tracked, main, accept=False):
        yield "rejected, characters or their formatting differ"
    if characters(made.plain, main, accept=True) != characters(made.tracked, main, accept=True):
        yield "accepted, characters or their formatting differ from the saved document"
    for one in (made.plain, made.tracked):
        if differing := other_parts_differ(made.original, one, main):
            yield f"other parts differ: {', '.join(differing)}"
    accepted = settled(made.tracked, accept=True)
    for name, data in (("saved", made.plain), ("tracked", made.tracked), ("accepted", accepted)):
        if _texts(data) != list(made.texts):
            yield f"{name}, read again, is not the corrected text"
    if _texts(settled(made.tracked, accept=False)) != _texts(settled(made.original, accept=False)):
        yield "rejected, read again, is not the original text"


def by_schema(made: Corrected) -> Iterator[str] | None:
    """New errors of a schema validator (the package openxml-audit); None where it is not installed."""
    validator = _validator()
    if validator is None:
        return None
    known = _errors(validator, made.original)
    return (
        f"schema: {description} ({part})"
        for one in (made.plain, made.tracked)
        for part, description in _errors(validator, one) - known
    )


def by_python_docx(made: Corrected) -> Iterator[str] | None:
    """Whether python-docx opens what it opened before; None where it is not installed."""
    try:
        opened = importlib.import_module("docx").Document
    except ModuleNotFoundError:
        return None
    return _refusals(opened, made)


def by_office(made: Corrected, office: Office, folder: Path) -> tuple[dict[str, bool], str]:
    """Whether LibreOffice opens the tracked document, and sees the corrected text when it accepts all and the original
    one when it rejects all; and what it said when it does not open the original, "" when it does.
    """
    paths = _saved(made, folder)
    before = office.show(paths.original, "reject")
    if before.error:
        return {}, before.error
    after, accepted = office.show(paths.plain, "accept"), office.show(paths.tracked, "accept")
    rejected = office.show(paths.tracked, "reject")
    return {
        "opens": not (accepted.error or rejected.error or after.error),
        "accept all": _same(after, accepted),
        "reject all": _same(before, rejected),
    }, ""


def words_missing(texts: Iterable[str], shown: Shown) -> int:
    """How many words LibreOffice shows and we do not, or the other way round, with its boxes or without."""
    ours = _words(texts)
    with_boxes, without = _words([*shown.paragraphs, *shown.boxes]), _words(shown.paragraphs)
    return min(((ours - each) + (each - ours)).total() for each in (with_boxes, without))


def _same(one: Shown, other: Shown) -> bool:
    return list(one.paragraphs) == list(other.paragraphs) and sorted(one.boxes) == sorted(other.boxes)


def _words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for each in texts for word in each.replace("\u2028", " ").split())


def _texts(data: bytes) -> list[str]:
    return [each.text for each in read(data, "document", 0, 0).paragraphs]


def _saved(made: Corrected, folder: Path) -> Saved:
    paths = Saved(folder / "original.docx", folder / "plain.docx", folder / "tracked.docx")
    for path, data in ((paths.original, made.original), (paths.plain, made.plain), (paths.tracked, made.tracked)):
        path.write_bytes(data)
    return paths


def _refusals(opened: object, made: Corrected) -> Iterator[str]:
    assert callable(opened)
    try:
        opened(io.BytesIO(made.original))
    except Exception:  # whatever python-docx says of the original: it is not asked about the rest
        return
    for name, data in (("saved", made.plain), ("tracked", made.tracked)):
        try:
            opened(io.BytesIO(data))
        except Exception as error:
            yield f"python-docx refuses the {name} document: {error}"


def _validator() -> _Validator | None:
    try:
        package = importlib.import_module("openxml_audit")
    except ModuleNotFoundError:
        return None
    return cast(_Validator, package.OpenXmlValidator(max_errors=_MOST_ERRORS))


def _errors(validator: _Validator, data: bytes) -> set[tuple[str, str]]:
    """The errors that the validator finds, each with the part that has it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "document.docx"
        path.write_bytes(data)
        return {(each.part_uri, each.description) for each in validator.validate(str(path)).errors}
