// The list of the reader's notes, and sending them.
/* ---- the list of notes ---- */

function entry(note, span, deeds) {
  const name = REACTIONS[note.reaction]?.name ?? KINDS[note.kind]?.name ?? "Note";
  const quote = note.exact ? made("button", { type: "button", className: "quote", title: "Go there", onclick: () => {
    $("notes").close();
    if (span) goTo(places.at(span.start));
  } }, `“${note.exact}”`) : null;
  return made("li", {}, made("div", { className: "entry" },
    icon(note.reaction ?? (note.kind in KINDS ? note.kind : "note")), quote,
    note.question ? made("p", { className: "quiet" }, note.question) : null,
    made("p", {}, made("strong", {}, note.author ? `${note.author}: ` : note.reaction || note.kind !== "note" ? `${name} ` : ""),
      note.instead === undefined ? "" : made("ins", {}, note.instead ? `→ ${note.instead} ` : "→ leave it out "), note.text),
    deeds));
}

function showList() {
  const rows = keeping.notes.map(note => ({ note, span: note.question ? { start: Infinity } : keeping.span(note) }));
  rows.sort((one, other) => (one.span?.start ?? 0) - (other.span?.start ?? 0));
  const row = ({ note, span }) => entry(note, note.question ? null : span, made("div", { className: "do" },
    note.reaction || note.question ? null : made("button", { type: "button", onclick: () => { $("notes").close(); write(note); } }, "Edit"),
    made("button", { type: "button", onclick: () => { keeping.drop(note.id); showAnswers(); say("Deleted", true); } }, "Delete")));
  const astray = rows.filter(each => !each.span);
  $("own").replaceChildren(...rows.filter(each => each.span).map(row));
  $("astray").hidden = !astray.length;
  $("astray").querySelector("ol").replaceChildren(...astray.map(row));
  $("no-notes").hidden = rows.length > 0;
  $("sent").textContent = !rows.length ? "" : keeping.unsent ? "Not sent yet." : "All of them were saved or sent.";
}

$("open-notes").addEventListener("click", () => openSheet($("notes"), () => {
  $("reader").value = keeping.state.reader;
  showList();
}));
$("send-at-end").addEventListener("click", () => $("open-notes").click());
$("reader").addEventListener("input", () => { keeping.state.reader = $("reader").value; keeping.save(); });
$("take").addEventListener("change", async () => {
  const notes = await $("take").files[0]?.text().then(text => Sending.read(text));
  $("take").value = "";
  say(notes ? `${keeping.take(notes)} notes came in` : "That file holds no notes of a reader’s copy");
});

/* ---- sending ---- */

function sent(how) {
  keeping.state.sent = now();
  keeping.save();
  if ($("notes").open) showList();
  say(how);
}

function named() {
  if (keeping.state.reader.trim()) return true;
  $("reader").focus();
  say("Your name first, please");
  return false;
}

$("save").addEventListener("click", async () => {
  if (!named()) return;
  const file = sending.file;
  if (touch.matches && navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file], title: sending.fileName });
      return sent("Sent");
    } catch (error) {
      if (error.name === "AbortError") return;
    }
  }
  const address = URL.createObjectURL(file);
  const link = made("a", { href: address, download: sending.fileName });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
  sent(`Saved as “${sending.fileName}”. Send that file to the author.`);
});

$("copy-text").addEventListener("click", async () => {
  if (!named()) return;
  const words = sending.words();
  try {
    await navigator.clipboard.writeText(words);
    sent("Copied. Paste it into a mail to the author.");
  } catch {
    const area = made("textarea", { value: words, readOnly: true });
    $("notes").append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (done) sent("Copied. Paste it into a mail to the author."); else say("This browser does not copy; send the file instead.");
  }
});
