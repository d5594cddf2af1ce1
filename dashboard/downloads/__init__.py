"""What a reader takes away: files, and what to write under them."""
