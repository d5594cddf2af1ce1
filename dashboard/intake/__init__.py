"""Documents on their way into the archive.

They wait in a batch on disk (`staging`), are read so that they can be looked at (`preview`), and are kept (`keeping`).
`routes` are the addresses that the page of imports sends files to.
"""
