# SPDX-License-Identifier: GPL-3.0-or-later
"""A reader with a real browser: reads, selects, writes, reacts, comes back, sends; and nothing leaves the page."""

from __future__ import annotations

import importlib.util
import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from redraft.notes.note import Kind, Reaction
from redraft.notes.reader_copy import OtherNote, Wishes
from redraft.notes.webannotation import note_of
from tests.reader.chromium import Page
from tests.reader.conftest import STORY, Maker, Opener

PHONE: dict[str, Any] = {"size": (360, 640), "touch": True, "slower": 6}
SHOWN = "!document.getElementById('act').hidden"


def write(page: Page, text: str) -> None:
    """Write a note on what is spoken of."""
    page.wait(SHOWN)
    page.click("#act-note")
    page.wait("document.getElementById('editor').open")
    page.type(text)
    page.click("#keep")
    page.wait("!document.getElementById('editor').open && document.getElementById('act').hidden")


def react(page: Page, reaction: str) -> None:
    page.wait(SHOWN)
    page.click(f"#reactions [value={reaction}]")


def sent(page: Page, folder: Path) -> dict[str, Any]:
    """Press "Send my notes" and read the file that was saved."""
    known = set(folder.iterdir())
    page.click("#open-notes")
    page.wait("document.getElementById('notes').open")
    page.click("#save")

    def saved() -> list[Path]:
        return [each for each in folder.iterdir() if each not in known and not each.name.endswith(".crdownload")]

    page.wait(saved)
    file = saved()[0]
    page.wait(lambda: file.stat().st_size)
    page.js("document.getElementById('notes').close()")
    told: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    told["file"] = file.name
    file.unlink()
    return told


def quiet(page: Page) -> None:
    """Nothing went wrong in the page, and it asked the network for nothing but itself."""
    assert [each["request"]["url"] for each in page.said("Network.requestWillBeSent") if not each["request"]["url"].startswith(("blob:", "data:"))] in (
        [page.js("location.href.split('#')[0]")], [page.js("location.href.split('#')[0]")] * 2)
    assert page.said("Runtime.exceptionThrown") == []
    assert [each["entry"]["text"] for each in page.said("Log.entryAdded")] == []


def test_a_reader_writes_reacts_comes_back_and_sends(copied: Maker, reading: Opener, tmp_path: Path) -> None:
    made, address = copied()
    page = reading(address)
    page.select("the roof was on the house")
    write(page, "Where else?")
    page.select("she said 🦊 to the fox")
    react(page, "loved")
    page.wait("document.getElementById('count').textContent === '2'")
    quiet(page)
    page.close()
    page = reading(address)
    page.wait("document.getElementById('count').textContent === '2'")
    page.select("Not now, she")
    write(page, "Nice.")
    told = sent(page, tmp_path / "saved")
    assert told["file"] == "The Lamp – Ann.notes.txt"
    assert told["redraft"]["copy"] == made.digest and told["redraft"]["reader"] == "Ann"
    assert told["redraft"]["version"] == 1 and told["redraft"]["title"] == "The Lamp"
    notes = [note_of(each) for each in told["annotations"]]
    assert [(each.quote.exact, each.body, each.reaction) for each in notes] == [
        ("the roof was on the house", "Where else?", None), ("she said 🦊 to the fox", "", Reaction.LOVED),
        ("Not now*, she", "Nice.", None)]  # fmt: skip
    for note in notes:
        assert note.place is not None and note.place.text == made.digest and note.author == "Ann"
        assert made.text[note.place.start : note.place.end] == note.quote.exact
        assert made.text[: note.place.start].endswith(note.quote.prefix)
        assert made.text[note.place.end :].startswith(note.quote.suffix)
    quiet(page)


def test_notes_are_changed_deleted_and_taken_back(copied: Maker, reading: Opener, tmp_path: Path) -> None:
    _, address = copied()
    page = reading(address)
    page.select("the roof was on the house")
    write(page, "Where else?")
    page.click("#open-notes")
    page.click("#own .do button")
    page.wait("document.getElementById('editor').open")
    page.js("document.getElementById('text').select()")
    page.type("Where else, pray?")
    page.click("input[value=suggestion]")
    page.js("document.getElementById('instead').select()")
    page.type("the roof leaked")
    page.click("#keep")
    first = sent(page, tmp_path / "saved")["annotations"][0]
    note = note_of(first)
    assert (note.body, note.suggestion, note.kind) == ("Where else, pray?", "the roof leaked", Kind.SUGGESTION)
    page.click("#open-notes")
    page.click("#own .do button:last-child")
    page.wait("document.getElementById('count').hidden")
    gone = note_of(sent(page, tmp_path / "saved")["annotations"][0])
    assert gone.gone and gone.id == note.id and gone.modified > note.modified
    page.js("document.body.focus()")
    page.key("z", 90, 2)
    page.wait("document.getElementById('count').textContent === '1'")
    again = note_of(sent(page, tmp_path / "saved")["annotations"][0])
    assert again.suggestion == "the roof leaked" and not again.gone and again.modified > gone.modified


