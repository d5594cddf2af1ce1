"""One module a step, each after the one it names."""
