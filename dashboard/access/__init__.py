"""Who may change the archive, and how they are told from everybody else."""
