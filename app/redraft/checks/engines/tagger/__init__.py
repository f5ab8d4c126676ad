# SPDX-License-Identifier: GPL-3.0-or-later
"""The learned error tagger: a small transformer that says of each word whether it should be changed, and how.

The rules need its edits and thresholds; :mod:`~redraft.checks.engines.tagger.tagger` and the network behind it are
imported by the process that runs them alone.
"""
