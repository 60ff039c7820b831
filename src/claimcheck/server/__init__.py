"""The language server: what `claimcheck lint` finds, shown in editors while somebody writes.

It speaks the protocol and judges nothing: whoever starts it passes in what lints a text.
"""
