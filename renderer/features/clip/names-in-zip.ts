// The names of what is in a zip, read from its end alone: to tell what it is for, never to open it.

/** The directory's end, and the longest remark that may follow. */
const END_BYTES = 22;
const TAIL_BYTES = END_BYTES + 0xffff;
const END_SIGN = 0x06054b50;
const ENTRY_SIGN = 0x02014b50;
const ENTRY_BYTES = 46;
/** Of a million names; more are not looked at here. */
const MAX_DIRECTORY_BYTES = 64 * 1024 * 1024;

/** @returns null where it cannot be told */
export async function namesInZip(file: Blob): Promise<string[] | null> {
  const tail = await viewOf(file.slice(Math.max(0, file.size - TAIL_BYTES)));
  let end = tail.byteLength - END_BYTES;
  while (end >= 0 && tail.getUint32(end, true) !== END_SIGN) end--;
  if (end < 0) return null;
  const size = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  if (size > MAX_DIRECTORY_BYTES || start + size > file.size) return null;
  const directory = await viewOf(file.slice(start, start + size));
  const decoder = new TextDecoder();
  const names: string[] = [];
  let at = 0;
  while (at + ENTRY_BYTES <= directory.byteLength && directory.getUint32(at, true) === ENTRY_SIGN) {
    const length = directory.getUint16(at + 28, true);
    const more = directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
    if (at + ENTRY_BYTES + length > directory.byteLength) return null;
    names.push(decoder.decode(new Uint8Array(directory.buffer, at + ENTRY_BYTES, length)));
    at += ENTRY_BYTES + length + more;
  }
  return names;
}

const viewOf = async (part: Blob): Promise<DataView<ArrayBuffer>> =>
  new DataView(await part.arrayBuffer());
