#!/usr/bin/env python3
"""Judges a signed note of a book: its signatures by their keys, its root by the book's records.

Usage: checkpoint.py BOOK NOTE KEY [KEY ...]. Prints `SIZE GROWN SIGNATURES` and exits 0, or says what is
wrong and exits 1. It shares no code with the program: Ed25519 is written here from RFC 8032, the tree
from the definition of RFC 6962; the standard library is all it needs.
"""
import base64
import hashlib
import sqlite3
import sys

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def fail(text):
    print(text)
    sys.exit(1)


def add(one, two):
    a = (one[1] - one[0]) * (two[1] - two[0]) % P
    b = (one[1] + one[0]) * (two[1] + two[0]) % P
    c = 2 * one[3] * two[3] * D % P
    d = 2 * one[2] * two[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number, point):
    result = (0, 1, 1, 0)
    while number:
        if number & 1:
            result = add(result, point)
        point = add(point, point)
        number >>= 1
    return result


def same(one, two):
    return (one[0] * two[2] - two[0] * one[2]) % P == 0 and (one[1] * two[2] - two[1] * one[2]) % P == 0


def with_x(y, sign):
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


def point(data):
    number = int.from_bytes(data, "little")
    return with_x(number & ((1 << 255) - 1), number >> 255)


BASE = with_x(4 * pow(5, P - 2, P) % P, 0)


def signed(key, text, signature):
    if len(key) != 32 or len(signature) != 64:
        return False
    own, commitment = point(key), point(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if own is None or commitment is None or scalar >= ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + key + text).digest()
    challenge = int.from_bytes(digest, "little") % ORDER
    return same(times(scalar, BASE), add(commitment, times(challenge, own)))


def root(leaves):
    if len(leaves) < 2:
        return leaves[0] if leaves else hashlib.sha256().digest()
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + root(leaves[:half]) + root(leaves[half:])).digest()


def main(book, note, keys):
    known = {}
    for key in keys:
        name, digest, encoded = key.split("+", 2)
        data = base64.b64decode(encoded, validate=True)
        expected = hashlib.sha256(name.encode() + b"\n" + data).digest()[:4]
        if data[0] != 1 or expected.hex() != digest:
            fail(f"{name}: the key's hash is not its own")
        known[name.encode(), expected] = data[1:]
    data = open(note, "rb").read()
    text, lines = data.rsplit(b"\n\n", 1)
    text += b"\n"
    verified = 0
    for line in lines.decode().splitlines():
        dash, name, encoded = line.split(" ")
        data = base64.b64decode(encoded, validate=True)
        key = known.get((name.encode(), data[:4]))
        if dash != "\u2014" or key is None:
            fail(f"{name}: no such key was given")
        if not signed(key, text, data[4:]):
            fail(f"{name}: the signature is not over this text")
        verified += 1
    origin, size, encoded = text.decode().splitlines()
    records = sqlite3.connect(f"file:{book}?mode=ro", uri=True)
    records.text_factory = bytes
    leaves = [
        hashlib.sha256(b"\0" + record).digest()
        for (record,) in records.execute("SELECT record FROM journal ORDER BY number")]
    if root(leaves[:int(size)]) != base64.b64decode(encoded, validate=True):
        fail(f"{origin}: the first {size} records do not come to its root")
    print(size, len(leaves) - int(size), verified)


main(sys.argv[1], sys.argv[2], sys.argv[3:])
