# SPDX-License-Identifier: GPL-3.0-or-later
"""What a long novel costs as a reader copy in Chromium, and 500 notes on it: in the page, and on their way back."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.reader.chromium import Chromium, program

from redraft.commands.receiving import receive
from redraft.formats.registry import read
from redraft.notes.reader_copy import ReaderCopy, reader_copy
from redraft.places import resource
from redraft.storage.notes import NoteStore
from tools.bench.material import novel

_NOTES = 500
_FILL = """(() => {
  const copy = JSON.parse(document.getElementById("copy").textContent);
  const places = new Places(document.getElementById("story"), copy);
  const long = places.elements.map((_, at) => at).filter(at => places.elements[at].textContent.length > 60);
  const notes = [];
  for (let each = 0; each < COUNT; each++) {
    const at = long[Math.floor(each * long.length / COUNT)], start = places.starts[at] + 2;
    notes.push({ id: `n${each}`, kind: "note", text: "A note on this.", copy: copy.copy,
      created: "2026-01-01T00:00:00Z", modified: "", start: places.points(start), end: places.points(start + 30),
      exact: places.text.slice(start, start + 30), prefix: "", suffix: "" });
  }
  const key = `redraft:${copy.story}:${copy.reader}`;
  localStorage.setItem(key, JSON.stringify({ notes, gone: {}, sent: "" }));
  dispatchEvent(new StorageEvent("storage", { key }));
})()"""
_SCROLL = """new Promise(done => {
  const frames = [];
  let last = performance.now();
  requestAnimationFrame(function next(now) {
    frames.push(now - last);
    last = now;
    scrollBy(0, 300);
    if (frames.length < 180) requestAnimationFrame(next);
    else done(1000 * frames.length / frames.reduce((one, other) => one + other));
  });
})"""


def figures(words: int = 160_000) -> Iterator[tuple[str, str, str]]:
    """What was measured, how much, and the goal; without Chromium only what needs none."""
    with tempfile.TemporaryDirectory() as folder:
        story = Path(folder) / "novel.txt"
        story.write_text(novel(words), encoding="utf-8")
        made = reader_copy(read(story).manuscript)
        besides = (len(made.page) - len(made.text.encode("utf-8"))) / 1000
        yield f"reader copy of {words:,} words, besides the text", f"{besides:.0f} kB", "150 kB"
        yield f"{_NOTES} notes of 10 readers taken in", f"{_received(story, made, Path(folder)):.2f} s", "3 s"
        if program() is not None:
            page = Path(folder) / "copy.html"
            page.write_bytes(made.page)
            yield from _in_browser(page, Path(folder))


def _in_browser(page: Path, folder: Path) -> Iterator[tuple[str, str, str]]:
    browser = Chromium()
    profile = browser.profile(folder)
    opened = [_opened(browser, page.as_uri(), profile) for _ in range(5)]
    yield "reader copy opened in Chromium, best of five", f"{min(opened):.0f} ms", "300 ms"
    shown = browser.page(page.as_uri(), profile)
    shown.js(resource("reader", "places.js").read_text(encoding="utf-8") + ";globalThis.Places = Places; 1")
    shown.js(_FILL.replace("COUNT", str(_NOTES)))
    shown.close()
    shown = browser.page(page.as_uri(), profile)
    assert shown.js("document.getElementById('count').textContent") == str(_NOTES)
    key = "Object.keys(localStorage).find(each => each !== 'redraft:looks')"
    again = f"dispatchEvent(new StorageEvent('storage', {{key: {key}}}))"
    for _ in range(5):
        shown.js(again)
    drawn: list[float] = shown.js("performance.getEntriesByName('redraw').map(each => each.duration)")
    yield f"{_NOTES} notes drawn anew in it, best of six", f"{min(drawn):.1f} ms", "10 ms"
    yield "frames a second while it scrolls (60 wanted)", f"{shown.js(_SCROLL):.0f}", ""
    browser.close()


def _opened(browser: Chromium, address: str, profile: str) -> float:
    page = browser.page(address, profile)
    found: float = page.js("performance.getEntriesByType('navigation')[0].loadEventEnd")
    page.close()
    return found


def _received(story: Path, made: ReaderCopy, folder: Path) -> float:
    """Seconds for the files of ten readers, on a story of which a tenth was cut since."""
    store = NoteStore.open(story)
    store.copies.hand_out(made.text)
    files = [folder / f"{reader}.notes.txt" for reader in range(10)]
    for reader, file in enumerate(files):
        file.write_text(json.dumps(_file(made, reader)), encoding="utf-8")
    sentences = made.text.split(". ")
    story.write_text(". ".join(each for at, each in enumerate(sentences) if at % 10), encoding="utf-8")
    manuscript = read(story).manuscript
    start = time.perf_counter()
    receive(files, manuscript, store)
    return time.perf_counter() - start


def _file(made: ReaderCopy, reader: int) -> dict[str, Any]:
    step = len(made.text) // (_NOTES // 10 + 1)
    starts = [step * number + reader * 97 for number in range(_NOTES // 10)]
    return {
        "redraft": {"version": 1, "copy": made.digest, "title": made.title, "reader": f"Reader {reader}"},
        "annotations": [{
            "type": "Annotation", "id": f"urn:x:{reader}-{start}", "created": "2026-01-01T00:00:00Z",
            "body": {"type": "TextualBody", "value": "A note."}, "target": {"selector": [
                {"type": "TextPositionSelector", "start": start, "end": start + 40, "unit": "code point"},
                {"type": "TextQuoteSelector", "exact": made.text[start : start + 40]}]},
        } for start in starts],
    }  # fmt: skip
