"""Kinds of damage that a text takes on its way: one file a kind, one decorated function, found by this folder."""
