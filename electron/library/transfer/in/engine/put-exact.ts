// An article of a full export that is new here: it comes as it was, with everything that belongs to it.
import type { AssetName } from '#contract/types/asset.ts';
import type { Problem } from '#contract/types/problem.ts';
import type { AssetHold } from '../../../clip/asset-keeper.ts';
import type { WriteContext } from '../../../context.ts';
import type { RowChange } from '../../../journal/rows.ts';
import { assetPathIn } from '../../exact/asset-path-in.ts';
import { prepareExactArticle } from '../../exact/prepare-article.ts';
import { insertExactArticle } from '../../exact/put-article.ts';
import type { SharedIds } from '../../exact/put-shared.ts';
import type { FoundItem } from '../found-item.ts';
import type { ImportWriter } from './import-writer.ts';
import { type Entry, made, rowOf } from './put-item.ts';
import { putMarks } from './put-marks.ts';
import type { StoredRun } from './run-repo.ts';

export type Exact = NonNullable<FoundItem['exact']>;

/** @throws LibraryError as `prepareExactArticle`, and as the writer */
export async function putExact(
  context: WriteContext,
  openHold: () => AssetHold,
  given: {
    readonly entry: Entry;
    readonly exact: Exact;
    readonly shared: SharedIds;
    readonly run: StoredRun;
    readonly writer: ImportWriter;
  },
  signal: AbortSignal,
): Promise<void> {
  const { entry, exact, shared, run, writer } = given;
  const { item } = entry;
  const hold = openHold();
  try {
    const prepared = await prepareExactArticle(context.ports.parser, exact, hold, signal);
    writer.write((part) => {
      const id = insertExactArticle(context, prepared.exact, {
        shared,
        fetches: run.fetch,
        record: part.record,
      });
      const further = { ...item, tags: run.tags, collections: [], highlights: [], note: '' };
      putMarks(context, id, further, { record: part.record, isNew: true });
      part.record(item.trashed ? madeInTrash(exact, id) : made(context, id));
      part.row(rowOf(entry, 'imported', id, lacking(prepared.missing)), []);
    });
  } finally {
    await hold.release();
  }
}

/** Undo leaves it there; but what it carries is nothing that anybody needs. */
function madeInTrash({ article }: Exact, id: number): RowChange {
  const { trashed_at } = article.article;
  return { table: 'article', key: { id }, before: { trashed_at }, after: { trashed_at } };
}

const MOST_NAMED = 3;

function lacking(files: readonly AssetName[]): Problem | null {
  if (files.length === 0) return null;
  const named = files.slice(0, MOST_NAMED).map(assetPathIn).join(', ');
  const others = files.length > MOST_NAMED ? `, and ${files.length - MOST_NAMED} more` : '';
  return {
    code: 'not_found',
    message: `Files that belong to it are missing from the export, or damaged: ${named}${others}.`,
  };
}
