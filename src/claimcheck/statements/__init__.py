"""What a sentence says about trials and decisions, and how it fares against the records."""
