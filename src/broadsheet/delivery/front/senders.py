"""Who sends a request, seen through the proxies that the operator has named."""

from collections.abc import Iterable
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

Network = IPv4Network | IPv6Network


class Senders:
    """Raises ValueError on a proxy that is neither an address nor a network."""

    def __init__(self, trusted_proxies: Iterable[str]) -> None:
        self.trusted: tuple[Network, ...] = tuple(ip_network(each) for each in trusted_proxies)

    def address(self, peer: str, forwarded_for: bytes) -> str:
        """The nearest address that is no proxy of ours, reading X-Forwarded-For from its end.

        A header from anybody else is not believed: readers can write what they like into it.
        """
        if not self.is_trusted(peer):
            return peer
        hops = [hop.strip() for hop in forwarded_for.decode("latin-1").split(",")]
        for hop in reversed(hops):
            if not is_address(hop):
                break
            if not self.is_trusted(hop):
                return hop
        return peer

    def scheme(self, peer: str, forwarded_proto: bytes) -> str:
        told = forwarded_proto.decode("latin-1").rpartition(",")[2].strip().lower()
        return "https" if told == "https" and self.is_trusted(peer) else "http"

    def is_trusted(self, address: str) -> bool:
        if not self.trusted or not is_address(address):
            return False
        ip = ip_address(address)
        return any(ip in network for network in self.trusted if network.version == ip.version)


def is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
