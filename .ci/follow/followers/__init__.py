"""A file for each engine: its classes are found by __main__."""
