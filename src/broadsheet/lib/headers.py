"""The security headers of everything a reader gets, from a file or from Django."""

import re

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "media-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'self'",
    )
)

# The one kind of page that may stand in a frame on somebody else's page. It has no form and no script.
FRAMED_POLICY = CONTENT_SECURITY_POLICY.replace("frame-ancestors 'self'", "frame-ancestors *")
FRAMED_ADDRESS = re.compile(r"/claims/[^/]+/embed/\Z")


def page_policy(address: str) -> str:
    """The Content-Security-Policy of the page at an address."""
    return FRAMED_POLICY if FRAMED_ADDRESS.match(address) else CONTENT_SECURITY_POLICY


def security_headers(*, https: bool) -> dict[str, str]:
    """Header names and values; `https` adds the promise to stay on https for a year."""
    headers = {
        "Content-Security-Policy": CONTENT_SECURITY_POLICY,
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        # The origin stays on our own form posts: they are checked by it.
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "X-Content-Type-Options": "nosniff",
    }
    if https:
        headers["Strict-Transport-Security"] = "max-age=31536000"
    return headers
