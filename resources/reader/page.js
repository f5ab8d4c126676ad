// The page: what a reader taps, selects and writes.
performance.mark("reader:start");
const copy = JSON.parse($("copy").textContent);
const story = $("story");
const places = new Places(story, copy);
const marks = new Marks(places);
const keeping = new Keeping(copy, places);
const sending = new Sending(copy, keeping, places);
const touch = matchMedia("(pointer: coarse)");
const small = matchMedia("(max-width: 759px)");

// What is spoken of now: {start, end, paragraph: whether all of it, at: its index}; null for nothing.
let current = null;

/* ---- notes on the page ---- */

function shownSpan(note) {
  const span = keeping.span(note);
  return span && note.target === "paragraph" ? places.paragraph(places.at(span.start)) ?? span : span;
}

function showNote(note) {
  const span = note.question ? null : shownSpan(note);
  if (span) marks.set(note.id, (REACTIONS[note.reaction] ?? KINDS[note.kind]).look, span, { whole: note.target === "paragraph" });
  else marks.drop(note.id);
}

function redraw(ids) {
  performance.mark("redraw:start");
  if (ids === null) {
    const standing = new Set(keeping.notes.map(each => each.id));
    for (const id of [...marks.ranges.keys()]) if (!standing.has(id) && !id.startsWith("other:")) marks.drop(id);
    keeping.notes.forEach(showNote);
  } else {
    for (const id of ids) {
      const note = keeping.notes.find(each => each.id === id);
      if (note) showNote(note); else marks.drop(id);
    }
  }
  const count = keeping.notes.length;
  $("count").hidden = !count;
  $("count").textContent = count;
  $("warning").hidden = keeping.works || !count;
  if (!keeping.works) runningDownload();
  if (current) showAct();
  if ($("notes").open) showList();
  performance.measure("redraw", "redraw:start");
}

let offered = "";
function runningDownload() {
  if (offered) URL.revokeObjectURL(offered);
  offered = URL.createObjectURL(sending.file);
  Object.assign($("running-download"), { href: offered, download: sending.fileName });
}

/* ---- the bar under the words ---- */

function speakOf(span, paragraph) {
  if (current?.paragraph) places.elements[current.at].classList.remove("at");
  current = span && { ...span, paragraph, at: places.at(span.start) };
  marks.target(current);
  $("act").hidden = !current;
  if (!current) return;
  if (paragraph) places.elements[current.at].classList.add("at");
  showAct();
  standNear();
}

function showAct() {
  const words = places.text.slice(current.start, current.end).replace(/\s+/g, " ");
  $("act-quote").textContent = current.paragraph ? `¶ ${places.elements[current.at].id}  ${places.elements[current.at].textContent.trim()}` : `“${words}”`;
  const here = notesHere();
  for (const button of $("reactions").children) {
    button.setAttribute("aria-pressed", String(here.some(each => each.reaction === button.value && isSame(each))));
  }
  $("act-notes").replaceChildren(...here.filter(each => !each.reaction).map(each => made("li", {},
    icon(each.kind), made("span", {}, each.text || each.instead || ""),
    made("button", { type: "button", onclick: () => write(each) }, "Edit"))));
}

function notesHere() {
  return keeping.notes.filter(each => {
    const span = each.question ? null : shownSpan(each);
    return span && span.start < current.end && current.start < span.end;
  });
}

function isSame(note) {
  const span = shownSpan(note);
  return span && span.start === current.start && span.end === current.end;
}

// Beside the words where there is room, at the foot of the page on a phone.
function standNear() {
  const { style } = $("act");
  if (small.matches) { style.left = style.top = ""; return; }
  const box = places.range(current.start, current.end).getBoundingClientRect();
  const act = $("act").getBoundingClientRect();
  const top = box.bottom + 10 + act.height < innerHeight ? box.bottom + 10 : Math.max(62, box.top - act.height - 10);
  style.top = `${Math.min(top, innerHeight - act.height - 10)}px`;
  style.left = `${Math.max(8, Math.min(innerWidth - act.width - 8, box.left + box.width / 2 - act.width / 2))}px`;
}

// A new note on what is spoken of: of a long paragraph its beginning is remembered.
function noteHere(fields) {
  const { start, end } = current.paragraph ? beginning(current) : current;
  return keeping.make(start, end, current.paragraph ? { target: "paragraph", ...fields } : fields);
}

function beginning({ start, end }) {
  if (end - start <= 160) return { start, end };
  end = start + 120;
  while (end > start + 60 && !/\s/.test(places.text[end])) end--;
  return places.trimmed(start, end);
}

function react(reaction) {
  const there = notesHere().find(each => each.reaction === reaction && isSame(each));
  if (there) {
    keeping.drop(there.id);
    say(`${REACTIONS[reaction].name}: taken back`, true);
  } else {
    keeping.put(noteHere({ reaction }));
    say(`${REACTIONS[reaction].name}: noted`, true);
  }
}

$("reactions").append(...Object.entries(REACTIONS).map(([value, { name }]) => made("button",
  { type: "button", value, "aria-pressed": "false", onclick: () => react(value) }, icon(value), name)));
$("act").addEventListener("pointerdown", event => { if (event.target.closest("button")) event.preventDefault(); });
$("act-close").addEventListener("click", leave);
$("act-note").addEventListener("click", () => write(null));

