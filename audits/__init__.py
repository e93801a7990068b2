"""Audits: what is asked of every page of the finished site by programs that others keep, and by a real browser.

`make audit` runs them all over the whole site, writes what they found to docs/audit.md, and adds a line to
docs/audit-log.csv. The tests ask the same of one page of each kind.
"""
