"""What the table of the data page asks for: filters, order, groups, sums."""
