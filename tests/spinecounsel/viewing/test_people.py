from spinecounsel.storage import Role
from spinecounsel.viewing.people import PersonFacts, people_view, role_words


def person(ident="a", **changes):
    fields = {
        "id": ident,
        "name": "Dr Ada",
        "title": "Surgeon",
        "roles": ("clinician", "administrator"),
        "temporary": False,
        "second_factor": False,
    }
    return PersonFacts(**(fields | changes))


def view(*people, own="a", keeps_people=True, has_code=True):
    return people_view(people, own=own, keeps_people=keeps_people, has_code=has_code)


def test_every_role_has_a_name_and_says_what_it_may_do():
    assert role_words().keys() == {str(role) for role in Role}
    assert all(title and sentence.endswith(".") for title, sentence in role_words().values())


def test_a_row_says_all_that_it_shows():
    (row,) = view(person(second_factor=True)).rows
    assert row.roles == "Clinician, Administrator"
    assert row.spoken == ("Dr Ada. Surgeon. Clinician, Administrator. You. Uses a second factor.")
    (row,) = view(person("b", name="", title="", temporary=True, roles=("nurse",))).rows
    assert row.spoken == "No name yet. Nurse. Has not chosen a passphrase yet."


def test_ones_own_second_factor_is_told_from_that_of_others():
    assert view(person(second_factor=True)).own_second_factor
    assert not view(person(), person("b", second_factor=True)).own_second_factor


def test_how_the_trail_comes_to_be_read_is_said_till_somebody_may():
    assert "role of auditor" in view(person()).trail
    assert view(person(), person("b", roles=("auditor",))).trail == ""
    assert view(person(), keeps_people=False).trail == ""


def test_a_vault_without_a_recovery_code_says_so():
    assert "no recovery code" in view(has_code=False).code
    assert "no recovery code" not in view().code
