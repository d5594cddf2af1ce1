"""What figures are compared by: forms, groups and their medians, periods, targets, what is known at all."""
