// A zip inside another file: self-extracting pages are markup with a zip behind or in the middle of it, found as every
// program finds a zip, by the record at its end.

const END_SIGNATURE = 0x06054b50;
const DIRECTORY_SIGNATURE = 0x02014b50;
const END_LENGTH = 22;
/** A comment of a zip has 64 kB at most; what closes the markup around it comes on top. */
const LOOK_BACK = 64 * 1024 + 4096;

/** @returns the zip alone, from its first file to its end; null where there is none */
export function zipInside(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lowest = Math.max(0, bytes.length - LOOK_BACK);
  for (let at = bytes.length - END_LENGTH; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    const size = view.getUint32(at + 12, true);
    const said = view.getUint32(at + 16, true);
    const directory = at - size;
    // Counted from the beginning of the file or from that of the zip: programs differ.
    if (size === 0 || directory < said || view.getUint32(directory, true) !== DIRECTORY_SIGNATURE)
      continue;
    return bytes.subarray(directory - said, at + END_LENGTH + view.getUint16(at + 20, true));
  }
  return null;
}
