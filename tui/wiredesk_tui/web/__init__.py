"""The desk in a browser: a server on this machine, and the program that it starts for each reader.

The server needs the extra `serve`; what it serves writes nothing, neither stores nor the reader's own files.
"""
