"""A real ssh server on the loopback, for this user alone, for as long as it is needed."""

import getpass
import os
import shlex
import socket
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final

OPTIONS: Final = ("StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "LogLevel=ERROR")


class Sshd:
    """An ssh server.

    Args:
        folder: Where its keys and configuration go.
        sshd: The server's program.
        ssh: The client's.
        keygen: What makes keys.

    Attributes:
        port: Where it listens, on the loopback.
    """

    def __init__(self, folder: Path, *, sshd: str, ssh: str, keygen: str) -> None:
        self._ssh, self._user = ssh, folder / "user"
        for key in ("host", "user"):
            subprocess.run([keygen, "-q", "-t", "ed25519", "-N", "", "-f", str(folder / key)], check=True)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        config = folder / "sshd_config"
        config.write_text(
            f"Port {self.port}\nListenAddress 127.0.0.1\nHostKey {folder / 'host'}\nPidFile none\n"
            f"StrictModes no\nAuthorizedKeysFile {folder / 'user.pub'}\nPermitRootLogin yes\nUsePAM no\n"
            "PasswordAuthentication no\n"
        )
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)  # where a system's own start script would have made it
        self._server = subprocess.Popen(
            [sshd, "-D", "-e", "-f", str(config)], stderr=subprocess.PIPE, text=True
        )
        assert self._server.stderr is not None
        for line in self._server.stderr:
            if "listening" in line:
                break

    def remote(
        self,
        command: list[str],
        environment: Mapping[str, str],
        *,
        port: int | None = None,
        first: str = "",
    ) -> list[str]:
        """The command that runs a command over ssh, in this folder.

        Args:
            command: What to run at the other end, in a terminal.
            environment: What it needs of this one's.
            port: Where to connect, if not to the server itself.
            first: Commands of the shell that come before it.
        """
        settings = [f"{name}={value}" for name, value in environment.items()]
        return [
            *(self._ssh, "-tt", "-p", str(port or self.port), "-i", str(self._user), "-F", "none"),
            *(part for option in OPTIONS for part in ("-o", option)),
            f"{getpass.getuser()}@127.0.0.1",
            f"cd {shlex.quote(os.getcwd())} && {first} exec {shlex.join(['env', *settings, *command])}",
        ]

    def close(self) -> None:
        """End the server; connections that stand are left alone."""
        self._server.terminate()
        self._server.communicate()
