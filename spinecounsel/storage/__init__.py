"""Disk: the encrypted vault, the only user of SQLite.

It knows nothing of medicine: bytes and index fields.

Importing this package is cheap: SQLCipher and the key derivation are loaded when a vault is opened.
"""

from spinecounsel.storage.acting import Emergency
from spinecounsel.storage.attempts import wait_before_next_try
from spinecounsel.storage.entry import Entry, Event, Json, Person, Report, Row, StoredRecord
from spinecounsel.storage.errors import (
    CannotCreate,
    CannotOpen,
    CannotRead,
    CannotSave,
    NoLongerDraft,
    NotAllowed,
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
from spinecounsel.storage.opening import create_vault, open_vault
from spinecounsel.storage.places import Condition, VaultState, vault_state
from spinecounsel.storage.rights import Act, Role
from spinecounsel.storage.vault import Vault

__all__ = [
    "Act",
    "CannotCreate",
    "CannotOpen",
    "CannotRead",
    "CannotSave",
    "Condition",
    "Emergency",
    "Entry",
    "Event",
    "Json",
    "NoLongerDraft",
    "NotAllowed",
    "NotInVault",
    "Person",
    "Report",
    "Role",
    "Row",
    "StoredRecord",
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
    "WrongThread",
    "create_vault",
    "open_vault",
    "vault_state",
    "wait_before_next_try",
]
