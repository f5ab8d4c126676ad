// Marks: what was noted, shown on the page. Highlights where the browser has them, the paragraph's margin everywhere.
class Marks {
  constructor(places) {
    this.places = places;
    this.ranges = new Map();
    this.counts = new Map();
    this.looks = {};
    this.able = Boolean(globalThis.CSS?.highlights && globalThis.Highlight);
    if (!this.able) document.documentElement.classList.add("plain");
  }

  // Show a note of this look in place of what id showed before: on its words, or (whole) beside its paragraph.
  set(id, look, span, { whole = false, counted = true } = {}) {
    this.drop(id);
    const range = this.able && !whole ? this.places.range(span.start, span.end) : null;
    const at = this.places.at(span.start);
    this.ranges.set(id, { look, range, whole, at: counted ? at : -1 });
    if (range) this.#look(look).add(range);
    if (counted) this.#count(at, 1, whole);
  }

  drop(id) {
    const shown = this.ranges.get(id);
    if (!shown) return;
    this.ranges.delete(id);
    if (shown.range) this.#look(shown.look).delete(shown.range);
    if (shown.at >= 0) this.#count(shown.at, -1, shown.whole);
  }

  // The words that the reader is about to speak of; null for none.
  target(span) {
    if (!this.able) return;
    const look = this.#look("target");
    look.clear();
    if (span && !span.paragraph) look.add(this.places.range(span.start, span.end));
  }

  #look(name) {
    if (!this.looks[name]) {
      this.looks[name] = new Highlight();
      this.looks[name].priority = { others: 0, target: 2 }[name] ?? 1;
      CSS.highlights.set(name, this.looks[name]);
    }
    return this.looks[name];
  }

  #count(at, by, whole) {
    const element = this.places.elements[at];
    const count = (this.counts.get(at)?.count ?? 0) + by, wholes = (this.counts.get(at)?.wholes ?? 0) + (whole ? by : 0);
    this.counts.set(at, { count, wholes });
    element.classList.toggle("noted", wholes > 0);
    if (count) {
      element.setAttribute("data-k", count);
      element.setAttribute("aria-describedby", told(count));
    } else {
      element.removeAttribute("data-k");
      element.removeAttribute("aria-describedby");
    }
  }
}

// The id of words, seen by nobody, that tell a screen reader how many notes there are.
function told(count) {
  const id = `notes-${count}`;
  if (!$(id)) document.body.append(made("span", { id, hidden: true }, count === 1 ? "1 note" : `${count} notes`));
  return id;
}
