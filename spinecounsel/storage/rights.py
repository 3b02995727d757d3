"""Who may do what in a vault: roles, acts, and the one table that joins them.

The program keeps to it in the core, at each door of the vault.  It is no cryptographic boundary:
everybody who can open the vault holds its key.
"""

from enum import StrEnum


class Role(StrEnum):
    """What somebody is in the clinic; one person can be several."""

    CLINICIAN = "clinician"
    NURSE = "nurse"
    READER = "reader"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


class Act(StrEnum):
    """What can be done with a vault.

    READ: list, search and open drafts, records and their documents; PREPARE: begin, change and
    discard drafts; SIGN: file records and what is added to them later; KEEP_PEOPLE: who opens the
    vault, and as what; KEEP_VAULT: settings, keys of seals, backups, checks, retention and lawful
    erasure; READ_TRAIL: the audit trail of everything.
    """

    READ = "read"
    PREPARE = "prepare"
    SIGN = "sign"
    KEEP_PEOPLE = "keep people"
    KEEP_VAULT = "keep vault"
    READ_TRAIL = "read trail"


RIGHTS: dict[Role, frozenset[Act]] = {
    Role.CLINICIAN: frozenset({Act.READ, Act.PREPARE, Act.SIGN}),
    Role.NURSE: frozenset({Act.READ, Act.PREPARE}),
    Role.READER: frozenset({Act.READ}),
    Role.ADMINISTRATOR: frozenset({Act.KEEP_PEOPLE, Act.KEEP_VAULT}),
    Role.AUDITOR: frozenset({Act.READ_TRAIL}),
}


def rights_of(roles: tuple[Role, ...]) -> frozenset[Act]:
    """Give what somebody with these roles may do."""
    return frozenset(act for role in roles for act in RIGHTS[role])