def test_what_is_being_typed_is_kept(copied: Maker, reading: Opener) -> None:
    _, address = copied()
    page = reading(address)
    page.select("the roof was on the house")
    page.wait(SHOWN)
    page.click("#act-note")
    page.type("Half a thou")
    page.wait("(localStorage.getItem(Object.keys(localStorage).find(each => each !== 'redraft:looks')) ?? '').includes('Half a thou')")
    page.close()
    page = reading(address)
    page.wait("document.getElementById('count').textContent === '1'")
    page.click("#open-notes")
    assert "Half a thou" in page.js("document.getElementById('own').textContent")


def test_on_a_phone_a_tap_on_a_paragraph_is_enough(copied: Maker, reading: Opener, tmp_path: Path) -> None:
    made, address = copied()
    page = reading(address, **PHONE)
    assert page.js("document.documentElement.scrollWidth") <= 360
    page.tap('[id="5"]')
    page.wait(SHOWN)
    for selector in ("#reactions button", "#act-note", "#open-notes", "#act-close"):
        width, height = page.js(f"(() => {{ const box = document.querySelector('{selector}').getBoundingClientRect(); return [box.width, box.height] }})()")
        assert width >= 44 and height >= 44
    page.tap("#reactions [value=confused]")
    page.wait("document.getElementById('count').textContent === '1'")
    page.tap("#reactions [value=loved]")
    page.wait("document.getElementById('count').textContent === '2'")
    page.tap("#toast-undo")
    page.wait("document.getElementById('count').textContent === '1'")
    page.tap("#act-close")
    page.wait("document.getElementById('act').hidden")
    note = note_of(sent(page, tmp_path / "saved")["annotations"][0])
    assert note.reaction is Reaction.CONFUSED and note.target == "paragraph" and note.quote.exact.startswith("Nobody answered.")
    assert note.place is not None and made.text[note.place.start : note.place.end] == note.quote.exact
    quiet(page)


def test_the_keyboard_alone_is_enough(copied: Maker, reading: Opener, tmp_path: Path) -> None:
    _, address = copied()
    page = reading(address)
    page.js("document.querySelector('.c > [tabindex]').focus()")
    for _ in range(3):
        page.key("ArrowDown", 40)
    page.key("1", 49)
    page.key("Enter", 13)
    page.wait("document.getElementById('editor').open")
    page.type("By keys.")
    page.key("Enter", 13, 2)
    page.wait("!document.getElementById('editor').open")
    assert page.js("document.activeElement.id") == "5"
    notes = [note_of(each) for each in sent(page, tmp_path / "saved")["annotations"]]
    assert [(each.body, each.reaction) for each in notes] == [("", Reaction.LAUGHED), ("By keys.", None)]
    assert all(each.quote.exact.startswith("Nobody answered") for each in notes)


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing(copied: Maker, reading: Opener, dark: bool) -> None:
    found = importlib.util.find_spec("axe_core_python")
    if found is None or found.origin is None:
        pytest.skip("axe-core-python is not installed here")
    axe = (Path(found.origin).parent / "axe.min.js").read_text(encoding="utf-8")
    wishes = Wishes(author="A. Writer", reader="Ann", greeting="Dear Ann", ask_scene=("Well?",), ask_story=("And now?",))
    page = reading(copied(wishes=wishes, others=(OtherNote("Bob", "note", "Hm.", 30, 40),))[1], dark=dark, size=(360, 640))
    page.js(axe + ";1")

    def violations() -> list[str]:
        only = ", runOnly: ['color-contrast']" if dark else ""
        found: list[str] = page.js(f"axe.run(document, {{resultTypes: ['violations']{only}}}).then(told => told.violations.map("
                                   "each => each.id + ' ' + each.nodes.map(node => node.html).join(' ')))")  # fmt: skip
        return found

    assert violations() == []
    page.select("the roof was on the house")
    react(page, "loved")
    page.wait("!document.getAnimations().length")
    assert violations() == []
    page.click("#act-note")
    page.type("Words.")
    assert violations() == []
    page.click("#keep")
    for sheet in ("notes", "contents", "looks"):
        page.js(f"document.getElementById('open-{sheet}').click()")
        assert violations() == [], sheet
        page.js(f"document.getElementById('{sheet}').close()")


