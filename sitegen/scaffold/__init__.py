"""New things: valid files of each kind, in which what a person has to write or choose is only kept a place for."""

from sitegen.scaffold.creation import Created, Options, Wanted, create

__all__ = ["Created", "Options", "Wanted", "create"]
