"""Pictures of what an edition looks like, to be looked at: made by `make pictures`, no part of the tests."""
