# SPDX-License-Identifier: GPL-3.0-or-later
"""What readers send back: their files, their mails, the document with their comments; and how it joins what is here."""
