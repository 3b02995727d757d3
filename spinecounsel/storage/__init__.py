"""Disk: the encrypted vault, the only user of SQLite.

It knows nothing of medicine: bytes and index fields.

What this package gives is imported when it is first asked for: the first page of the program asks
for next to nothing of it, and is there at once.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spinecounsel.storage.backup.backups import BackupJob, BackupState, CheckJob, LastBackup
    from spinecounsel.storage.backup.form import Progress
    from spinecounsel.storage.backup.keeping import BackupRule, Found
    from spinecounsel.storage.backup.making import MadeBackup
    from spinecounsel.storage.backup.restoring import CheckedBackup, check_backup, restore_backup
    from spinecounsel.storage.doors.acting import Emergency
    from spinecounsel.storage.doors.parting import Grounds
    from spinecounsel.storage.doors.second_factor import Offer
    from spinecounsel.storage.doors.settings import Setting
    from spinecounsel.storage.doors.transfer import Arrival, Taken
    from spinecounsel.storage.doors.verifying import Check
    from spinecounsel.storage.entry import (
        Added,
        Entry,
        Event,
        Held,
        Json,
        Person,
        Report,
        Revision,
        Row,
        StoredRecord,
    )
    from spinecounsel.storage.errors.backup import (
        BackupUnsound,
        CannotBackUp,
        CannotRestore,
        OtherKey,
        Stopped,
    )
    from spinecounsel.storage.errors.people import (
        CodeNeeded,
        LastAdministrator,
        MistypedCode,
        NameMissing,
        NameTaken,
        NameUnfit,
        NobodyThere,
        NotEnoughMemory,
        OldKeys,
        OwnRoles,
        RoleMissing,
        WrongRecoveryCode,
        WrongSecondCode,
    )
    from spinecounsel.storage.errors.vault import (
        CannotCreate,
        CannotOpen,
        CannotRead,
        CannotSave,
        Erased,
        NoLongerDraft,
        NotAllowed,
        NotCompacted,
        NotInVault,
        VaultAbsent,
        VaultClosed,
        VaultDamaged,
        VaultError,
        VaultInUse,
        VaultNewer,
        VaultPresent,
        WaitFirst,
        WeakPassphrase,
        WrongPassphrase,
        WrongThread,
    )
    from spinecounsel.storage.files.attempts import wait_before_next_try
    from spinecounsel.storage.files.places import Condition, Opener, VaultState, vault_state
    from spinecounsel.storage.files.trace import Trace
    from spinecounsel.storage.opening import create_vault, open_vault, recover_vault
    from spinecounsel.storage.rights import Act, Role
    from spinecounsel.storage.vault import Vault

_MODULES: dict[str, tuple[str, ...]] = {
    "backup.backups": ("BackupJob", "BackupState", "CheckJob", "LastBackup"),
    "backup.form": ("Progress",),
    "backup.keeping": ("BackupRule", "Found"),
    "backup.making": ("MadeBackup",),
    "backup.restoring": ("CheckedBackup", "check_backup", "restore_backup"),
    "doors.acting": ("Emergency",),
    "doors.parting": ("Grounds",),
    "doors.second_factor": ("Offer",),
    "doors.settings": ("Setting",),
    "doors.transfer": ("Arrival", "Taken"),
    "doors.verifying": ("Check",),
    "entry": (
        "Added",
        "Entry",
        "Event",
        "Held",
        "Json",
        "Person",
        "Report",
        "Revision",
        "Row",
        "StoredRecord",
    ),
    "errors.backup": ("BackupUnsound", "CannotBackUp", "CannotRestore", "OtherKey", "Stopped"),
    "errors.people": (
        "CodeNeeded",
        "LastAdministrator",
        "MistypedCode",
        "NameMissing",
        "NameTaken",
        "NameUnfit",
        "NobodyThere",
        "NotEnoughMemory",
        "OldKeys",
        "OwnRoles",
        "RoleMissing",
        "WrongRecoveryCode",
        "WrongSecondCode",
    ),
    "errors.vault": (
        "CannotCreate",
        "CannotOpen",
        "CannotRead",
        "CannotSave",
        "Erased",
        "NoLongerDraft",
        "NotAllowed",
        "NotCompacted",
        "NotInVault",
        "VaultAbsent",
        "VaultClosed",
        "VaultDamaged",
        "VaultError",
        "VaultInUse",
        "VaultNewer",
        "VaultPresent",
        "WaitFirst",
        "WeakPassphrase",
        "WrongPassphrase",
        "WrongThread",
    ),
    "files.attempts": ("wait_before_next_try",),
    "files.places": ("Condition", "Opener", "VaultState", "vault_state"),
    "files.trace": ("Trace",),
    "opening": ("create_vault", "open_vault", "recover_vault"),
    "rights": ("Act", "Role"),
    "vault": ("Vault",),
}
_PLACES = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "Act",
    "Added",
    "Arrival",
    "BackupJob",
    "BackupRule",
    "BackupState",
    "BackupUnsound",
    "CannotBackUp",
    "CannotCreate",
    "CannotOpen",
    "CannotRead",
    "CannotRestore",
    "CannotSave",
    "Check",
    "CheckJob",
    "CheckedBackup",
    "CodeNeeded",
    "Condition",
    "Emergency",
    "Entry",
    "Erased",
    "Event",
    "Found",
    "Grounds",
    "Held",
    "Json",
    "LastAdministrator",
    "LastBackup",
    "MadeBackup",
    "MistypedCode",
    "NameMissing",
    "NameTaken",
    "NameUnfit",
    "NoLongerDraft",
    "NobodyThere",
    "NotAllowed",
    "NotCompacted",
    "NotEnoughMemory",
    "NotInVault",
    "Offer",
    "OldKeys",
    "Opener",
    "OtherKey",
    "OwnRoles",
    "Person",
    "Progress",
    "Report",
    "Revision",
    "Role",
    "RoleMissing",
    "Row",
    "Setting",
    "Stopped",
    "StoredRecord",
    "Taken",
    "Trace",
    "Vault",
    "VaultAbsent",
    "VaultClosed",
    "VaultDamaged",
    "VaultError",
    "VaultInUse",
    "VaultNewer",
    "VaultPresent",
    "VaultState",
    "WaitFirst",
    "WeakPassphrase",
    "WrongPassphrase",
    "WrongRecoveryCode",
    "WrongSecondCode",
    "WrongThread",
    "check_backup",
    "create_vault",
    "open_vault",
    "recover_vault",
    "restore_backup",
    "vault_state",
    "wait_before_next_try",
]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = found = getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
    return found
