"""More documents than one machine reads: on the workers of a Dask cluster, into a Parquet data set.

Dask is asked for only here; without it everything else works.
"""
