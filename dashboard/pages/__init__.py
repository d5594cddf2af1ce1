"""The pages: each has its PATH, `view` (pure: library and choice in, components out) and `register` (its callbacks)."""
