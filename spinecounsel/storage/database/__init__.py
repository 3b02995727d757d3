"""The encrypted database: connection, tables, transactions, the chain, the list."""
