"""Bytes made smaller come back, however many they are."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.run.squeeze import squeezed


@given(st.binary(max_size=300))
def test_few_bytes_come_back(content: bytes) -> None:
    assert zlib.decompress(squeezed(content)) == content


@pytest.mark.parametrize("size", [4_000, 8_192, 8_193, 100_000])
@pytest.mark.parametrize("period", [2, 251, 5_003])
def test_many_bytes_come_back_as_less(size: int, period: int) -> None:
    content = bytes((at % period) * 7 % 256 for at in range(size))

    packed = squeezed(content)

    assert zlib.decompress(packed) == content
    assert len(packed) < max(len(content) // 3, 400)
