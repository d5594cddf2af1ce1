"""The archive on disk: documents, observations, people's decisions and imports in SQLite or PostgreSQL.

`engine` opens it, `schema` says what is in it, `importing` puts documents in, `loading` takes them out as an `Archive`.
"""
