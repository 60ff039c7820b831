"""The rules, by scope."""
