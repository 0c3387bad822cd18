// What an import would do, found out by looking through the whole source. Writes nothing.
import { setImmediate as otherWork } from 'node:timers/promises';
import { LibraryError } from '#contract/errors.ts';
import type { FormatId, ImportCounts, ImportPlan, ImportSource } from '#contract/types/import.ts';
import type { TagName } from '#contract/types/tag.ts';
import { awaitsText } from '../../../articles/awaited-repo.ts';
import { makeshiftTitle } from '../../../clip/clip-source.ts';
import type { WriteContext } from '../../../context.ts';
import type { ImportFormat } from '../format.ts';
import type { Found } from '../found-item.ts';
import { findKnown } from './find-known.ts';
import { type ImportItem, judgeItem } from './judge-item.ts';
import { type Lacking, lackingOf } from './lacking.ts';
import { findAll, formatNamed, formatsOf, withSource } from './open-import.ts';

const MAX_SAMPLES = 10;
const MAX_UNREADABLE = 100;
/** Entries looked at between two pauses, some milliseconds. */
const AT_ONCE = 200;

/** @throws LibraryError unsupported_type (none of the formats), and as `openSource` */
export function planImport(
  context: WriteContext,
  {
    source,
    format: wanted,
  }: { readonly source: ImportSource; readonly format?: FormatId | undefined },
  signal: AbortSignal,
): Promise<ImportPlan> {
  return withSource(context.dir, source, signal, async (opened) => {
    const { fitting, isClear } = await formatsOf(opened.source, signal);
    const [best] = fitting;
    const format = wanted === undefined ? best : await formatNamed(wanted);
    if (!format) throw new Error('of the fitting formats there is one at least');
    const planning = planner(context);
    let looked = 0;
    for await (const found of findAll(opened, format, signal)) {
      planning.take(found);
      if (++looked % AT_ONCE !== 0) continue;
      context.emit({ kind: 'import-planning', source, counts: planning.counts });
      await otherWork();
      if (signal.aborted) throw new LibraryError('cancelled', 'This was cancelled.');
    }
    return {
      source,
      name: opened.source.name,
      bytes: opened.bytes,
      candidates: fitting.map(({ id }) => id),
      isClear,
      format: format.id,
      canImport: isImportable(format, planning.counts),
      ...planning.result(),
    };
  });
}

/** An empty library goes out and comes back as well. @param counts of all that is in the source */
export const isImportable = (
  { shared }: ImportFormat,
  { items, unreadable }: Pick<ImportCounts, 'items' | 'unreadable'>,
): boolean => items > 0 || (shared !== undefined && unreadable === 0);

function planner({ db, ports }: WriteContext) {
  const now = ports.clock.now();
  const counts: ImportCounts = {
    items: 0,
    known: 0,
    withText: 0,
    toFetch: 0,
    unreadable: 0,
    ignored: 0,
  };
  const merges = { articles: 0, tags: 0, collections: 0, highlights: 0, notes: 0, texts: 0 };
  const ignored = new Map<string, number>();
  const unreadable: ImportPlan['unreadable'] = [];
  const samples: ImportPlan['samples'] = [];
  /** Of this source: what comes again is known. */
  const seen = new Set<string>();

  function leaveOut(reason: string): void {
    counts.ignored++;
    ignored.set(reason, (ignored.get(reason) ?? 0) + 1);
  }

  function takeItem(item: ImportItem): void {
    const { urlKey, sourceUrl } = item.address;
    const id = findKnown(db, item);
    const isAgain = urlKey !== null && seen.has(urlKey);
    if (urlKey !== null) seen.add(urlKey);
    const known = id !== null || isAgain;
    const hasText = item.content !== null;
    counts.items++;
    counts.known += Number(known);
    counts.withText += Number(hasText);
    const lacksText = id === null ? !isAgain : awaitsText(db, id);
    counts.toFetch += Number(!hasText && sourceUrl !== null && lacksText);
    if (id !== null) add(lackingOf(db, id, item));
    if (samples.length === MAX_SAMPLES) return;
    const title =
      item.title ?? makeshiftTitle({ fileName: item.content?.name ?? null, url: sourceUrl });
    const { savedAt } = item;
    const tags: TagName[] = [...item.tags];
    samples.push({ title, url: sourceUrl, savedAt, tags, hasText, known });
  }

  function add(lacking: Lacking): void {
    const sum = Object.values(lacking).reduce((a, b) => a + b, 0);
    merges.articles += Number(sum > 0);
    for (const [kind, count] of Object.entries(lacking)) merges[kind as keyof Lacking] += count;
  }

  return {
    get counts(): ImportCounts {
      return { ...counts };
    },
    take(found: Found): void {
      if ('ignored' in found) leaveOut(found.ignored);
      else if ('problem' in found) {
        counts.unreadable++;
        if (unreadable.length < MAX_UNREADABLE) unreadable.push(found);
      } else {
        const item = judgeItem(found.item, [], now);
        if ('leftOut' in item) leaveOut(item.reason);
        else takeItem(item);
      }
    },
    result: () => ({
      counts,
      merges,
      ignored: [...ignored].map(([reason, count]) => ({ reason, count })),
      unreadable,
      samples,
    }),
  };
}
