"""The lists that an edition brings along, and the register that is gathered from its texts."""

from edition.registers.document import REGISTER, register_document
from edition.registers.gathering import TextRecords, is_register, records_of
from edition.registers.lists import KINDS, read_persons, read_register
from edition.registers.rows import ListKind

__all__ = [
    "KINDS",
    "REGISTER",
    "ListKind",
    "TextRecords",
    "is_register",
    "read_persons",
    "read_register",
    "records_of",
    "register_document",
]
