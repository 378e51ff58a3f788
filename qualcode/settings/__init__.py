"""Where a project is, what its qualcode.toml says, and who the user is."""

from qualcode.settings.dress import Dress
from qualcode.settings.identity import Identity, check_handle, identity, user_config
from qualcode.settings.project import (
    FILE_NAME,
    FOLDERS,
    TEMPLATE,
    Profile,
    ProjectSettings,
    find_root,
    load,
)

__all__ = [
    "FILE_NAME",
    "FOLDERS",
    "TEMPLATE",
    "Dress",
    "Identity",
    "Profile",
    "ProjectSettings",
    "check_handle",
    "find_root",
    "identity",
    "load",
    "user_config",
]
