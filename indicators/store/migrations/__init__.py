"""The migrations of the archive, run by `indicators.store.migrate`."""
