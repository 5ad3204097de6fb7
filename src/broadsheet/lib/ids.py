"""Random tokens and keyed hashes."""

import hashlib
import hmac
import secrets
from ipaddress import IPv6Address, ip_address, ip_network


def new_token() -> str:
    """256 random bits for a cookie or an idempotency key, as 43 URL-safe characters."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> str:
    """What is stored of a token, 64 hex digits. A token is random, so no salt is needed."""
    return hashlib.sha256(token.encode()).hexdigest()


def keyed_hash(secret: str, *parts: str) -> str:
    """A short fingerprint (32 hex digits) that cannot be computed without `secret`."""
    message = "\x1f".join(parts).encode()
    return hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()[:32]


def derived_token(secret: str, seed: str) -> str:
    """A token (64 hex digits) that is the same each time for one seed, and else unguessable."""
    return hmac.new(secret.encode(), f"token\x1f{seed}".encode(), hashlib.sha256).hexdigest()


def network_of(address: str) -> str:
    """The network an address belongs to: the address itself for IPv4, its /64 for IPv6.

    One household or rented machine usually holds a whole IPv6 /64. Raises ValueError on anything
    that is no address.
    """
    ip = ip_address(address)
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped:
            return str(ip.ipv4_mapped)
        return str(ip_network((ip, 64), strict=False))
    return str(ip)
