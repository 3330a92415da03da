"""What a mask leaves of a value is told apart from everything that a roster says."""

import pytest

from graph_schema.values import address, id_number, name, phone
from graph_schema.values.masked import HIDDEN, is_masked, last4


@pytest.mark.parametrize(
    "cell",
    [
        phone.mask_holder("19900005678"),
        phone.mask_holder("0719-0000101"),
        phone.mask_holder("12345"),
        phone.mask_resident("5678"),
        name.mask("张三丰"),
        name.mask("上官霞莲"),
        name.mask("John Smith"),
        address.mask_room("1"),
        address.mask_room(),
        id_number.MASK_ZH,
        id_number.MASK_EN,
        HIDDEN,
        "199****0001、*******0002",
        "张*\n李**",
        " 199****5678 ",
    ],
)
def test_every_mask_is_known_again(cell: str) -> None:
    assert is_masked(cell)


@pytest.mark.parametrize(
    "cell",
    ["", None, 3.0, "19900005678", "张三", "张三、李*", "*", "*姓名", "3*4", "2*3单元", "注：*为必填", "有，未校验"],
)
def test_nothing_else_is(cell: object) -> None:
    assert not is_masked(cell)


def test_the_digits_that_are_still_shown() -> None:
    assert last4("199****0001、*******0002") == ("0001", "0002")
    assert last4("张*") == last4("19900000001") == last4(HIDDEN) == ()
