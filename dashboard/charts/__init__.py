"""One chart a file: a frame of series in, a figure (`drawing`) out. The docstring names the question it answers."""
