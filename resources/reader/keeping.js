// Keeping: the reader's notes, kept in this browser from letter to letter, with the way back.
const KINDS = {
  note: { name: "Note", look: "note" },
  question: { name: "Question", look: "puzzle" },
  suggestion: { name: "Suggestion", look: "change" },
};
const REACTIONS = {
  laughed: { name: "Laughed", look: "praise" },
  loved: { name: "Loved", look: "praise" },
  confused: { name: "Confused", look: "puzzle" },
  bored: { name: "Bored", look: "note" },
  typo: { name: "Typo", look: "change" },
};
const CONTEXT = 64;

class Keeping {
  constructor(copy, places) {
    this.copy = copy;
    this.places = places;
    this.key = `redraft:${copy.story}:${copy.reader}`;
    this.listeners = [];
    this.back = [];
    this.found = new WeakMap();
    this.works = true;
    this.state = { reader: copy.reader, notes: [], gone: {}, place: null, sent: "" };
    this.#load();
    addEventListener("storage", event => { if (event.key === this.key) { this.#load(); this.tell(); } });
  }

  get notes() { return this.state.notes; }

  // A note on the stretch start–end of the text (UTF-16); reaction or kind is one of the names above.
  make(start, end, fields) {
    const { text } = this.places;
    return {
      id: `urn:uuid:${uuid()}`, kind: "note", text: "", copy: this.copy.copy, created: now(), modified: "",
      start: this.places.points(start), end: this.places.points(end), exact: text.slice(start, end),
      prefix: [...text.slice(Math.max(0, start - 2 * CONTEXT), start)].slice(-CONTEXT).join(""),
      suffix: [...text.slice(end, end + 2 * CONTEXT)].slice(0, CONTEXT).join(""), ...fields,
    };
  }

  put(note, undoable = true) {
    const earlier = this.notes.find(each => each.id === note.id);
    const kept = { ...note, modified: now() };
    this.state.notes = earlier ? this.notes.map(each => (each === earlier ? kept : each)) : [...this.notes, kept];
    delete this.state.gone[note.id];
    if (undoable) this.back.push(earlier ? () => this.put(earlier) : () => this.drop(note.id));
    this.save([kept.id]);
  }

  drop(id) {
    const earlier = this.notes.find(each => each.id === id);
    if (!earlier) return;
    this.state.notes = this.notes.filter(each => each !== earlier);
    this.state.gone[id] = now();
    this.back.push(() => this.put(earlier));
    this.save([id]);
  }

  // Take the last change back; taking back is not itself taken back.
  undo() {
    const step = this.back.pop();
    if (!step) return false;
    const depth = this.back.length;
    step();
    this.back.length = depth;
    return true;
  }

  // Take in notes of this reader that were saved to a file: the later wording of each counts. How many came in.
  take(notes) {
    let count = 0;
    for (const note of notes) {
      const known = this.notes.find(each => each.id === note.id);
      if (known && (known.modified || known.created) >= (note.modified || note.created)) continue;
      this.state.notes = [...this.notes.filter(each => each !== known), note];
      count++;
    }
    if (count) this.save(null);
    return count;
  }

  // Where a note's words stand in this copy, as a stretch of UTF-16 units; null when they are not to be found.
  span(note) {
    if (!this.found.has(note)) this.found.set(note, this.#find(note));
    return this.found.get(note);
  }

  #find(note) {
    if (!note.exact) return null;
    const { text } = this.places;
    if (note.copy === this.copy.copy) {
      const start = this.places.units(note.start), end = this.places.units(note.end);
      if (text.slice(start, end) === note.exact) return { start, end };
    }
    const start = findAgain(text, note);
    return start === null ? null : { start, end: start + note.exact.length };
  }

  // The notes in the order of the story; answers and what has no place now come last.
  inOrder() {
    const place = note => (note.question ? Infinity : this.span(note)?.start ?? Infinity);
    return this.notes.map(note => [place(note), note]).sort((one, other) => one[0] - other[0] || 0).map(each => each[1]);
  }

  get unsent() {
    const sent = this.state.sent;
    return this.notes.some(each => (each.modified || each.created) > sent);
  }

  // Write what changed. ids: the notes concerned (null: any of them).
  save(ids = []) {
    try {
      localStorage.setItem(this.key, JSON.stringify(this.state));
      this.works = localStorage.getItem(this.key) !== null;
    } catch {
      this.works = false;
    }
    if (ids === null || ids.length) this.tell(ids);
  }

  tell(ids = null) { for (const each of this.listeners) each(ids); }

  #load() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.key) ?? "null");
      if (kept && Array.isArray(kept.notes)) this.state = { ...this.state, ...kept };
    } catch {
      this.works = false;
    }
    if (!this.state.reader) this.state.reader = this.copy.reader;
    this.save();
  }
}

function now() { return new Date().toISOString(); }

function uuid() {
  if (globalThis.crypto?.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map(each => each.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
