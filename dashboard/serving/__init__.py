"""How the application is put on the wire: its server, and what every answer goes through."""
