"""The Markdown that we understand: one module for each syntax, with a function that registers it."""
