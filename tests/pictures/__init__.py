"""Pictures of what an edition looks like, to be looked at; made by hand with `make pictures`, no part of the tests."""
