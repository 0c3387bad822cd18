// Which page of a broken database belongs to which table: by the way from the root, as far as that is there.
import type { BrokenFile } from './broken-file.ts';
import type { Value } from './record.ts';
import { readTreePage, type StoredRow } from './tree-page.ts';

export interface PageMap {
  /** Pages with rows of a table, or entries of an index, in order; empty where its root is not known. */
  pagesOf(name: string): readonly number[];
  /** Whether the way to all of its pages is there. */
  isWhole(name: string): boolean;
  /** Pages with rows to which no way leads, and that are not known to be free. */
  readonly orphans: readonly number[];
  /** Pages that should be there and cannot be read. */
  readonly destroyed: number;
}

/** Where the list of tables begins, in every database. */
const SCHEMA_ROOT = 1;
const FIRST_FREE_AT = 32;

interface Tree {
  readonly pages: number[];
  isWhole: boolean;
}

export function mapPages(file: BrokenFile): PageMap {
  const reached = new Uint8Array(file.pageCount + 1);
  const free = freePages(file);
  const trees = new Map<string, Tree>();
  let destroyed = 0;
  const walk = (root: number): Tree => {
    const found = walkTree(file, root, reached);
    destroyed += found.destroyed;
    return found;
  };

  const schema = walk(SCHEMA_ROOT);
  // The list itself may have lost the way to its pages: they are told by what stands in them.
  if (!schema.isWhole) schema.pages.push(...findSchemaPages(file, reached, free));
  for (const page of schema.pages) {
    for (const row of readTreePage(file, page)?.rows ?? []) {
      const entry = toSchemaEntry(row.read());
      if (entry) trees.set(entry.name, walk(entry.root));
    }
  }
  const orphans: number[] = [];
  for (let number = 1; number <= file.pageCount; number++) {
    if (reached[number] || free.has(number)) continue;
    const page = readTreePage(file, number);
    if (page && page.rows.length > 0) orphans.push(number);
  }
  return {
    pagesOf: (name) => trees.get(name)?.pages ?? [],
    isWhole: (name) => trees.get(name)?.isWhole ?? false,
    orphans,
    destroyed,
  };
}

function walkTree(
  file: BrokenFile,
  root: number,
  reached: Uint8Array,
): Tree & { destroyed: number } {
  const pages: number[] = [];
  let destroyed = 0;
  const ahead = [root];
  for (let number = ahead.pop(); number !== undefined; number = ahead.pop()) {
    if (!(number >= 1 && number <= file.pageCount)) {
      destroyed++;
      continue;
    }
    if (reached[number]) continue;
    const page = readTreePage(file, number);
    reached[number] = 1;
    if (!page) {
      destroyed++;
      continue;
    }
    if (page.rows.length > 0) pages.push(number);
    ahead.push(...page.children.toReversed());
  }
  return { pages, isWhole: destroyed === 0, destroyed };
}

function findSchemaPages(
  file: BrokenFile,
  reached: Uint8Array,
  free: ReadonlySet<number>,
): number[] {
  const found: number[] = [];
  for (let number = 1; number <= file.pageCount; number++) {
    if (reached[number] || free.has(number)) continue;
    const page = readTreePage(file, number);
    if (page?.isIndex !== false || !isSchemaRow(page.rows[0])) continue;
    reached[number] = 1;
    found.push(number);
  }
  return found;
}

function isSchemaRow(row: StoredRow | undefined): boolean {
  const values = row?.read();
  return values?.length === 5 && /^(table|index|trigger|view)$/.test(String(values[0]));
}

/** Triggers and virtual tables have no root of their own. */
function toSchemaEntry(values: Value[] | null): { name: string; root: number } | null {
  const name = values?.[1];
  const root = values?.[3];
  if (typeof name !== 'string' || typeof root !== 'number' || root < 1) return null;
  return { name, root };
}

/** Pages that are free hold rows of long ago: those are not to come back. */
function freePages(file: BrokenFile): Set<number> {
  const free = new Set<number>();
  let trunk = file.page(SCHEMA_ROOT)?.readUInt32BE(FIRST_FREE_AT) ?? 0;
  while (trunk >= 1 && !free.has(trunk)) {
    const bytes = file.page(trunk);
    if (!bytes) break;
    free.add(trunk);
    const count = Math.min(bytes.readUInt32BE(4), bytes.byteLength / 4 - 2);
    for (let index = 0; index < count; index++) free.add(bytes.readUInt32BE(8 + index * 4));
    trunk = bytes.readUInt32BE(0);
  }
  return free;
}
