// Everything that a format finds in a source.
import { expect } from 'vitest';
import type { FormatId } from '#contract/types/import.ts';
import { formats } from '#library/transfer/in/formats/list.ts';
import { emptyItem, type Found, type FoundItem } from '#library/transfer/in/found-item.ts';
import type { Source } from '#library/transfer/source/source.ts';
import { never } from './files.ts';
import type { SampleItem } from './sample.ts';

export async function readAll(id: FormatId, source: Source): Promise<Found[]> {
  const format = formats.find((one) => one.id === id);
  const all: Found[] = [];
  for await (const found of format?.read(source, never) ?? []) all.push(found);
  return all;
}

/** The items alone, with what they contain as text. */
export async function itemsOf(id: FormatId, source: Source): Promise<unknown[]> {
  const items = (await readAll(id, source)).flatMap((found) =>
    'item' in found ? [found.item] : [],
  );
  return Promise.all(items.map(shown));
}

async function shown(item: FoundItem): Promise<unknown> {
  if (item.content === null) return item;
  const { bytes } = await item.content.open(never);
  return { ...item, content: { kind: item.content.kind, text: Buffer.from(bytes).toString() } };
}

/** A sample's item with everything that it does not name. */
export const plain = ({ content, ...rest }: SampleItem): unknown => ({
  ...emptyItem,
  ...rest,
  content: content ? { kind: content.kind, text: expect.stringMatching(content.text) } : null,
});
