"""The base as something to look at: which trials, which claims, in which order and columns.

`lookup` `trials` `claims`          which entries; names as people write them
`columns` `ordering`                what of them, in which order
`table` `formats` `citations`       how they are written
"""
