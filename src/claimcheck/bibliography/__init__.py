"""Reference lists of every kind in, references with exact places out; and who cites them."""
