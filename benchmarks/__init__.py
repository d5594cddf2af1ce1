"""Measurements of speed; no part of the program and of its tests."""
