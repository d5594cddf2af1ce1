"""Measurements of size and speed, on an archive of any size."""
