"""After the vault was made: who the clinic is, and whether to practise first."""
