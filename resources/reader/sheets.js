// Sheets: contents, type and light, and the small pieces that they are made of.
const $ = id => document.getElementById(id);

function made(name, fields = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(fields)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key in element && key !== "list") element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children.filter(each => each !== null && each !== undefined));
  return element;
}

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

// A group of radio buttons that look like chips.
function choices(into, name, options, chosen, choose) {
  into.replaceChildren(...Object.entries(options).map(([value, label]) => made("label", {},
    made("input", { type: "radio", name, value, checked: value === chosen, onchange: () => choose(value) }), label)));
}

function openSheet(sheet, before = () => {}) {
  before();
  if (!sheet.open) sheet.showModal();
}

for (const sheet of document.querySelectorAll("dialog.drawer")) {
  sheet.querySelector(".close").addEventListener("click", () => sheet.close());
  sheet.addEventListener("click", event => { if (event.target === sheet) sheet.close(); });
}

// How the page looks, kept for every story.
const Looks = {
  key: "redraft:looks",
  now: { theme: "auto", face: "serif", size: "", space: "" },
  start() {
    try { Object.assign(this.now, JSON.parse(localStorage.getItem(this.key) ?? "{}")); } catch { /* as it is */ }
    choices($("theme"), "theme", { auto: "As the device", paper: "Paper", white: "White", dark: "Dark" }, this.now.theme, value => this.change("theme", value));
    choices($("face"), "face", { serif: "Serif", sans: "Plain" }, this.now.face, value => this.change("face", value));
    $("size").value = this.now.size || 19;
    $("space").value = this.now.space || 1.62;
    $("size").addEventListener("input", () => this.change("size", $("size").value));
    $("space").addEventListener("input", () => this.change("space", $("space").value));
    $("open-looks").addEventListener("click", () => openSheet($("looks")));
    this.show();
  },
  change(name, value) {
    this.now[name] = value;
    try { localStorage.setItem(this.key, JSON.stringify(this.now)); } catch { /* it holds while the page is open */ }
    this.show();
  },
  show() {
    const root = document.documentElement, { theme, face, size, space } = this.now;
    if (theme === "auto") root.removeAttribute("data-theme"); else root.setAttribute("data-theme", theme);
    root.style.setProperty("--face", face === "sans" ? "var(--sans)" : "var(--serif)");
    if (size) root.style.setProperty("--size", `${Number(size)}px`);
    if (space) root.style.setProperty("--space", Number(space));
  },
};

const Contents = {
  start(copy, go) {
    $("open-contents").addEventListener("click", () => openSheet($("contents"), () => this.show(copy, go)));
  },
  show(copy, go) {
    const here = pageTop();
    let current = null;
    for (const scene of copy.scenes) if ($(String(scene.first)) && isAbove($(String(scene.first)), here)) current = scene;
    $("scenes").replaceChildren(...copy.scenes.map(scene => made("li", { className: scene.part ? "part" : "" },
      made("a", { href: `#${scene.first}`, ...(scene === current && { "aria-current": "location" }), onclick: event => {
        event.preventDefault();
        $("contents").close();
        go(scene.first);
      } }, scene.title, made("span", {}, scene.minutes)))));
  },
};

function pageTop() { return 60; }

function isAbove(element, line) { return element.getBoundingClientRect().top <= line + 20; }
