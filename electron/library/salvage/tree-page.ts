// One page of a b-tree (SQLite's file format, section 1.6): rows of a table, entries of an index, or the way to them.
import type { BrokenFile } from './broken-file.ts';
import { readRecord, readVarint, type Value } from './record.ts';

export interface TreePage {
  readonly isLeaf: boolean;
  /** Of an index, or of a table without row ids. */
  readonly isIndex: boolean;
  /** Pages below it. */
  readonly children: readonly number[];
  readonly rows: readonly StoredRow[];
}

export interface StoredRow {
  /** Of an entry of an index: 0. */
  readonly rowid: number;
  /** Null where the row goes on in pages that are destroyed. */
  read(): Value[] | null;
}

const INTERIOR_INDEX = 2;
const INTERIOR_TABLE = 5;
const LEAF_INDEX = 10;
const LEAF_TABLE = 13;

/** @returns null for what is no such page, or is not whole */
export function readTreePage(file: BrokenFile, number: number): TreePage | null {
  const bytes = file.page(number);
  if (!bytes) return null;
  const start = file.treeOffset(number);
  const kind = bytes[start];
  const isLeaf = kind === LEAF_INDEX || kind === LEAF_TABLE;
  const isIndex = kind === INTERIOR_INDEX || kind === LEAF_INDEX;
  if (!isLeaf && kind !== INTERIOR_INDEX && kind !== INTERIOR_TABLE) return null;
  const count = bytes.readUInt16BE(start + 3);
  const pointers = start + (isLeaf ? 8 : 12);
  if (pointers + count * 2 > bytes.byteLength) return null;

  const children: number[] = [];
  const rows: StoredRow[] = [];
  for (let index = 0; index < count; index++) {
    let at = bytes.readUInt16BE(pointers + index * 2);
    // One entry that is damaged does not take the others with it.
    if (at < pointers + count * 2 || at + 4 > bytes.byteLength) continue;
    if (!isLeaf) {
      children.push(bytes.readUInt32BE(at));
      at += 4;
      if (!isIndex) continue;
    }
    const row = storedRow(file, bytes, at, isIndex);
    if (row) rows.push(row);
  }
  if (count > 0 && rows.length + children.length === 0) return null;
  if (!isLeaf) children.push(bytes.readUInt32BE(start + 8));
  return { isLeaf, isIndex, children, rows };
}

function storedRow(
  file: BrokenFile,
  bytes: Buffer,
  at: number,
  isIndex: boolean,
): StoredRow | null {
  const size = readVarint(bytes, at);
  const rowid = isIndex ? size && ([0, size[1]] as const) : size && readVarint(bytes, size[1]);
  if (!size || !rowid || size[0] < 0) return null;
  const local = localSize(size[0], bytes.byteLength, isIndex);
  const start = rowid[1];
  const isWhole = local === size[0];
  if (start + local + (isWhole ? 0 : 4) > bytes.byteLength) return null;
  const first = isWhole ? 0 : bytes.readUInt32BE(start + local);
  return {
    rowid: rowid[0],
    read() {
      const rest = followChain(file, first, size[0] - local);
      return rest && readRecord(Buffer.concat([bytes.subarray(start, start + local), ...rest]));
    },
  };
}

/** How much of a row lies in the page itself, by the arithmetic of the format. */
function localSize(size: number, pageSize: number, isIndex: boolean): number {
  const most = isIndex ? Math.floor(((pageSize - 12) * 64) / 255) - 23 : pageSize - 35;
  if (size <= most) return size;
  const least = Math.floor(((pageSize - 12) * 32) / 255) - 23;
  const rest = least + ((size - least) % (pageSize - 4));
  return rest <= most ? rest : least;
}

/** The pages in which a row goes on. @returns null where one is missing, or they do not end where the row does */
function followChain(file: BrokenFile, first: number, size: number): Buffer[] | null {
  const parts: Buffer[] = [];
  let left = size;
  let next = first;
  while (left > 0) {
    const bytes = parts.length < file.pageCount ? file.page(next) : null;
    if (!bytes) return null;
    const part = bytes.subarray(4, 4 + Math.min(left, bytes.byteLength - 4));
    parts.push(part);
    left -= part.byteLength;
    next = bytes.readUInt32BE(0);
  }
  return size === 0 || next === 0 ? parts : null;
}
