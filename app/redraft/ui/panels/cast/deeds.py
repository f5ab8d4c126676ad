# SPDX-License-Identifier: GPL-3.0-or-later
"""What the author may decide of a character: each is one step of undo, kept by name, and wins over what is found."""

from __future__ import annotations

from redraft.characters.cast import Character
from redraft.storage import story_bible
from redraft.storage.story_bible import Entry
from redraft.ui.context import Context


class CastDeeds:
    """Acts through a panel's context."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def rename(self, old: str, new: str) -> None:
        """Call a character otherwise, here and in the story bible; the text stays as it is."""
        self._context.decide(f"rename {old}", self._context.book.rename_character(old, new))

    def merge(self, kept: str, joined: str) -> None:
        """The two are one person."""
        self._context.decide(f"merge {joined}", self._context.book.merge_characters(kept, joined))
        self._context.say(f"{joined} and {kept} are one person. Ctrl+Z parts them again.")

    def answer(self, one: str, other: str, same: bool) -> None:
        """Whether two who were proposed are one person; it is not asked again."""
        if same:
            self.merge(one, other)
            return
        self._put(f"{one} and {other} are two", story_bible.keep_apart(one, other))
        self._context.say(f"{one} and {other} stay two. Ctrl+Z takes that back.")

    def split(self, name: str, alias: str) -> None:
        """The alias is somebody else's."""
        self._put(f"part {alias} from {name}", story_bible.split(name, alias))
        self._context.say(f"{alias} is somebody else than {name}. Ctrl+Z joins them again.")

    def not_a_person(self, name: str) -> None:
        """The name is nobody's."""
        self._context.decide(f"{name} is not a person", self._context.book.not_a_person(name))
        self._context.say(f"“{name}” is off the list. Ctrl+Z brings it back.")

    def add_selected(self) -> None:
        """The words selected on the page are somebody's name."""
        selected = self._context.selection()
        name = " ".join(selected.text.split()) if selected is not None else ""
        if not name or "\n" in name or len(name) > 60:
            self._context.say("Select a name in the text first; then it is added to the cast.")
            return
        self._put(f"{name} is a character", story_bible.add(name))
        self._context.say(f"{name} is in the cast. Ctrl+Z takes that back.")

    def pin(self, name: str, pinned: bool) -> None:
        """List the character first, or no longer."""
        self._put(f"{'pin' if pinned else 'unpin'} {name}", story_bible.pin(name, pinned))

    def call(self, character: Character, pronouns: str) -> None:
        """The character is "he", "she", "they", or ("") what the text says."""
        self._put(f"{character.name}: {pronouns or 'as the text says'}", story_bible.call(character.name, pronouns))

    def _put(self, label: str, entry: Entry) -> None:
        self._context.decide(label, self._context.book.put(entry.kind, entry.id, entry.fields))
