"""Files that come in and go out: the only place where texts are opened and results are written."""

from edition.files.inputs import STDIN, Input, find_inputs, read_input
from edition.files.outputs import Outputs, Written, replace_whole

__all__ = ["STDIN", "Input", "Outputs", "Written", "find_inputs", "read_input", "replace_whole"]
