"""publish: the finished site -> where readers get it from, without a moment at which it is half there.

What goes, and in which order, is decided by pure functions (`plan`, `target`, `delivery`, `state`).
Folders and SFTP servers get releases (`releases`, over a `host`), object stores objects (`objects`, over a `store`).
docs/architecture.md says why it is done this way, docs/publishing.md what it is like to use.
"""
