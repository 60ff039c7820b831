"""Quantities as texts state them: typed, with their literal text, place and bound."""
