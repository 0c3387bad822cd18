// The page of the next entry is read while the one before is written: the one keeps the parse process busy, the other the disk.
import { isDeepStrictEqual } from 'node:util';
import type { PageInput, ParsedPage } from '#contract/page.ts';
import { findIdBySnapshotAsset } from '../../../articles/article-repo.ts';
import { toPageInput } from '../../../clip/clip-source.ts';
import type { WriteContext } from '../../../context.ts';
import type { PageParser } from '../../../ports.ts';
import { assetNameOf } from '../../../storage/asset-store.ts';
import type { FoundContent } from '../found-item.ts';
import type { ImportItem } from './judge-item.ts';
import { sourceOf } from './put-content.ts';

export interface PagesAhead {
  /** Opens the content of an item and has it read. What fails is told to whoever opens or reads it then. */
  begin(item: ImportItem, content: FoundContent, signal: AbortSignal): FoundContent;
  /** Knows what was read ahead. */
  readonly parser: PageParser;
}

interface Reading {
  readonly input: PageInput;
  readonly page: Promise<ParsedPage>;
}

export function pagesAhead({ db, ports }: Pick<WriteContext, 'db' | 'ports'>): PagesAhead {
  const readings = new WeakMap<Uint8Array, Reading>();

  async function open(item: ImportItem, content: FoundContent, signal: AbortSignal) {
    const opened = await content.open(signal);
    // What is here already is not going to be read.
    if (findIdBySnapshotAsset(db, assetNameOf(opened.bytes, 'bin')) === null) {
      const input = toPageInput(sourceOf(item, content, opened));
      readings.set(opened.bytes, { input, page: unheard(ports.parser.read(input, signal)) });
    }
    return opened;
  }

  return {
    begin(item, content, signal) {
      const opened = unheard(open(item, content, signal));
      return { ...content, open: () => opened };
    },
    parser: {
      read(input, signal) {
        const reading = readings.get(input.bytes);
        return reading && isSame(reading.input, input)
          ? reading.page
          : ports.parser.read(input, signal);
      },
    },
  };
}

/** The bytes are the same already, and may be many. */
const isSame = (one: PageInput, other: PageInput): boolean =>
  isDeepStrictEqual({ ...one, bytes: null }, { ...other, bytes: null });

/** Its failure is not a fault of the program while nobody waits for it yet. */
function unheard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
