"""The grammar of figures: counts, rates, doses, time points, votes, as texts write them."""
