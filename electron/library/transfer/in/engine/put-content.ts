// An item whose text the source holds: what is there goes the way of every clip, and nothing is asked of the network.
import { type ErrorCode, LibraryError } from '#contract/errors.ts';
import type { ClipResult } from '#contract/types/clip.ts';
import type { AssetHold } from '../../../clip/asset-keeper.ts';
import { clipPage } from '../../../clip/clip-page.ts';
import type { ClipSource } from '../../../clip/clip-source.ts';
import type { ClipWithin } from '../../../clip/clip-within.ts';
import { noCompanions } from '../../../clip/companions.ts';
import type { WriteContext } from '../../../context.ts';
import type { Fetcher } from '../../../ports.ts';
import type { FoundContent, OpenedContent } from '../found-item.ts';
import type { ImportItem } from './judge-item.ts';

/**
 * @param known the article that the item is
 * @param fetches whether pictures that the source does not hold are to be fetched later on
 * @throws LibraryError as `clipPage`, and where the content cannot be opened
 */
export async function putContent(
  context: WriteContext,
  openHold: () => AssetHold,
  {
    item,
    content,
    known,
    fetches,
    within,
  }: {
    readonly item: ImportItem;
    readonly content: FoundContent;
    readonly known: number | null;
    readonly fetches: boolean;
    readonly within: ClipWithin;
  },
  signal: AbortSignal,
): Promise<ClipResult> {
  const source = sourceOf(item, content, await content.open(signal));
  const fetcher = fetches ? later : never;
  const offline = { ...context, ports: { ...context.ports, fetcher, renderer: null } };
  const again = known === null ? null : { id: known, urlKey: item.address.urlKey };
  return clipPage(offline, openHold, source, signal, again, within);
}

export const sourceOf = (
  item: ImportItem,
  { kind, name }: FoundContent,
  { bytes, companions }: OpenedContent,
): ClipSource => ({
  bytes,
  ...kindOf(kind),
  charset: null,
  url: item.address.sourceUrl,
  fileName: name,
  openCompanion: companions ?? noCompanions,
  tags: [],
  allowHosts: [],
  // Whoever saved it has seen it.
  anyway: true,
});

function kindOf(kind: FoundContent['kind']): Pick<ClipSource, 'kind' | 'isWhole'> {
  if (kind === 'body') return { kind: 'html', isWhole: true };
  // Archives are pages as well, and a text is told from Markdown by its name.
  return { kind: kind === 'page' ? 'auto' : kind === 'markdown' ? 'text' : kind };
}

const failing = (code: ErrorCode, message: string): Fetcher => ({
  fetch: () => Promise.reject(new LibraryError(code, message)),
});
/** As if there was no network now: the pictures are tried again, one site after the other. */
const later = failing('offline', 'This picture waits for its turn.');
/** Given up until somebody asks for it. */
const never = failing('not_allowed', 'The import fetched nothing. Ask for the pictures again.');
