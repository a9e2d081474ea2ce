"""What spreadsheets of every format have in common: number formats, sheets of cells, and how they become lines and tables."""
