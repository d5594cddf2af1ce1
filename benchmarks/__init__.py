"""Measurements that are too long for the tests; each module says what it measures and how to run it."""
