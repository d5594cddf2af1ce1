"""One chart a file: a frame of series in, a `go.Figure` out. The docstring names the question that it answers."""
