// A PDF that breaks off lacks its end, where it says which of its objects is the first to look at. That object is mostly
// there: it is found by what it calls itself, and the end is written anew.

/** How far a catalogue may be from the beginning of its object. */
const REACH = 4000;

/** @returns null where there is nothing to begin with */
export function withNewEnd(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // What is locked stays unreadable: how it is locked stood at its end as well.
  if (file.includes('/Standard') && /\/Filter\s*\/Standard\b/.test(file.toString('latin1'))) {
    return null;
  }
  const at = file.lastIndexOf('/Catalog');
  if (at < 0) return null;
  const before = file.toString('latin1', Math.max(0, at - REACH), at);
  const [, root] = /.*\b(\d{1,10}\s+\d{1,5})\s+obj\b/s.exec(before) ?? [];
  if (root === undefined) return null;
  const end = `\ntrailer\n<< /Root ${root} R >>\nstartxref\n0\n%%EOF\n`;
  return Uint8Array.from(Buffer.concat([file, Buffer.from(end, 'latin1')]));
}
