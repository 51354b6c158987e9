"""Runs migrations on the connection that `migrate` hands over; Alembic runs this file by name."""

from __future__ import annotations

from alembic import context

from reportedly.ledger.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
