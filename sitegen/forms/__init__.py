"""Kinds of content as forms to be filled in: which fields they have, and how each is written in YAML."""

from sitegen.forms.layout import Form, Leaf, Slot, is_of, laid_out, members, plain
from sitegen.forms.structs import field_of, fields_of, kind_named, structs_in, words_of

__all__ = [
    "Form",
    "Leaf",
    "Slot",
    "field_of",
    "fields_of",
    "is_of",
    "kind_named",
    "laid_out",
    "members",
    "plain",
    "structs_in",
    "words_of",
]
