"""How people change the archive from the pages: the desk, its stock, decisions, what waits for them."""
