import pytest

from broadsheet.lib.ids import derived_token, keyed_hash, network_of, new_token, token_hash


def test_it_works() -> None:
    tokens = {new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert all(len(token) == 43 for token in tokens)


def test_what_is_stored_of_a_token_does_not_tell_it() -> None:
    assert len(token_hash("key")) == 64
    assert token_hash("key") != token_hash("kez")


def test_a_derived_token_needs_secret_and_seed() -> None:
    token = derived_token("secret", "seed")
    assert token == derived_token("secret", "seed")
    assert token not in {derived_token("secret", "other"), derived_token("other", "seed")}


def test_the_parts_of_a_keyed_hash_do_not_run_together() -> None:
    assert keyed_hash("secret", "ab", "c") != keyed_hash("secret", "a", "bc")
    assert keyed_hash("secret", "ab") != keyed_hash("other", "ab")


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
    ],
)
def test_a_household_is_one_network(address: str, network: str) -> None:
    assert network_of(address) == network


@pytest.mark.parametrize("address", ["", "unknown", "192.0.2", "192.0.2.7, 192.0.2.8", "a\nb"])
def test_no_address_has_no_network(address: str) -> None:
    with pytest.raises(ValueError, match="does not appear to be"):
        network_of(address)
