"""The table out of the archive: for people (CSV, Excel), for programs (CSV, Parquet, JSON lines, SDMX-CSV, a package).

One module a format; each writes an `Extract` to a file.
"""
