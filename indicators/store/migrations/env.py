"""How Alembic runs the migrations: on the connection that it is handed, within the transaction that is under way."""

from alembic import context

from indicators.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=False,
)
context.run_migrations()
