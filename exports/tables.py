"""The rows of a reading for machines."""

from readings import Reading


def as_csv(reading: Reading) -> bytes:
    """Pure data, UTF-8, with the columns `corte` and `fuente`."""
    return reading.data.write_csv().encode("utf-8")
