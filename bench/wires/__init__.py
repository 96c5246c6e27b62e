"""A terminal at the other end of a program's line: what the line carries is counted, paced and shown."""

from wires.bucket import Bucket
from wires.process import cpu_seconds, until_gone
from wires.relay import Relay
from wires.sshd import Sshd
from wires.wire import Wire

__all__ = ["Bucket", "Relay", "Sshd", "Wire", "cpu_seconds", "until_gone"]
