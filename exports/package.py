"""A whole snapshot as one file."""

import io
import zipfile

from data.published import Snapshot


def zipped(snapshot: Snapshot) -> bytes:
    """The snapshot's folder as a ZIP, byte by byte as published."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(snapshot.folder.iterdir()):
            archive.write(path, f"{snapshot.name}/{path.name}")
    return buffer.getvalue()
