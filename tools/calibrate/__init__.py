# SPDX-License-Identifier: GPL-3.0-or-later
"""Which outside judgements are listened to, and from when on: measured on published novels."""