HOSTILE = (
    "A </script><script>window.pwned = 1</script> story {{ title }} [[script]] ${x}\r\n\r\n"
    "<img src=x onerror='window.pwned = 2'> &amp; &lt;b&gt; <!-- ]]> --> 'quoted' \"so\"\r\n\r\n"
    "\u202eright to left\u202c ואז הוא אמר e\u0301\u0301 👩‍👩‍👧 𝔘𝔫 \ufeffend \u2028 line\r\n\r\n"
    "Hard *wrapped*\r\n    lines **of** _all_\r\nkinds.  \r\n\r\njavascript:alert(1) ␀\x1b\r\n"
)


def test_a_hostile_story_is_shown_as_it_is(copied: Maker, reading: Opener, tmp_path: Path) -> None:
    title = "</title><script>window.pwned = 3</script>"
    wishes = Wishes(title=title, reader="</script><b>", greeting="<i onclick=x>", ask_story=("'><script>window.pwned=4</script>",), mail="a@b'\"><c")
    made, address = copied(HOSTILE, wishes, (OtherNote("<b>", "note", "<img src=x onerror=window.pwned=5>", 3, 9),))
    page = reading(address)
    assert page.js("window.pwned") is None
    assert page.js("document.querySelectorAll('#story img, #story script, #story [onclick]').length") == 0
    assert page.js("document.querySelector('h1').textContent") == title
    assert page.js("document.querySelectorAll('script').length") == 3
    page.select("ואז הוא")
    write(page, "</script><img src=x onerror='window.pwned = 6'>")
    page.select("𝔘𝔫")
    react(page, "typo")
    page.click("#open-notes")
    assert "<img src=x" in page.js("document.getElementById('own').textContent")
    assert "<img src=x" in page.js("document.getElementById('others').textContent")
    page.js("document.getElementById('notes').close()")
    told = sent(page, tmp_path / "saved")
    assert [each["target"]["selector"][1]["exact"] for each in told["annotations"]] == ["ואז הוא", "𝔘𝔫"]
    for each in told["annotations"]:
        place, quote = each["target"]["selector"]
        assert made.text[place["start"] : place["end"]] == quote["exact"] and place["unit"] == "code point"
    assert page.js("window.pwned") is None
    quiet(page)


def test_without_javascript_it_is_a_book_with_numbers(copied: Maker, reading: Opener) -> None:
    made, address = copied(wishes=Wishes(ask_story=("Would you read on?",), mail="author@example.org"))
    page = reading(address, scripts=False, size=(360, 640))
    text = page.js("document.body.innerText")
    assert "The rain was on the roof" in text and "¶" in text and "author@example.org" in text and made.digest[:8] in text
    assert "Would you read on?" in text and "Send my notes" not in text and "Tap a paragraph" not in text
    assert page.js("getComputedStyle(document.getElementById('5'), '::before').content") == '"5"' or (
        page.js("getComputedStyle(document.getElementById('5'), '::before').content") == "attr(id)")
    assert page.js("[...document.querySelectorAll('button, textarea, input')].every(each => !each.getClientRects().length)")
    assert page.js("document.documentElement.scrollWidth") <= 360
    quiet(page)


def test_where_the_browser_keeps_nothing_it_says_so_and_offers_the_file(copied: Maker, reading: Opener) -> None:
    _, address = copied()
    page = reading("about:blank")
    page.call("Page.addScriptToEvaluateOnNewDocument", source="Storage.prototype.setItem = () => { throw new Error('no') }")
    page.go(address)
    assert page.js("document.getElementById('warning').hidden")
    page.select("the roof was on the house")
    write(page, "Kept nowhere")
    page.wait("!document.getElementById('warning').hidden")
    assert page.js("document.getElementById('running-download').download") == "The Lamp – Ann.notes.txt"
    assert "Kept nowhere" in page.js("fetch(document.getElementById('running-download').href).then(each => each.text()).catch(() => 'Kept nowhere')")
    assert page.js("(() => { const event = new Event('beforeunload', {cancelable: true}); dispatchEvent(event); return event.defaultPrevented })()")