function leave() {
  const at = current?.at;
  speakOf(null);
  getSelection().removeAllRanges();
  if (at !== undefined && $("act").contains(document.activeElement)) focusOn(at);
}

/* ---- selecting and tapping ---- */

let waiting = 0, standing = false, pressedOpen = false;
document.addEventListener("selectionchange", () => {
  clearTimeout(waiting);
  waiting = setTimeout(selected, touch.matches ? 250 : 120);
});
$("act").addEventListener("click", () => { if (waiting) selected(); }, true);

function selected() {
  clearTimeout(waiting);
  waiting = 0;
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed || $("editor").open) return;
  const range = selection.getRangeAt(0);
  if (!story.contains(range.commonAncestorContainer)) return;
  const span = places.span(range);
  if (span) speakOf(span, false);
}

story.addEventListener("pointerdown", () => { pressedOpen = current !== null; });
story.addEventListener("click", event => {
  const element = event.target.closest(".c > [id]");
  if (!element || !getSelection().isCollapsed) return;
  const at = places.numbers.get(element);
  if (pressedOpen) speakOf(null);
  else speakOf(places.paragraph(at), true);
  focusOn(at);
});
addEventListener("resize", () => { if (current) standNear(); });

/* ---- from paragraph to paragraph with the keyboard ---- */

let focused = null;
function focusOn(at) {
  const element = places.elements[at];
  if (focused && focused !== element) focused.removeAttribute("tabindex");
  focused = element;
  element.tabIndex = 0;
  element.focus({ preventScroll: true });
}

function isSeen(at) { return !places.elements[at].classList.contains("twice") && places.paragraph(at) !== null; }

function step(by) {
  let at = (focused ? places.numbers.get(focused) : firstShown()) + by;
  while (places.elements[at] && !isSeen(at)) at += by;
  if (!places.elements[at]) return;
  focusOn(at);
  places.elements[at].scrollIntoView({ block: "nearest" });
  if (current) speakOf(places.paragraph(at), true);
}

story.addEventListener("keydown", event => {
  if (event.target.closest("textarea, button, a") || event.ctrlKey || event.metaKey || event.altKey) return;
  const reaction = Object.keys(REACTIONS)[Number(event.key) - 1];
  const box = focused?.getBoundingClientRect();
  if (event.key === "ArrowDown" && (!box || box.bottom < innerHeight - 8)) step(1);
  else if (event.key === "ArrowUp" && (!box || box.top > 60)) step(-1);
  else if ((event.key === "Enter" || reaction) && focused) {
    if (!current) speakOf(places.paragraph(places.numbers.get(focused)), true);
    if (reaction) react(reaction); else write(null);
  } else return;
  event.preventDefault();
});

addEventListener("keydown", event => {
  const writing = event.target.closest?.("textarea, input[type=text]");
  if (event.key === "Escape" && current && !document.querySelector("dialog[open]")) leave();
  if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !writing) {
    if (keeping.undo()) { say("Taken back"); event.preventDefault(); }
  }
});

/* ---- writing a note ---- */

let writing = null;
function write(note) {
  if (note) {
    const span = shownSpan(note);
    if (span) speakOf(span, note.target === "paragraph");
    writing = note;
  } else {
    writing = noteHere({});
  }
  $("editor-quote").textContent = current && !current.paragraph ? places.text.slice(current.start, current.end) : writing.exact;
  $("text").value = writing.text;
  $("instead").value = writing.instead ?? writing.exact;
  $("discard").textContent = note ? "Delete" : "Discard";
  choices($("kinds"), "kind", { note: "Note", question: "Question", suggestion: "Suggestion" }, writing.kind, chooseKind);
  chooseKind(writing.kind);
  $("editor").showModal();
  $("text").focus();
}

function chooseKind(kind) {
  writing = { ...writing, kind };
  $("instead-label").hidden = kind !== "suggestion";
  keepDraft();
}

// The note as it stands in the fields; null while it says nothing.
function written() {
  const text = $("text").value.trim();
  const note = { ...writing, text };
  delete note.instead;
  if (note.kind === "suggestion") note.instead = $("instead").value;
  return text || (note.instead !== undefined && note.instead !== note.exact) ? note : null;
}

// What is being typed is kept too, and becomes a note when the page is opened again.
let drafting = 0;
function keepDraft() {
  clearTimeout(drafting);
  drafting = setTimeout(() => { keeping.state.draft = $("editor").open ? written() : null; keeping.save(); }, 250);
}
$("text").addEventListener("input", keepDraft);
$("instead").addEventListener("input", keepDraft);

let discarded = false;
$("discard").addEventListener("click", () => { discarded = true; $("editor").close(); });
$("editor").addEventListener("keydown", event => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); $("editor").close(); }
});
$("editor").addEventListener("close", () => {
  const note = written(), known = keeping.notes.some(each => each.id === writing.id);
  clearTimeout(drafting);
  keeping.state.draft = null;
  if (discarded || !note) {
    if (known && discarded) { keeping.drop(writing.id); say("Deleted", true); } else keeping.save();
  } else {
    keeping.put(note);
    say(known ? "Changed" : "Kept", true);
  }
  const at = current?.at;
  discarded = false;
  writing = null;
  speakOf(null);
  getSelection().removeAllRanges();
  if (at !== undefined && !$("notes").open) focusOn(at);
});
