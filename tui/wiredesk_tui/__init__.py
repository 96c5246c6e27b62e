"""The program: shows an index in a terminal, computes nothing."""
