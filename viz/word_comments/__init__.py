"""Remarks as comments of a Word file: bytes of the file in, the same bytes and a few marks out. No tree is written anew."""
