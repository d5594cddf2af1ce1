"""Pieces of pages: components out, values in; no callbacks, no pandas beyond reading a row."""
