"""What is shown before the toolkit is imported: the frame that this very start showed the last time.

`composed` apart, nothing in here imports more of the library than an interpreter has loaded anyway, `json`
and the parts of `wiredesk_tui.terminal` that write cells: no dataclasses, no pathlib. A frame that was kept
is foreign data: it is checked, and written anew cell by cell. Where anything is in doubt, no frame is shown,
and the start is one like any other.
"""
