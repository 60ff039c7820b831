"""Pure likeness of identifiers, titles, names, venues and whole works."""
