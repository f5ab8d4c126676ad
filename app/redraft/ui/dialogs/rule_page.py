# SPDX-License-Identifier: GPL-3.0-or-later
"""A rule's manual page, to be read: what it finds, why a reader minds, when to leave it, examples.

The rules themselves are not loaded here: that takes seconds and a language model. A child process is asked.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QProcess, QProcessEnvironment, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from redraft.analysis.launch import command, environment
from redraft.ui import theme as themes
from redraft.ui.dialogs.markdown import to_html

_EXAMPLES = 4


@dataclass(frozen=True, slots=True)
class RuleText:
    """What is said of a rule: ``marked`` are examples with the place marked ⟦so⟧ and the fix, if any; ``quiet`` such
    that are left alone."""

    name: str
    manual: str
    marked: tuple[tuple[str, str | None], ...] = ()
    quiet: tuple[str, ...] = ()
    measured: str = ""


def understood(data: bytes) -> RuleText | None:
    """The rule that ``redraft rules NAME --format json`` printed; None where it printed none."""
    try:
        told = json.loads(data)
        marked = tuple((str(text), None if fix is None else str(fix)) for text, fix in told["marked"])
        quiet = tuple(map(str, told["quiet"]))
        return RuleText(str(told["name"]), str(told["manual"]), marked, quiet, str(told.get("measured", "")))
    except (ValueError, KeyError, TypeError):
        return None


def page(rule: RuleText) -> str:
    """The page of a rule, as HTML."""
    first, _, rest = rule.manual.partition("\n")
    repeated = first.strip().rstrip(".").casefold() == rule.name.casefold()
    manual = to_html(rest.strip() if repeated else rule.manual)
    measured = f"<h2>Measured</h2><p>{escape(rule.measured)}</p>" if rule.measured else ""
    return f"<h1>{escape(rule.name)}</h1>{manual}{_examples(rule)}{measured}"


def foreign(name: str) -> str:
    """The page of a rule that is not ours."""
    return f"<h1>{escape(name)}</h1><p>{_FOREIGN}</p>"


_FOREIGN = (
    "This mark comes from a grammar checker that Redraft asks besides its own rules. Its reason stands on the card of "
    "each finding. Where it does not fit your story, ignore it there or switch the rule off."
)


def _examples(rule: RuleText) -> str:
    parts = []
    if rule.marked:
        parts.append("<h2>Marked</h2>" + "".join(_marked(*each) for each in rule.marked[:_EXAMPLES]))
    if rule.quiet:
        quiet = "".join(f"<p class='example'>{escape(each)}</p>" for each in rule.quiet[:_EXAMPLES])
        parts.append(f"<h2>Left alone</h2>{quiet}")
    return "".join(parts)


def _marked(text: str, fix: str | None) -> str:
    marked = escape(text).replace("⟦", "<span class='mark'>").replace("⟧", "</span>")
    if fix is None:
        return f"<p class='example'>{marked}</p>"
    return f"<p class='example'>{marked} <span class='quiet'>→</span> <b>{escape(fix) or 'taken out'}</b></p>"


def shown(html: str) -> str:
    """The page as Qt's text view takes it: headings become paragraphs, for it makes them too large."""
    for tag in ("h1", "h2"):
        html = html.replace(f"<{tag}>", f"<p class='{tag}'>").replace(f"</{tag}>", "</p>")
    return html


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
        self._name = check_id.replace("-", " ").capitalize()
        self.setWindowTitle("About this rule")
        self.resize(560, 560)
        self.browser = QTextBrowser()
        self.browser.setAccessibleName("About this rule")
        self.browser.setOpenExternalLinks(True)
        self.browser.document().setDocumentMargin(20)
        self.browser.document().setDefaultStyleSheet(page_style(themes.current()))
        self.browser.setHtml("<p class='quiet'>Looking the rule up…</p>")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.browser)
        column.addWidget(buttons)
        self._ask(check_id)

    def _ask(self, check_id: str) -> None:
        program, *arguments = command("rules", check_id, "--format", "json")
        surroundings = QProcessEnvironment()
        for name, value in environment().items():
            surroundings.insert(name, value)
        self._process = QProcess(self)
        self._process.setProcessEnvironment(surroundings)
        self._process.finished.connect(lambda *_: self._answered(bytes(self._process.readAllStandardOutput().data())))
        self._process.errorOccurred.connect(lambda _: self._answered(b""))
        self._process.start(program, arguments)
        self.finished.connect(self._stop)

    def _stop(self, _result: int) -> None:
        """Nobody waits for the answer any more."""
        self._process.blockSignals(True)
        self._process.kill()
        self._process.waitForFinished(1000)

    def _answered(self, data: bytes) -> None:
        rule = understood(data)
        self.setWindowTitle(rule.name if rule else self._name)
        self.browser.setHtml(shown(page(rule) if rule else foreign(self._name)))
