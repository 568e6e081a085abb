"""The lists that an edition brings along, and the register that is gathered from its texts."""

from edition.registers.authorities import is_address, web_address
from edition.registers.document import REGISTER, register_document
from edition.registers.gathering import (
    MENTIONS,
    Key,
    TextRecords,
    is_register,
    key_of,
    name_words,
    pointers,
    records_of,
)
from edition.registers.ids import free_id
from edition.registers.lists import KINDS, read_persons, read_register
from edition.registers.rows import ListKind

__all__ = [
    "KINDS",
    "MENTIONS",
    "REGISTER",
    "Key",
    "ListKind",
    "TextRecords",
    "free_id",
    "is_address",
    "is_register",
    "key_of",
    "name_words",
    "pointers",
    "read_persons",
    "read_register",
    "records_of",
    "register_document",
    "web_address",
]
