"""Counts text messages for TestUnits: a JSON list of texts in, for each its units
and its parts out. The table is that of 3GPP TS 23.038, 6.2.1, column by column."""

import json
import sys

BASIC = (
    "@\u00a3$\u00a5\u00e8\u00e9\u00f9\u00ec\u00f2\u00c7\n\u00d8\u00f8\r\u00c5\u00e5"  # 0x00
    "\u0394_\u03a6\u0393\u039b\u03a9\u03a0\u03a8\u03a3\u0398\u039e\x1b\u00c6\u00e6\u00df\u00c9"  # 0x10
    " !\"#\u00a4%&'()*+,-./"  # 0x20
    "0123456789:;<=>?"  # 0x30
    "\u00a1ABCDEFGHIJKLMNO"  # 0x40
    "PQRSTUVWXYZ\u00c4\u00d6\u00d1\u00dc\u00a7"  # 0x50
    "\u00bfabcdefghijklmno"  # 0x60
    "pqrstuvwxyz\u00e4\u00f6\u00f1\u00fc\u00e0"  # 0x70
)
ESCAPE = 0x1B
EXTENSION = {0x0A: "\f", 0x14: "^", 0x28: "{", 0x29: "}", 0x2F: "\\", 0x3C: "[", 0x3D: "~", 0x3E: "]", 0x40: "|", 0x65: "\u20ac"}

assert len(BASIC) == 128
septets = {c: bytes([i]) for i, c in enumerate(BASIC) if i != ESCAPE}
septets |= {c: bytes([ESCAPE, i]) for i, c in EXTENSION.items()}


def encode(text):
    """The characters of a message as it is sent, and the room of one and of a part."""
    if all(c in septets for c in text):
        return [septets[c] for c in text], 160, 153
    # UCS-2 is sent as UTF-16: two bytes a unit.
    return [c.encode("utf-16-be") for c in text], 140, 134


def count(text):
    chars, alone, room = encode(text)
    total = sum(map(len, chars))
    if total <= alone:
        parts = 1
    else:
        parts, used = 1, 0
        for c in chars:
            if used + len(c) > room:
                parts, used = parts + 1, 0
            used += len(c)
    return [total if alone == 160 else len(text.encode("utf-16-be")) // 2, parts]


print(json.dumps([count(t) for t in json.load(sys.stdin)]))
