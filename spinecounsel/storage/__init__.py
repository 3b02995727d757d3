"""Disk: the encrypted vault, the only user of SQLite.

It knows nothing of medicine: bytes and index fields.

Importing this package is cheap: SQLCipher and the key derivation are loaded when a vault is opened.
"""

from spinecounsel.storage.acting import Emergency
from spinecounsel.storage.attempts import wait_before_next_try
from spinecounsel.storage.backup import Progress
from spinecounsel.storage.backup_errors import (
    BackupUnsound,
    CannotBackUp,
    CannotRestore,
    OtherKey,
    Stopped,
)
from spinecounsel.storage.backup_keeping import BackupRule, Found
from spinecounsel.storage.backup_making import MadeBackup
from spinecounsel.storage.backups import BackupJob, BackupState, CheckJob, LastBackup
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
from spinecounsel.storage.errors import (
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
from spinecounsel.storage.opening import create_vault, open_vault, recover_vault
from spinecounsel.storage.parting import Grounds
from spinecounsel.storage.people_errors import (
    CodeNeeded,
    LastAdministrator,
    MistypedCode,
    NameMissing,
    NameTaken,
    NobodyThere,
    NotEnoughMemory,
    OldKeys,
    RoleMissing,
    WrongRecoveryCode,
    WrongSecondCode,
)
from spinecounsel.storage.places import Condition, Opener, VaultState, vault_state
from spinecounsel.storage.restoring import CheckedBackup, check_backup, restore_backup
from spinecounsel.storage.rights import Act, Role
from spinecounsel.storage.second_factor import Offer
from spinecounsel.storage.setting_aside import set_aside
from spinecounsel.storage.transfer import Arrival, Taken
from spinecounsel.storage.vault import Vault
from spinecounsel.storage.verifying import Check

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
    "Person",
    "Progress",
    "Report",
    "Revision",
    "Role",
    "RoleMissing",
    "Row",
    "Stopped",
    "StoredRecord",
    "Taken",
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
    "set_aside",
    "vault_state",
    "wait_before_next_try",
]
