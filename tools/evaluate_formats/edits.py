# SPDX-License-Identifier: GPL-3.0-or-later
"""Random edits of other people's files: ``python -m tools.evaluate_formats.edits FOLDER [--form odt] [--office]``.

Each document is opened, edited in 1–30 places (words changed, put in, taken out; paragraphs split, joined, put in,
taken out) and saved. Told are: documents that then read otherwise than they were edited, whose other parts are not
the same byte for byte, in which letters that were not touched look otherwise, in which an id is there twice, and which
were valid by the schema and are not (the last three of OpenDocument); those that could not be saved as they are; with
``--office`` those in which LibreOffice lacks words.
"""

from __future__ import annotations

import argparse
import io
import random
import tempfile
import zipfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from lxml import etree

from redraft.formats.codec import codec
from redraft.formats.errors import FormatError
from redraft.formats.inplace import NotInPlace
from redraft.formats.registry import Opened, read, render
from redraft.manuscript.marks import LOOKS, MarkKind
from redraft.manuscript.model import Paragraph
from redraft.manuscript.session import Session
from tools.evaluate_docx.sameness import other_parts_differ
from tools.evaluate_formats import office, schema
from tools.evaluate_formats.words import words

_NEW = ("lantern", "“No,” she said", "—", "quietly,", "it’s", "Ærø & <so>", "a  b")
_IDS = ("{http://www.w3.org/XML/1998/namespace}id", "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}id",
        "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}id")  # fmt: skip


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--office", action="store_true", help="compare with LibreOffice")
    parser.add_argument("--form", choices=("odt", "rtf", "html", "epub"), default="odt")
    parser.add_argument("--most", type=int, default=30, help="at most so many edits each")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    faults: Counter[str] = Counter()
    saved: dict[Path, tuple[bytes, list[str]]] = {}
    for path in sorted(options.folder.rglob(f"*.{options.form}")):
        try:
            opened = read(path)
        except FormatError:
            continue
        if opened.manuscript.files[0].format != options.form:
            continue
        chance = random.Random(f"{options.seed} {path.name}")
        try:
            data, texts, found = _edited(opened, path.read_bytes(), chance, options.most)
        except NotInPlace:
            faults["not saved as they are"] += 1
            print(f"  {path}: not saved as it is")
            continue
        saved[path] = data, texts
        faults.update(found)
        for each in found:
            print(f"  {path}: {each}")
    print(f"{len(saved)} documents edited and saved; " + (", ".join(f"{count} {name}" for name, count in faults.items())
                                                         or "none with a fault"))  # fmt: skip
    if options.office and office.is_there():
        _in_office(saved, options.form)


def _edited(opened: Opened, before: bytes, chance: random.Random, most: int) -> tuple[bytes, list[str], list[str]]:
    """The file after random edits, the texts that it should have, and what is wrong with it."""
    session = Session(opened.manuscript)
    for _ in range(chance.randint(1, most)):
        _edit(session, chance)
    texts = [each.text for each in session.paragraphs]
    data = render(session.manuscript)
    try:
        again = _again(opened.manuscript.files[0].format, data)
    except FormatError as error:
        return data, texts, [f"refused: {error}"]
    if opened.manuscript.files[0].format != "odt":
        one, other = ([" ".join(each.split()) for each in found if each.strip()] for found in
                      (texts, [each.text for each in again]))  # fmt: skip
        return data, texts, ["reads otherwise"] if one != other else []
    checks = {
        "reads otherwise": [each.text for each in again] != texts,
        "looks otherwise": _looks(again) != _looks(session.paragraphs),
        "other parts differ": bool(other_parts_differ(before, data, "content.xml")),
        "an id twice": _ids_twice(data) > _ids_twice(before),
        "less valid": schema.jar() is not None and _less_valid(before, data),
    }  # fmt: skip
    return data, texts, [name for name, wrong in checks.items() if wrong]


def _again(form: str, data: bytes) -> Sequence[Paragraph]:
    """The paragraphs of a file saved in a format; raises a FormatError."""
    own = codec(form)
    return own.read(data, "saved", 0, 0).paragraphs if own else ()


def _edit(session: Session, chance: random.Random) -> None:
    at = chance.randrange(len(session.paragraphs))
    held = session.paragraphs[at].text.split(" ")
    place = chance.randrange(len(held))
    deed = chance.choice(("change", "put in", "take out", "split", "join", "new", "gone"))
    if deed in ("change", "put in", "take out"):
        held[place : place + (deed != "put in")] = [] if deed == "take out" else [chance.choice(_NEW)]
        new, last = [" ".join(held)], at + 1
    elif deed == "split":
        new, last = [" ".join(held[:place]), " ".join(held[place:])], at + 1
    elif deed == "join" and at + 1 < len(session.paragraphs):
        new, last = [" ".join((session.paragraphs[at].text, session.paragraphs[at + 1].text))], at + 2
    elif deed == "gone" and len(session.paragraphs) > 1:
        new, last = [], at + 1
    else:
        new, last = [" ".join(held), chance.choice(_NEW)], at + 1
    session.replace(at, last, new, label=deed, initiator="evaluation")


def _looks(paragraphs: Sequence[Paragraph]) -> list[set[tuple[int, MarkKind]]]:
    """For each paragraph the letters and how they look; white space looks like nothing."""
    return [{(place, mark.kind) for mark in each.marks if mark.kind in LOOKS
             for place in range(mark.start, mark.end) if not each.text[place].isspace()} for each in paragraphs]


def _root(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read("content.xml"), etree.XMLParser(recover=True))


def _ids_twice(data: bytes) -> int:
    found = ((name, each.get(name)) for each in _root(data).iter(etree.Element) for name in _IDS)
    counts = Counter(each for each in found if each[1])
    return sum(count > 1 for count in counts.values())


def _less_valid(before: bytes, after: bytes) -> bool:
    """Whether a document that was valid is not."""
    try:
        return not schema.faults(before) and bool(schema.faults(after))
    except etree.XMLSyntaxError:
        return False


def _in_office(saved: dict[Path, tuple[bytes, list[str]]], form: str) -> None:
    """Tell which of the words that the documents should have LibreOffice does not find in them."""
    with tempfile.TemporaryDirectory() as folder:
        files = {Path(folder) / f"{number}.{form}": (path, *saved[path]) for number, path in enumerate(saved)}
        for file, (_, data, _) in files.items():
            file.write_bytes(data)
        found = office.texts(files, Path(folder) / "texts")
        equal = 0
        for file, (path, _, texts) in files.items():
            if file not in found:
                continue
            missing = Counter(words("\n".join(texts))) - Counter(words(found[file]))
            equal += not missing
            if missing:
                print(f"  {path}: LibreOffice lacks {sum(missing.values())}: {' '.join(list(missing)[:8])}")
        print(f"LibreOffice opens {len(found)} of {len(files)}, and has every word of {equal}")


if __name__ == "__main__":
    main()
