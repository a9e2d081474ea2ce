"""Word files (.docx and its kin) read from their XML: numbering recovered, tables as grids, tracked changes as made or not made."""

from loaders.word.read import Letters, read_with_letters

__all__ = ["Letters", "read_with_letters"]
