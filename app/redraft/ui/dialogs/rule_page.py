# SPDX-License-Identifier: GPL-3.0-or-later
"""A rule's manual page, to be read: what it finds, why a reader minds, when to leave it, examples."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from redraft.checks.catalogue import by_id
from redraft.checks.check import Check, Fires, Quiet, StoryCheck
from redraft.ui import theme as themes
from redraft.ui.dialogs.markdown import to_html

_EXAMPLES = 4


def page(check_id: str) -> tuple[str, str]:
    """The title and the page (HTML) of a rule; for a rule of an outside judge, what can be said of it."""
    check = by_id().get(check_id)
    if check is None:
        name = check_id.replace("-", " ").capitalize()
        return name, f"<h1>{escape(name)}</h1><p>{_FOREIGN}</p>"
    title, manual = _without_title(check)
    return title, f"<h1>{escape(title)}</h1>{to_html(manual)}{_examples(check)}"


def shown(html: str) -> str:
    """The page as Qt's text view takes it: headings become paragraphs, for it makes them too large."""
    for tag in ("h1", "h2"):
        html = html.replace(f"<{tag}>", f"<p class='{tag}'>").replace(f"</{tag}>", "</p>")
    return html


_FOREIGN = (
    "This mark comes from a grammar checker that Redraft asks besides its own rules. Its reason stands on the card of "
    "each finding. Where it does not fit your story, ignore it there or switch the rule off."
)


def _without_title(check: Check | StoryCheck) -> tuple[str, str]:
    """The rule's name, and its manual without a first line that only repeats the name."""
    first, _, rest = check.manual.partition("\n")
    repeated = first.strip().rstrip(".").casefold() == check.name.casefold()
    return check.name, rest.strip() if repeated else check.manual


def _examples(check: Check | StoryCheck) -> str:
    """Examples that are marked, with what to write instead, and such that are left alone."""
    fires = [each for each in getattr(check, "examples", ()) if isinstance(each, Fires)][:_EXAMPLES]
    quiet = [each for each in getattr(check, "examples", ()) if isinstance(each, Quiet)][:_EXAMPLES]
    parts = []
    if fires:
        parts.append("<h2>Marked</h2>" + "".join(_fires(each) for each in fires))
    if quiet:
        parts.append("<h2>Left alone</h2>" + "".join(f"<p class='example'>{escape(each.plain)}</p>" for each in quiet))
    return "".join(parts)


def _fires(example: Fires) -> str:
    marked = escape(example.text).replace("⟦", "<span class='mark'>").replace("⟧", "</span>")
    if example.fix is None:
        return f"<p class='example'>{marked}</p>"
    better = escape(example.fix) or "taken out"
    return f"<p class='example'>{marked} <span class='quiet'>→</span> <b>{better}</b></p>"


def page_style(theme: themes.Theme) -> str:
    """The style sheet of a page to be read, in the theme's colours."""
    sizes = themes.type_sizes()
    serif, sans = themes.serif().family(), themes.sans().family()
    colours = theme.colours
    return f"""
    body, p, li {{
      margin-top: 0; margin-bottom: 8px; line-height: 140%; color: {colours['page_text']};
      font-family: '{serif}'; font-size: {sizes['body'] + 1:g}pt; }}
    .h1 {{ font-family: '{sans}'; font-size: {sizes['display']:g}pt; font-weight: 600; }}
    .h2 {{
      margin-top: 16px; margin-bottom: 4px;
      font-family: '{sans}'; font-size: {sizes['title']:g}pt; font-weight: 600; }}
    code, pre {{ font-family: '{serif}'; }}
    .example {{ margin-left: 16px; }}
    .mark {{ color: {theme.mark('confusable').colour.name()}; text-decoration: underline; }}
    .quiet {{ color: {colours['quiet']}; }}
    a {{ color: {colours['accent']}; }}
    """


class RulePage(QDialog):
    """Shows a rule's manual page; stays open beside the window until it is closed."""

    def __init__(self, check_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title, html = page(check_id)
        self.setWindowTitle(title)
        self.resize(560, 560)
        self.browser = QTextBrowser()
        self.browser.setAccessibleName(f"About the rule {title}")
        self.browser.setOpenExternalLinks(True)
        self.browser.document().setDocumentMargin(20)
        self.browser.document().setDefaultStyleSheet(page_style(themes.current()))
        self.browser.setHtml(shown(html))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.browser)
        column.addWidget(buttons)
