// Places: how the letters on the page and the offsets in the story's text belong together.
//
// The text is what the author's program prints: the paragraphs as written, markup and line ends included. Markup is not
// shown: a paragraph's data-j then lists place, markup, place, markup … in places of what is shown; a negative place
// ~p says that the letter shown at p stands for the character written (one that a page cannot hold). Without data-j,
// each i and b stands for the usual markup that the copy names. Inside this page places count UTF-16 units of the text; what is sent counts code points.
class Places {
  constructor(story, copy) {
    this.elements = [...story.querySelectorAll(".c > [id]")];
    this.joints = this.elements.map(each => readJoints(each, copy.markup));
    this.starts = [];
    this.wide = [];
    const parts = [copy.prefix];
    let length = copy.prefix.length, wide = pairs(copy.prefix);
    this.elements.forEach((each, at) => {
      const gap = each.getAttribute("data-g");
      const written = writtenText(each.textContent, this.joints[at]) + (gap === null ? copy.gap : JSON.parse(gap));
      this.starts.push(length);
      this.wide.push(wide);
      parts.push(written);
      length += written.length;
      wide += pairs(written);
    });
    this.text = parts.join("");
    this.numbers = new Map(this.elements.map((each, at) => [each, at]));
  }

  // The index of the paragraph that holds a place of the text, or stands before it.
  at(place) {
    let low = 0, high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= place) low = middle; else high = middle - 1;
    }
    return low;
  }

  points(place) {
    const at = this.at(place), start = this.starts[at] ?? 0;
    if (place < start) return place - pairs(this.text.slice(0, place));
    return place - this.wide[at] - pairs(this.text.slice(start, place));
  }

  units(points) {
    let low = 0, high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] - this.wide[middle] <= points) low = middle; else high = middle - 1;
    }
    let place = this.starts[low] ?? 0, left = points - (place - (this.wide[low] ?? 0));
    if (left < 0) [place, left] = [0, points];
    while (left-- > 0 && place < this.text.length) place += this.text.codePointAt(place) > 0xffff ? 2 : 1;
    return place;
  }

  // The shown words of a paragraph, as a stretch of the text.
  paragraph(at) {
    return this.trimmed(this.written(at, 0, false), this.written(at, this.elements[at].textContent.length, true));
  }

  // The stretch of the text that a range of the page covers; null where it covers no words of the story.
  span(range) {
    const start = this.#place(range.startContainer, range.startOffset, false);
    const end = this.#place(range.endContainer, range.endOffset, true);
    return start === null || end === null ? null : this.trimmed(start, end);
  }

  trimmed(start, end) {
    while (start < end && /\s/.test(this.text[start])) start++;
    while (end > start && /\s/.test(this.text[end - 1])) end--;
    return start < end ? { start, end } : null;
  }

  range(start, end) {
    const range = document.createRange();
    const first = this.at(start), last = this.at(Math.max(start, end - 1));
    range.setStart(...textAt(this.elements[first], this.shown(first, start - this.starts[first], false), false));
    range.setEnd(...textAt(this.elements[last], this.shown(last, end - this.starts[last], true), true));
    return range;
  }

  // From the shown place of a paragraph to the text: before the letter there, or (ending) behind the letter before it.
  written(at, shown, ending) {
    const letter = ending && shown > 0 ? shown - 1 : shown;
    let shift = 0;
    for (const [place, length, written] of this.joints[at] ?? []) {
      if (place + length <= letter) shift += written.length - length;
      else if (place <= letter) return this.starts[at] + place + shift + (ending && shown > 0 ? written.length : 0);
      else break;
    }
    return this.starts[at] + letter + shift + (ending && shown > 0 ? 1 : 0);
  }

  // From a place in the paragraph as written to the shown one.
  shown(at, written, ending) {
    let shift = 0;
    for (const [place, length, piece] of this.joints[at] ?? []) {
      if (written <= place + shift) break;
      if (written < place + shift + piece.length) return ending ? place + length : place;
      shift += piece.length - length;
    }
    return Math.max(0, Math.min(written - shift, this.elements[at].textContent.length));
  }

  #place(node, offset, ending) {
    const element = (node.nodeType === 1 ? node : node.parentElement)?.closest(".c > [id]");
    const at = element && this.numbers.get(element);
    if (at !== undefined && at !== null) {
      const before = document.createRange();
      before.setStart(element, 0);
      before.setEnd(node, offset);
      return this.written(at, before.toString().length, ending);
    }
    // Between paragraphs: the nearest one on the side that the range comes from.
    const mark = document.createRange();
    mark.setStart(node, offset);
    let low = 0, high = this.elements.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (mark.comparePoint(this.elements[middle], 0) < 0) low = middle + 1; else high = middle;
    }
    if (!ending) return low < this.starts.length ? this.starts[low] : null;
    return low > 0 ? this.written(low - 1, this.elements[low - 1].textContent.length, true) : null;
  }
}

function pairs(text) {
  return /[\ud800-\udbff]/.test(text) ? text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0 : 0;
}

// As [shown place, shown length, written]; null where all is shown as it is written.
function readJoints(element, markup) {
  const told = element.getAttribute("data-j"), joints = [];
  if (told !== null) {
    const flat = JSON.parse(told);
    for (let i = 0; i < flat.length; i += 2) joints.push(flat[i] < 0 ? [~flat[i], 1, flat[i + 1]] : [flat[i], 0, flat[i + 1]]);
  } else if (element.firstElementChild) {
    usualJoints(element, markup, 0, joints);
  }
  return joints.length ? joints : null;
}

function usualJoints(element, markup, place, joints) {
  for (const node of element.childNodes) {
    const mark = markup[node.localName] ?? "";
    if (node.nodeType === 1) {
      joints.push([place, 0, mark]);
      place = usualJoints(node, markup, place, joints);
      joints.push([place, 0, mark]);
    } else place += node.length;
  }
  return place;
}

function writtenText(shown, joints) {
  if (!joints) return shown;
  let text = "", place = 0;
  for (const [at, length, written] of joints) {
    text += shown.slice(place, at) + written;
    place = at + length;
  }
  return text + shown.slice(place);
}

function textAt(element, place, ending) {
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let node, last = null;
  while ((node = walk.nextNode())) {
    last = node;
    if (place < node.length || (ending && place === node.length)) return [node, place];
    place -= node.length;
  }
  return last ? [last, last.length] : [element, 0];
}

// Where words stand in a text that is not the one they were noted in; null unless one place is surely meant.
function findAgain(text, { exact, prefix, suffix }) {
  if (!exact) return null;
  const found = [];
  for (let at = text.indexOf(exact); at >= 0 && found.length < 500; at = text.indexOf(exact, at + 1)) {
    const before = alike([...text.slice(Math.max(0, at - prefix.length), at)].reverse(), [...prefix].reverse());
    const after = alike([...text.slice(at + exact.length, at + exact.length + suffix.length)], [...suffix]);
    found.push([before + after, at]);
  }
  found.sort((one, other) => other[0] - one[0]);
  if (!found.length || (found.length > 1 && found[0][0] === found[1][0])) return null;
  const long = exact.length >= 24 && found.length === 1;
  return long || found[0][0] >= Math.min(12, prefix.length + suffix.length) ? found[0][1] : null;
}

function alike(one, other) {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count++;
  return count;
}