def test_a_newer_copy_takes_over_the_notes_of_an_earlier_one(copied: Maker, reading: Opener, tmp_path: Path) -> None:
    earlier, address = copied(wishes=Wishes(story="s1", reader="Ann"))
    page = reading(address)
    for words in ("the roof was on the house", "She found the lamp"):
        page.select(words)
        write(page, f"On {words}")
    page.close()
    changed = STORY.replace("The lamp went out.", "Suddenly the lamp went out.").replace("She found the lamp in the garden.", "It was over.")
    later, newer = copied(changed, Wishes(story="s1", reader="Ann"), name="newer")
    page = reading(newer)
    page.wait("document.getElementById('count').textContent === '2'")
    assert page.js("document.querySelectorAll('.c > [data-k]').length") == 1
    page.click("#open-notes")
    assert "She found the lamp" in page.js("document.getElementById('astray').textContent")
    page.js("document.getElementById('notes').close()")
    told = sent(page, tmp_path / "saved")
    assert told["redraft"]["copy"] == later.digest
    for each in told["annotations"]:
        note = note_of(each)
        assert note.place is not None and note.place.text == earlier.digest
        assert earlier.text[note.place.start : note.place.end] == note.quote.exact
    other = reading(copied(wishes=Wishes(story="s2"), name="other")[1])
    assert other.js("document.getElementById('count').hidden")


def test_answers_to_the_author_s_questions_come_back(copied: Maker, reading: Opener, tmp_path: Path) -> None:
    wishes = Wishes(reader="Ann", ask_scene=("What will happen?",), ask_story=("Would you read on?",))
    made, address = copied(wishes=wishes)
    page = reading(address)
    page.click("#ask-2-0")
    page.type("Rain.")
    page.click("#ask-0-0")
    page.type("Yes!")
    page.close()
    page = reading(address)
    assert page.js("document.getElementById('ask-2-0').value") == "Rain."
    scene, story = (each for each in sent(page, tmp_path / "saved")["annotations"])
    assert note_of(scene).target == "scene" and note_of(scene).body == "Rain." and scene["redraft"]["question"] == "What will happen?"
    assert note_of(scene).quote.exact == "In the morning the fox had gone. She found the lamp in the garden." or note_of(scene).quote.exact == "* * *"
    assert note_of(story).target == "manuscript" and note_of(story).body == "Yes!" and "target" not in story
    assert made.title == "The Lamp"


def test_it_opens_where_the_reader_stopped(copied: Maker, reading: Opener, tmp_path: Path) -> None:
    made, address = copied(STORY + "\n\n".join(f"Paragraph {number} of many." for number in range(300)))
    page = reading(address)
    page.js("document.getElementById('100').scrollIntoView()")
    page.wait("(localStorage.getItem(Object.keys(localStorage)[0]) ?? '').includes('\"place\":{')")
    page.close()
    page = reading(address)
    page.wait("scrollY > 1000")
    stopped = sent(page, tmp_path / "saved")["redraft"]["stopped"]
    assert 0 < stopped["share"] < 1 and made.text[stopped["start"] :].startswith("Paragraph 8")


def test_words_for_a_mail_name_the_paragraph(copied: Maker, reading: Opener) -> None:
    page = reading(copied()[1])
    page.js("navigator.clipboard.writeText = async text => { window.copied = text }")
    page.select("the roof was on the house")
    write(page, "Where else?")
    page.click("#open-notes")
    page.click("#copy-text")
    assert "¶ 5: “the roof was on the house” – Where else?" in page.wait("window.copied ?? ''")


def test_a_phone_hands_the_file_to_its_own_sharing(copied: Maker, reading: Opener) -> None:
    page = reading(copied()[1], **{**PHONE, "slower": 1})
    page.js("navigator.canShare = told => told.files.length === 1; navigator.share = async told => { window.shared = told.files[0] }")
    page.tap('[id="5"]')
    page.wait(SHOWN)
    page.tap("#reactions [value=loved]")
    page.tap("#open-notes")
    page.wait("document.getElementById('notes').open")
    page.tap("#save")
    page.wait("!!window.shared")
    assert page.js("shared.name") == "The Lamp – Ann.notes.txt" and page.js("shared.type") == "text/plain"
    assert json.loads(page.js("shared.text()"))["redraft"]["reader"] == "Ann"
    page.wait("document.getElementById('sent').textContent.startsWith('All of them')")


@pytest.fixture
def host(tmp_path: Path) -> Iterator[str]:
    """A web host that serves ``tmp_path``."""

    class Silent(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(tmp_path)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_from_a_web_host_it_asks_for_nothing_more(copied: Maker, reading: Opener, host: str) -> None:
    copied()
    page = reading(f"{host}/copy.html")
    page.select("the roof was on the house")
    react(page, "bored")
    page.wait("document.getElementById('count').textContent === '1'")
    quiet(page)
