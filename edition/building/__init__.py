"""Many sources at once: converted in parallel where that pays, then published in their order."""

from edition.building.converting import convert_all, convert_with
from edition.building.making import build_all
from edition.building.material import Built, Material
from edition.building.register import build_register

__all__ = ["Built", "Material", "build_all", "build_register", "convert_all", "convert_with"]
