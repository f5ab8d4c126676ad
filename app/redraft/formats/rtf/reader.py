# SPDX-License-Identifier: GPL-3.0-or-later
"""RTF → blocks.

[X] code pages of document and fonts, \\u with substitutes, surrogate pairs   [X] looks, alignment, headings by style
[X] tracked changes: insertions marked, deletions as marks without length   [X] comments   [X] languages of stretches
[X] links   [X] hidden text left out   [-] lists: a paragraph an item   [-] tables: one a cell
[-] footnotes: a mark with the note's text   [X] text boxes behind their paragraph
[ ] pictures, headers (pictures are counted and told)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from redraft.formats.flow import Block, Flow, Looks
from redraft.formats.rtf.codepages import BY_WORD, SYMBOL, decoded, is_cut, of_page
from redraft.formats.rtf.comments import Comments
from redraft.formats.rtf.finishing import usual_language, without_bold, without_dross
from redraft.formats.rtf.state import DELETED, HIDDEN, Head, State, looks_of, moment, shape_of
from redraft.formats.rtf.tokens import Kind, Token, Tokens
from redraft.formats.rtf.words import ALIGNMENTS, CHARACTERS, COUNTED, DRAWN, ENDS, LEFT_OUT, LOOKS, SYMBOLS
from redraft.formats.trace import NOWHERE, Trace, Where
from redraft.manuscript.marks import MarkKind
from redraft.manuscript.model import FileNote
from redraft.manuscript.shape import Shape, ShapeKind

_LINK = re.compile(r'HYPERLINK\s+(?:\\l\s+)?"([^"]*)"')
_COUNTED = re.compile(r"(?:^|[\s(}])(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.)]")
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)


_DEEPEST = 40
"""Notes, boxes and comments inside of one another; Word goes no further than three."""


class NestedTooDeeply(Exception):
    """No word processor writes notes inside of notes so deeply."""


@dataclass(frozen=True, slots=True)
class Story:
    """What was read: blocks, and the comments with the number of their block as ``paragraph``; in a traced one also
    where the links stand.
    """

    flow: Flow
    notes: Sequence[FileNote] = ()
    links: Sequence[Where] = ()


def read_story(text: str, *, traced: bool = False) -> Story:
    """The story in an RTF text (its bytes, decoded as Latin-1). ``traced``: its blocks tell where they stand in it."""
    reader = _Reader(Tokens(text), traced=traced)
    reader.run()
    comments = {each.key for each in reader.comments.found}
    usual = usual_language(reader.flow.blocks)
    reader.flow.blocks[:] = [without_dross(each, usual, comments) for each in reader.flow.blocks]
    return Story(reader.flow, reader.comments.found, reader.links)


class _Reader:
    """Walks over the tokens once."""

    def __init__(self, tokens: Tokens, *, traced: bool) -> None:
        self.flow = Flow(traced=traced)
        self.links: list[Where] = []
        self._opened: list[int] = []
        self._fields: set[int] = set()
        self._bytes_at = NOWHERE
        self._high_at = -1
        self._tokens = tokens
        self.comments = Comments()
        self._head = Head()
        self._state = State()
        self._stack: list[State] = []
        self._skip = 0
        self._bytes = bytearray()
        self._high = 0
        self._fresh = False
        self._starred = False
        self._in_table = self._counted = self._concealed = False
        self._deleted = ""
        self._boxed: list[Block] = []
        self._inside = 0
        self._looks: dict[State, Looks] = {}
        self._special: dict[str, Callable[[Token], None]] = {
            "fonttbl": self._fonts, "stylesheet": self._styles, "field": self._field, "par": self._par,
            "row": self._row, "nestrow": self._row, "cell": self._cell, "nestcell": self._cell, "u": self._unicode,
            "footnote": self._footnote, "listtext": self._bullet, "pntext": self._bullet, "sect": self._section,
            "revtbl": self._authors, "annotation": self._comment, "atnauthor": self._commenter,
            "atndate": self._commented, "atnref": self._comment_key, "atrfstart": self._range_start,
            "atrfend": self._range_end, "shptxt": self._box, "dptxbxtext": self._box,
        }  # fmt: skip

    def run(self) -> None:
        """Read everything."""
        for token in self._tokens:
            self._take(self._flushed(token))
            if token.kind is Kind.CLOSE and not self._stack and not self._tokens.holds_more():
                break
        self._flush()
        end = max(0, self._tokens.place - 1)
        self._end_block(close=(end, end))

    def _take(self, token: Token) -> None:
        if token.kind is Kind.OPEN:
            self._stack.append(self._state)
            self._opened.append(token.start)
            self._fresh, self._skip = True, 0
            return
        if token.kind is Kind.CLOSE:
            self._state = self._stack.pop() if self._stack else self._state
            self._close_group(token.end)
            self._skip = 0
        elif self._skip and token.kind in (Kind.BYTE, Kind.SYMBOL):
            self._skip -= 1
            self.flow.stretch(token.start, token.end)
        elif token.kind is Kind.WORD:
            self._word(token)
        elif token.kind is Kind.BYTE:
            self._bytes.append(token.number or 0)
            self._bytes_at = (self._bytes_at[0] if len(self._bytes) > 1 else token.start, token.end)
        elif token.kind is Kind.SYMBOL:
            self._symbol(token)
            return
        else:
            self._text(token)
        self._fresh = self._starred = False

    def _close_group(self, end: int) -> None:
        """A group ends; links are remembered with their place."""
        start = self._opened.pop() if self._opened else -1
        if start in self._fields:
            self.links.append((start, end))

    def _symbol(self, token: Token) -> None:
        symbol = token.text
        if symbol == "*":
            self._starred = self._fresh
            return
        self._fresh = False
        if symbol in "\r\n":
            self._par(token)
        elif symbol in SYMBOLS:
            self._put(SYMBOLS[symbol], (token.start, token.end))

    def _text(self, token: Token) -> None:
        skipped = min(self._skip, len(token.text))
        self._skip -= skipped
        if skipped:
            self.flow.stretch(token.start, token.start + skipped)
        text, at = token.text[skipped:], (token.start + skipped, token.end)
        codec = self._codec()
        if text.isascii() and codec != SYMBOL:
            self._put(text, at)
        elif text:
            self._put(decoded(text.encode("latin-1", "replace"), codec), at)

    def _word(self, token: Token) -> None:
        word = token.text
        if word in self._special:
            self._special[word](token)
        elif (self._starred and word not in DRAWN) or (self._fresh and word in LEFT_OUT):
            self._leave_out(word)
        elif word in CHARACTERS:
            self._put(CHARACTERS[word], (token.start, token.end))
        elif word in LOOKS:
            self._set(LOOKS[word], token.number != 0)
        else:
            self._property(word, token.number)

    def _property(self, word: str, number: int | None) -> None:
        state, head = self._state, self._head
        if word in BY_WORD:
            head.page = BY_WORD[word]
        elif word in ENDS:
            self._state = replace(state, looks=state.looks.difference(ENDS[word]))
        elif word in ALIGNMENTS:
            self._state = replace(state, align=ALIGNMENTS[word])
        elif word == "plain":
            self._state = replace(state, looks=frozenset(), font=head.default_font, language=0)
        elif word == "pard":
            self._state = replace(state, align="", style=0, outline=None, item=False, level=0, cell=False,
                                  ruled=False)
        elif word in ("ls", "pnlvlblt", "pnlvlbody"):
            self._state = replace(state, item=True)
        elif word == "brdrb":
            self._state = replace(state, ruled=True)
        elif word == "intbl":
            self._state = replace(state, cell=True)
        elif number is not None:
            self._numbered(word, number)

    def _numbered(self, word: str, number: int) -> None:
        if word == "ansicpg":
            self._head.page = of_page(number)
        elif word == "deff":
            self._head.default_font = number
            self._state = self._state.numbered("f", number)
        else:
            self._state = self._state.numbered(word, number)

    def _set(self, name: str, on: bool) -> None:
        looks = self._state.looks
        self._state = replace(self._state, looks=looks | {name} if on else looks - {name})

    def _leave_out(self, word: str) -> None:
        if word in COUNTED:
            self.flow.left_out[COUNTED[word]] += 1
        self._tokens.skip_group()

    def _fonts(self, _: Token) -> None:
        """The table of fonts: which of them are of another code page."""
        self._head.take_fonts(self._group())

    def _styles(self, _: Token) -> None:
        """The table of styles: the names by number."""
        self._head.take_styles(self._group())

    def _group(self) -> list[list[Token]]:
        """The groups inside the present one as tokens, and the tokens beside them cut at semicolons."""
        parts: list[list[Token]] = [[]]
        depth = 0
        for token in self._tokens:
            if token.kind is Kind.OPEN:
                depth += 1
            elif token.kind is Kind.CLOSE:
                depth -= 1
                if depth < 0:
                    break
            parts[-1].append(token)
            if depth <= 0 and (token.kind is Kind.CLOSE or token.text.endswith(";")):
                parts.append([])
        self._state = self._stack.pop() if self._stack else self._state
        self._close_group(self._tokens.place)
        return parts

    def _field(self, _: Token) -> None:
        """A field: its address is looked up ahead, its result is read as text."""
        ahead = self._tokens.ahead(600)
        found = _LINK.search(ahead.split("\\fldrslt", 1)[0])
        if found:
            self._state = replace(self._state, link=found.group(1).replace("\\\\", "\\"))
            self._fields.update(self._opened[-1:])

    def _bullet(self, _: Token) -> None:
        """What is printed before a list item: a figure, or a dot."""
        end = self._tokens.ahead(200).find("}")
        self._counted = _COUNTED.search(self._tokens.ahead(max(end, 0))) is not None
        self._tokens.skip_group()

    def _footnote(self, _: Token) -> None:
        """A note: its words become the value of a mark, none of them the story's."""
        start = self._opened[-1] if self._opened else -1
        words = self._words()
        self._settle()
        self.flow.point(MarkKind.NOTE, words, at=(start, self._tokens.place) if start >= 0 else NOWHERE)

    def _box(self, _: Token) -> None:
        """A text box: its paragraphs follow the one that it hangs on."""
        blocks = self._aside()
        if any(each.text for each in blocks):
            self._boxed += blocks
            self.flow.left_out["box"] += 1

    def _authors(self, _: Token) -> None:
        """The table of those who tracked changes."""
        self._head.authors = [each.strip() for each in self._words().split(";")]

    def _comment(self, _: Token) -> None:
        words = self._words()
        if not self._inside:
            self._settle()
            self.comments.add(words, self.flow)

    def _commenter(self, _: Token) -> None:
        self.comments.author = self._words().strip()

    def _commented(self, _: Token) -> None:
        number = self._words().strip()
        self.comments.time = moment(int(number)) if number.lstrip("-").isdecimal() else ""

    def _comment_key(self, _: Token) -> None:
        self.comments.key = self._words().strip()

    def _range_start(self, _: Token) -> None:
        key = self._words().strip()
        if not self._inside:
            self.comments.begin(key, self.flow)

    def _range_end(self, _: Token) -> None:
        self.comments.end(self._words().strip())

    def _words(self) -> str:
        """The words of the present group to its end, a line a paragraph."""
        return "\n".join(each.text.strip() for each in self._aside())

    def _aside(self) -> list[Block]:
        """The blocks of the present group to its end; they stand beside the story."""
        if self._inside >= _DEEPEST:
            raise NestedTooDeeply
        held, self.flow = self.flow, Flow(traced=self.flow.traced)
        opened, self._opened = self._opened[:-1], []
        state, stack, deleted = self._state, self._stack, self._deleted
        self._stack, self._deleted = [], ""
        self._inside += 1
        self._state = replace(state, looks=frozenset(), cell=False)
        for token in self._tokens:
            token = self._flushed(token)
            if token.kind is Kind.CLOSE and not self._stack:
                break
            self._take(token)
        self._flush()
        end = self._tokens.place - 1
        trace = Trace(spot=(end, end), close=(end, end), looks=self._marks())
        self.flow.end(shape_of(self._state, self._head, cell=False, counted=False), trace=trace)
        blocks = self.flow.blocks
        self._inside -= 1
        self._opened = opened
        self.flow, self._stack, self._deleted = held, stack, deleted
        self._state = self._stack.pop() if self._stack else state
        return blocks

    def _unicode(self, token: Token) -> None:
        code = (token.number or 0) & 0xFFFF
        self._skip = self._state.substitutes
        if code in _HIGH:
            self._high, self._high_at = code, token.start
            return
        start = self._high_at if self._high else token.start
        if code in _LOW and self._high:
            code = 0x10000 + ((self._high - 0xD800) << 10) + (code - 0xDC00)
        self._high = 0
        if code >= 0x20 and code not in _HIGH and code not in _LOW:
            self._put(chr(code), (start, token.end))

    def _par(self, token: Token) -> None:
        self._in_table = self._in_table and self._state.cell
        if DELETED in self._state.looks:
            self._deleted += "\n"
        else:
            self._end_block(keep_empty=True, close=(token.start, token.end))

    def _section(self, token: Token) -> None:
        self._end_block(close=(token.start, token.end))

    def _cell(self, token: Token) -> None:
        self._end_block(cell=True, close=(token.start, token.end))

    def _row(self, _: Token) -> None:
        self.flow.left_out["table"] += not self._in_table
        self._in_table = True

    def _flushed(self, token: Token) -> Token:
        """The token, once the bytes before it are decoded; without the letter that was the half of a character."""
        if token.kind is Kind.BYTE:
            return token
        if token.kind is Kind.TEXT and self._bytes and is_cut(bytes(self._bytes), self._codec()):
            self._bytes.append(ord(token.text[0]) & 0xFF)
            self._bytes_at = (self._bytes_at[0], token.start + 1)
            token = Token(Kind.TEXT, token.text[1:], None, token.start + 1, token.end)
        self._flush()
        return token

    def _flush(self) -> None:
        """Bytes that stand together are decoded together: a character may be two of them."""
        if self._bytes:
            data, self._bytes = bytes(self._bytes), bytearray()
            self._put(decoded(data, self._codec()), self._bytes_at)

    def _codec(self) -> str:
        font = self._state.font
        return self._head.fonts.get(font, self._head.page) if font is not None else self._head.page

    def _put(self, text: str, at: Where) -> None:
        looks = self._state.looks
        if not text or HIDDEN in looks:
            self.flow.left_out.update(["concealed"] if text and not self._concealed else ())
            self._concealed = self._concealed or bool(text)
            return
        self._concealed = False
        if DELETED in looks:
            self._deleted += text
            return
        self._settle()
        marks = self._marks()
        self.flow.put(text, marks if self._inside or not self.comments.ranges else
                      marks | set(self.comments.ranges.values()), at)

    def _settle(self) -> None:
        """What was deleted with changes tracked stands between two characters."""
        if self._deleted:
            self.flow.point(MarkKind.DELETED, self._deleted)
            self._deleted = ""

    def _marks(self) -> Looks:
        key = replace(self._state, style=0, outline=None, align="", item=False, level=0, cell=False, ruled=False)
        if key not in self._looks:
            self._looks[key] = looks_of(key, self._head)
        return self._looks[key]

    def _end_block(self, *, keep_empty: bool = False, cell: bool = False, close: Where = NOWHERE) -> None:
        self._settle()
        trace = Trace(spot=(close[0], close[0]), close=close, looks=self._marks())
        shape = shape_of(self._state, self._head, cell=cell or self._state.cell, counted=self._counted)
        if self.flow.empty and self._state.ruled and keep_empty and shape.kind is ShapeKind.BODY:
            self.flow.scene_mark(trace=trace if self.flow.traced else None)
        else:
            self._end_paragraph(shape, trace, keep_empty=keep_empty)
        if not self._inside:
            self.flow.blocks += self._boxed
            self._boxed = []

    def _end_paragraph(self, shape: Shape, trace: Trace, *, keep_empty: bool) -> None:
        self._counted = False
        before = len(self.flow.blocks)
        self.flow.end(shape, keep_empty=keep_empty, trace=trace)
        if shape.kind in (ShapeKind.HEADING, ShapeKind.TITLE) and len(self.flow.blocks) > before:
            self.flow.blocks[-1] = without_bold(self.flow.blocks[-1])
