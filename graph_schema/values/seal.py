"""What must not stand in clear: sealed to be opened again, and digested to be found again."""

import base64
import binascii
import hmac
import os
from functools import cached_property
from typing import Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from graph_schema.errors import SettingsError

Purpose = Literal["phone", "id"]
_SHORTEST_KEY = 32
_NONCE = 12


class Seal:
    """The office's key at work. Ciphers differ each time (AES-GCM); digests are the same each time (HMAC-SHA-256)."""

    def __init__(self, key: bytes) -> None:
        if len(key) < _SHORTEST_KEY:
            raise SettingsError(
                f"密钥太短：至少 {_SHORTEST_KEY} 字节。请重新生成密钥文件。",
                f"The key is too short: it needs {_SHORTEST_KEY} bytes or more. Make the key file anew.",
            )
        self._key = key

    @cached_property
    def _cipher(self) -> AESGCM:
        return AESGCM(_derived(self._key, b"lianhu seal"))

    @cached_property
    def _digest_key(self) -> bytes:
        return _derived(self._key, b"lianhu digest")

    def seal(self, text: str) -> str:
        """The text as a token that only the same key opens."""
        nonce = os.urandom(_NONCE)
        return base64.urlsafe_b64encode(nonce + self._cipher.encrypt(nonce, text.encode(), None)).decode()

    def open(self, token: str) -> str:
        """The text of a token. Raises SettingsError where the key is another, or the token was changed."""
        try:
            raw = base64.b64decode(token.encode(), altchars=b"-_", validate=True)
            return self._cipher.decrypt(raw[:_NONCE], raw[_NONCE:], None).decode()
        except (InvalidTag, binascii.Error, ValueError) as error:
            raise SettingsError(
                "密文打不开：密钥不是当初加密用的那一把，或密文被改动。请恢复原来的密钥文件。",
                "The cipher does not open: the key is not the one it was sealed with, or it was changed. "
                "Restore the original key file.",
            ) from error

    def digest(self, text: str, purpose: Purpose) -> str:
        """The same 64 hexadecimal digits for the same text and purpose; a phone's never equals an ID number's."""
        return hmac.digest(self._digest_key, f"{purpose}:{text}".encode(), "sha256").hex()


def _derived(key: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(key)
