"""What a PDF may cost. Work is counted in bytes and objects, never in seconds, so that one file is read alike on every machine.

A child process with limits of its own would hold back everything, but it costs 0.2 s a file (pdfminer is imported again), and where the system
knows no such limits nothing but a clock is left. So each place at which a small file can become large is held here and in ``objects`` and ``fonts``.
"""

from __future__ import annotations

MOST_PAGES = 2_000
MOST_OF_A_STREAM = 8_000_000
"""Bytes of one stream when decoded; the page of a plan has some 20,000."""
MOST_OF_A_PAGE = 3_000_000
"""Bytes of drawing on one page, forms counted as often as they are drawn."""
MOST_LETTERS = 200_000
"""Of one page; a page of a plan has some 1,000."""
MOST_RULES = 20_000
"""Straight lines of one page."""


MOST_OLD = 2_000_000
"""Bytes of a stream that is packed in an old way, which is unpacked byte by byte."""
BUDGET = 12_000_000
"""Bytes that are drawn in a whole file, or what costs as much: each takes about a millionth of a second. A thousand pages of text have less."""
OBJECT = 8
"""What an object costs, in these bytes."""


class TooMuch(Exception):  # noqa: N818 - not an error of the program
    """The file asks for more work than any plan does."""


class Budget:
    """Work that is left for one file: ``spend`` raises TooMuch when there is none."""

    def __init__(self, left: int = BUDGET) -> None:
        self.left = left

    def spend(self, work: int) -> None:
        """``work``: about the bytes that are looked at."""
        self.left -= work
        if self.left < 0:
            raise TooMuch
