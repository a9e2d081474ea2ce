"""What cannot be done, said in one clear sentence, in Chinese and English."""

from __future__ import annotations


class Problem(Exception):  # noqa: N818 - a word for people, not for programmers
    """Something that a person must mend: which file, which place, what is wrong, what to do. One sentence in each language.

    Every room raises this (or a class of its own beneath it) for what the user can put right; the command line prints ``zh`` or ``en`` and
    ends with exit code 2. What a programmer got wrong stays an ordinary exception.
    """

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh, en)
        self.zh = zh
        self.en = en

    def __str__(self) -> str:
        return f"{self.zh} / {self.en}"

    def say(self, lang: str) -> str:
        """The sentence in ``lang`` ("zh"; everything else is English)."""
        return self.zh if lang == "zh" else self.en


class FileProblem(Problem):
    """A file that cannot be read or written, or does not hold what it should."""


class PlanIdClash(Problem):
    """Two plans of one graph have the same document id."""


def readable(text: object) -> str:
    """A name or value for a message: what cannot be printed is shown as an escape, and what is long is cut."""
    whole = str(text)[:2000]
    shown = whole if whole.isprintable() else "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in whole)
    return shown if len(shown) <= 200 else shown[:199] + "…"
