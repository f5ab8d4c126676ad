// Questions and answers, where the reader is, what is said in passing; and the beginning of it all.
/* ---- questions ---- */

function showAnswers() {
  for (const area of story.querySelectorAll(".ask textarea")) {
    const known = keeping.notes.find(each => each.asked === area.id);
    if (document.activeElement !== area) area.value = known?.text ?? "";
  }
}

story.addEventListener("input", event => {
  const area = event.target.closest(".ask textarea");
  if (!area) return;
  const known = keeping.notes.find(each => each.asked === area.id), text = area.value.trim();
  if (known && text) keeping.put({ ...known, text }, false);
  else if (known) keeping.drop(known.id);
  else if (text) keeping.put(answer(area, text));
});

function answer(area, text) {
  const fields = { text, question: area.getAttribute("data-question"), asked: area.id };
  const scene = copy.scenes.find(each => each.number === Number(area.getAttribute("data-scene")));
  if (!scene) return keeping.make(0, 0, { ...fields, target: "manuscript" });
  const { start, end } = beginning(places.paragraph(places.numbers.get($(String(scene.first)))));
  return keeping.make(start, end, { ...fields, target: "scene" });
}

/* ---- where I am, and where I stopped ---- */

function firstShown() {
  let low = 0, high = places.elements.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places.elements[middle].getBoundingClientRect().bottom < pageTop()) low = middle + 1; else high = middle;
  }
  return low;
}

function goTo(at) {
  const element = places.elements[at];
  element.scrollIntoView({ block: "start" });
  requestAnimationFrame(() => element.scrollIntoView({ block: "start" }));
  focusOn(at);
  element.classList.add("flash");
  setTimeout(() => element.classList.remove("flash"), 1700);
}

let scrolling = 0, framed = false;
addEventListener("scroll", () => {
  if (!framed) {
    framed = true;
    requestAnimationFrame(() => {
      framed = false;
      const room = document.documentElement.scrollHeight - innerHeight;
      $("gone").style.transform = `scaleX(${room > 0 ? Math.min(1, scrollY / room) : 0})`;
      if (current && !small.matches) standNear();
    });
  }
  clearTimeout(scrolling);
  scrolling = setTimeout(rememberPlace, 600);
}, { passive: true });

function rememberPlace() {
  if (!places.elements.length) return;
  const at = firstShown();
  const ended = innerHeight + scrollY >= document.documentElement.scrollHeight - innerHeight;
  const share = ended ? 1 : places.starts[at] / Math.max(1, places.text.length);
  keeping.state.place = { copy: copy.copy, number: places.elements[at].id, start: places.points(places.starts[at]), share: Math.round(share * 1000) / 1000 };
  keeping.save();
}

function comeBack() {
  const { place } = keeping.state;
  if (!place || location.hash.length > 1 || !(place.share > 0) || scrollY > 100) return;
  const element = place.copy === copy.copy ? $(String(place.number)) : places.elements[places.at(Math.floor(place.share * places.text.length))];
  if (!element) return;
  element.scrollIntoView({ block: "start" });
  say("You stopped here", false, { name: "To the start", deed: () => scrollTo(0, 0) });
}

/* ---- what is said in passing ---- */

let saying = 0;
function say(text, undoable = false, other = null) {
  const host = [...document.querySelectorAll("dialog[open]")].pop() ?? document.body;
  if ($("toast").parentElement !== host) host.append($("toast"));
  $("toast-text").textContent = text;
  $("toast-undo").hidden = !undoable && !other;
  $("toast-undo").textContent = other?.name ?? "Undo";
  $("toast-undo").onclick = () => { (other?.deed ?? (() => keeping.undo()))(); showAnswers(); hush(); };
  $("toast").classList.add("shown");
  clearTimeout(saying);
  saying = setTimeout(hush, 6000);
}

function hush() { $("toast").classList.remove("shown"); }

/* ---- begin ---- */

addEventListener("beforeunload", event => { if (!keeping.works && keeping.unsent) event.preventDefault(); });
addEventListener("pagehide", () => { if ($("editor").open) keeping.state.draft = written(); keeping.save(); });
addEventListener("beforeprint", () => {
  const list = keeping.notes.map(note => made("p", {}, sending.line(note)));
  $("printed").replaceChildren(...(list.length ? [made("h2", {}, "My notes"), ...list] : []));
});

Looks.start();
Contents.start(copy, number => goTo(places.numbers.get($(String(number)))));
keeping.listeners.push(redraw);
if (keeping.state.draft) {
  const draft = keeping.state.draft;
  keeping.state.draft = null;
  keeping.put(draft);
}
copy.others.forEach((each, at) => {
  const span = { start: places.units(each.start), end: places.units(each.end) };
  marks.set(`other:${at}`, "others", span, { counted: false });
  $("others").querySelector("ol").append(entry({ ...each, exact: places.text.slice(span.start, span.end) }, span, null));
});
$("others").hidden = !copy.others.length;
focused = places.elements.find((_, at) => isSeen(at)) ?? null;
if (focused) focused.tabIndex = 0;
redraw(null);
showAnswers();
history.scrollRestoration = "manual";
if (document.readyState === "complete") comeBack(); else addEventListener("load", () => requestAnimationFrame(comeBack));
performance.measure("reader", "reader:start");
