from pathlib import Path

import pytest

from qualcode.store.place import _is_on_network, place_warning

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/rani/local ext4 rw 0 0
//office/share /mnt/our\\040share cifs rw 0 0
"""


@pytest.mark.parametrize(
    "path",
    [
        "/home/rani/Dropbox/study/qualcode.db",
        "/Users/rani/OneDrive - Universitas/study/qualcode.db",
        "/Users/rani/Library/CloudStorage/GoogleDrive-rani/My Drive/qualcode.db",
        "/Users/rani/Library/Mobile Documents/com~apple~CloudDocs/qualcode.db",
    ],
)
def test_synchronised_folders_are_warned_of(path: str) -> None:
    assert "synchronises" in str(place_warning(Path(path)))


def test_an_ordinary_folder_is_fine(tmp_path: Path) -> None:
    assert place_warning(tmp_path / "qualcode.db") is None


@pytest.mark.parametrize(
    ("path", "network"),
    [
        ("/home/rani/study", True),
        ("/home/rani/local/study", False),
        ("/mnt/our share/study", True),
        ("/srv/study", False),
    ],
)
def test_the_innermost_mount_decides(path: str, network: bool) -> None:
    assert _is_on_network(Path(path), MOUNTS) is network
