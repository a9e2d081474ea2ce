"""PDF: from the file's objects to letters, lines, columns, paragraphs and tables. ``loaders/readers/pdf.py`` is the road through them."""
