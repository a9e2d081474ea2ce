"""Makes documents of every format that is read, from plans written as text, and compares the graphs of both.

``python -m tests.documents FOLDER [PLAN ...]`` writes them to a folder, so that a person can open them.
"""
