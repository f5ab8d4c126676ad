# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables on drafts, on clean novels and on novels with errors put in, and the files for reading them one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from redraft.manuscript.model import Manuscript
from tools.evaluate.planted import Maker, Planted, plant, straight, straightened
from tools.evaluate.score import Score, against, in_context
from tools.evaluate.study import Reader, Studied
from tools.evaluate.texts import Label, novel

Draft = tuple[str, Manuscript, list[Label]]
Book = tuple[str, Path]


def draft_scores(reader: Reader, title: str, drafts: Iterable[Draft], out: Path) -> Score:
    """Recall, precision and fixes on drafts with labels; every miss and every wrong mark goes into ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    whole = Score()
    for name, manuscript, labels in drafts:
        studied = reader.study(manuscript)
        score = against(manuscript, studied.findings, labels)
        whole.add(score)
        rough = "" if studied.roughness is None else f"  roughness {studied.roughness:.1f}"
        print(score.row(name) + rough)
        write(out / f"{name}.marks.txt", [in_context(manuscript, *each) for each in studied.findings])
        write(out / f"{name}.wrong.txt", score.wrong)
        write(out / f"{name}.missed.txt", score.missed)
    print(whole.row(title))
    print("\n".join([*whole.by_category(), *whole.by_check()]))
    return whole


def alarms(reader: Reader, books: Sequence[Book], words: int, out: Path) -> None:
    """What is marked in published novels, by book and by check; every alarm in context goes into ``novels.txt``."""
    by_check: Counter[str] = Counter()
    read, seconds, lines = 0, 0.0, list[str]()
    for name, path in books:
        manuscript = novel(path, words)
        studied = reader.study(manuscript)
        read += studied.words
        seconds += studied.seconds
        by_check.update(each.check for _, each in studied.findings)
        lines += [f"{in_context(manuscript, *each)}  ({name})" for each in studied.findings]
        print(f"{name:44} {1000 * len(studied.findings) / studied.words:5.2f} alarms per 1,000 words")
        for fault in studied.faults[:3]:
            print("  FAULT", fault)
    print(f"{'all novels':44} {1000 * by_check.total() / read:5.2f} alarms per 1,000 words, {read} words")
    print("by check:", ", ".join(f"{check} {number}" for check, number in by_check.most_common(25)))
    print(f"{100_000 * seconds / read:.1f} s per 100,000 words for the rules")
    write(out / "novels.txt", sorted(lines))


def planted_errors(
    reader: Reader, books: Sequence[Book], words: int, out: Path, makers: Mapping[str, Maker] | None = None
) -> None:
    """What is found of errors put into novels, by kind and by family; every second book has straight quote marks.

    A mark that the clean text has as well does not count. ``makers``: other kinds than those of ``planted``.
    """
    made: Counter[str] = Counter()
    found: Counter[str] = Counter()
    fixed: Counter[str] = Counter()
    lines: list[str] = []
    for turn, (_, path) in enumerate(books):
        book = manuscript = novel(path, words)
        if turn % 2:
            manuscript = _straight(manuscript)
        errors, spoilt = _spoilt(manuscript, book, made, makers)
        studied = _without(reader.study(spoilt), reader.study(manuscript))
        for number, error in errors.items():
            hit, cured = outcome(studied, number, error)
            found[error.kind] += hit
            fixed[error.kind] += cured
            if not cured:
                state = "not fixed" if hit else "missed"
                around = f"{error.text[max(0, error.start - 60) : error.start]}⟦{error.text[error.start : error.end]}⟧"
                lines.append(f"{error.kind}: {state}: {around}{error.text[error.end : error.end + 40]}")
    for line in _by_kind(made, found, fixed):
        print(line)
    write(out / "planted.txt", sorted(lines))


def _straight(manuscript: Manuscript) -> Manuscript:
    return with_texts(manuscript, [straight(each.text) for each in manuscript.paragraphs])


def _without(studied: Studied, clean: Studied) -> Studied:
    """The findings that are not in the clean text: same paragraph, same check, same words."""
    known = {(index, each.check, each.text) for index, each in clean.findings}
    return replace(
        studied,
        findings=[(index, each) for index, each in studied.findings if (index, each.check, each.text) not in known],
    )


def _spoilt(
    manuscript: Manuscript, book: Manuscript, made: Counter[str], makers: Mapping[str, Maker] | None
) -> tuple[dict[int, Planted], Manuscript]:
    """Errors for the paragraphs of the ``book`` as printed, put into the manuscript: it, or it with straight marks."""
    planted = dict(plant([each.text for each in book.paragraphs], made=made, makers=makers))
    if manuscript is not book:
        found = {number: straightened(each) for number, each in planted.items()}
        made.subtract(planted[number].kind for number, each in found.items() if each is None)
        planted = {number: each for number, each in found.items() if each is not None}
    texts = [each.text for each in manuscript.paragraphs]
    for number, error in planted.items():
        texts[number] = error.text
    return planted, with_texts(manuscript, texts)


def with_texts(manuscript: Manuscript, texts: Sequence[str]) -> Manuscript:
    """The manuscript with these texts for its paragraphs."""
    pairs = zip(manuscript.paragraphs, texts, strict=True)
    return manuscript.with_paragraphs([replace(each, text=text, raw=text) for each, text in pairs])


def outcome(studied: Studied, number: int, planted: Planted) -> tuple[bool, bool]:
    """Whether a finding touches the place of what was planted in paragraph ``number``, and whether one cures it."""
    near = [
        each
        for index, each in studied.findings
        if index == number and each.start < planted.end and planted.start < each.end
    ]
    clean = " ".join(planted.clean.split())
    cured = any(
        " ".join((planted.text[: each.start] + fix + planted.text[each.end :]).split()) == clean
        for each in near
        for fix in each.suggestions[:3]
    )
    return bool(near), cured


def _by_kind(made: Counter[str], found: Counter[str], fixed: Counter[str]) -> list[str]:
    families: dict[str, list[str]] = {}
    for kind in sorted(made):
        families.setdefault(kind.split(":")[0], []).append(kind)
    lines = []
    for family, kinds in families.items():
        lines.append(_row(family.upper(), *(sum(each[kind] for kind in kinds) for each in (made, found, fixed))))
        lines += [_row(f"  {kind}", made[kind], found[kind], fixed[kind]) for kind in kinds]
    whole = _row(f"{len(made)} kinds planted", made.total(), found.total(), fixed.total())
    return [*lines, whole]


def _row(name: str, made: int, found: int, fixed: int) -> str:
    return f"{name:42} {found:3}/{made:<3} {found / max(1, made):4.0%} found {fixed / max(1, made):4.0%} fixed"


def write(path: Path, lines: Sequence[str]) -> None:
    """Lines into a file."""
    path.write_text("".join(f"{each}\n" for each in lines), encoding="utf-8")
