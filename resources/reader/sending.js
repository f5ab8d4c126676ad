// Sending: the notes as the file that the author's program reads, and as words for a mail.
class Sending {
  constructor(copy, keeping, places) { Object.assign(this, { copy, keeping, places }); }

  get reader() { return this.keeping.state.reader.trim() || "a reader"; }

  get fileName() {
    const clean = text => text.replace(/[\u0000-\u001f\u007f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]+/g, " ").replace(/\s+/g, " ").trim().slice(0, 80).trim();
    return `${clean(this.copy.title) || "Story"} – ${clean(this.reader) || "a reader"}.notes.txt`;
  }

  get file() { return new File([this.json()], this.fileName, { type: "text/plain" }); }

  json() {
    const { copy, keeping } = this;
    const place = keeping.state.place;
    const gone = Object.entries(keeping.state.gone).map(([id, when]) => ({
      type: "Annotation", id, modified: when, body: [], redraft: { gone: true },
    }));
    return JSON.stringify({
      redraft: {
        version: 1, copy: copy.copy, title: copy.title, reader: this.reader, story: copy.story, saved: now(),
        ...(place && place.copy === copy.copy && { stopped: { start: place.start, share: place.share } }),
      },
      annotations: [...keeping.notes.map(each => this.#annotation(each)), ...gone],
    }, null, 1) + "\n";
  }

  // The notes as a person writes them in a mail: each under the number of its paragraph.
  words() {
    const { copy, keeping } = this;
    const head = `Notes on “${copy.title}” by ${this.reader}\nCopy ${copy.copy.slice(0, 8)}`;
    return [head, ...keeping.inOrder().map(each => this.line(each))].join("\n\n") + "\n";
  }

  line(note) {
    const span = this.keeping.span(note), { places } = this;
    const said = [REACTIONS[note.reaction]?.name, note.instead === undefined ? "" : `I would write: ${note.instead}`, note.text];
    const line = said.filter(Boolean).join(". ");
    if (note.question) return `${note.question}\n${line}`;
    const quote = [...note.exact.replace(/\s+/g, " ")];
    const shown = quote.length > 90 ? quote.slice(0, 90).join("") + "…" : quote.join("");
    return `¶ ${span ? places.elements[places.at(span.start)].id : "?"}: “${shown}” – ${line}`;
  }

  // The notes of a file that this page, or an earlier copy of it, saved; null when it is none.
  static read(text) {
    let told;
    try { told = JSON.parse(text); } catch { return null; }
    if (!told?.redraft || !Array.isArray(told.annotations)) return null;
    return told.annotations.map(each => readAnnotation(each, told.redraft.copy)).filter(Boolean);
  }

  #annotation(note) {
    const body = (purpose, value) => ({ type: "TextualBody", purpose, format: "text/plain", value });
    const bodies = [];
    if (note.text) bodies.push(body("commenting", note.text));
    if (note.instead !== undefined) bodies.push(body("editing", note.instead));
    if (note.reaction) bodies.push(body("tagging", note.reaction));
    else if (note.kind !== "note") bodies.push(body("tagging", note.kind));
    const motivations = { question: "questioning", suggestion: "editing" };
    const made = {
      type: "Annotation", id: note.id, created: note.created, modified: note.modified || note.created,
      creator: { type: "Person", name: this.reader }, body: bodies,
      motivation: note.reaction ? "assessing" : motivations[note.kind] ?? "commenting",
    };
    if (note.exact) {
      made.target = {
        source: `urn:sha256:${note.copy}`,
        selector: [
          { type: "TextPositionSelector", start: note.start, end: note.end, unit: "code point" },
          { type: "TextQuoteSelector", exact: note.exact, prefix: note.prefix, suffix: note.suffix },
        ],
      };
    }
    if (note.target || note.question) made.redraft = { ...(note.target && { target: note.target }), ...(note.question && { question: note.question }) };
    return made;
  }
}

function readAnnotation(told, copy) {
  if (typeof told?.id !== "string" || told.redraft?.gone) return null;
  const value = purpose => told.body?.find?.(each => each.purpose === purpose)?.value;
  const find = type => told.target?.selector?.find?.(each => each.type === type);
  const [place, quote, tag] = [find("TextPositionSelector"), find("TextQuoteSelector"), value("tagging")];
  const note = {
    id: told.id, kind: tag in KINDS ? tag : "note", text: String(value("commenting") ?? ""),
    created: String(told.created ?? now()), modified: String(told.modified ?? ""),
  };
  if (tag in REACTIONS) note.reaction = tag;
  if (value("editing") !== undefined) note.instead = String(value("editing"));
  if (told.redraft?.target) note.target = String(told.redraft.target);
  if (told.redraft?.question) note.question = String(told.redraft.question);
  if (place && quote) {
    Object.assign(note, {
      copy: String(told.target.source ?? "").replace("urn:sha256:", "") || copy, start: place.start | 0, end: place.end | 0,
      exact: String(quote.exact ?? ""), prefix: String(quote.prefix ?? ""), suffix: String(quote.suffix ?? ""),
    });
  }
  return note;
}
