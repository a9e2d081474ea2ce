"""Files a graph can be written to and read from: one file a format, found by this folder."""
