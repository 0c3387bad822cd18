// Whether a text is one that an article has already: in what it shows, or in another of its versions.
import { findReaderText } from '../articles/content-repo.ts';
import type { WriteContext } from '../context.ts';
import { type ContentKey, findKeptTexts, findKeyInUse } from '../snapshots/content-rows.ts';
import type { ReadDb } from '../storage/database.ts';
import { EXTRACTOR_VERSION } from './page/extractor-version.ts';
import { readSnapshot } from './read-snapshot.ts';
import type { EditedPage } from './replace-content.ts';
import { findSnapshotInUse } from './snapshot-repo.ts';

/** What today's page reader makes of the page that an article shows. */
export interface PageToday {
  readonly snapshotId: number;
  readonly page: EditedPage;
}

/**
 * For an article that an earlier page reader made: its text beside that of a new clip would differ by the reader, not by the
 * page.
 * @returns null where the stored text is of today, or cannot be made anew
 */
export async function pageOfToday(
  context: WriteContext,
  articleId: number,
  signal: AbortSignal,
): Promise<PageToday | null> {
  const key = findKeyInUse(context.db, articleId);
  if (key === null || key.extractorVersion >= EXTRACTOR_VERSION) return null;
  const snapshot = findSnapshotInUse(context.db, articleId);
  if (!snapshot) return null;
  try {
    return { snapshotId: snapshot.id, page: await readSnapshot(context, snapshot, signal) };
  } catch (error) {
    if (signal.aborted) throw error;
    return null;
  }
}

/** White space counts for nothing. */
export function isKnownText(
  db: ReadDb,
  articleId: number,
  text: string,
  today: PageToday | null,
): boolean {
  const inUse = findKeyInUse(db, articleId);
  const known = [
    findReaderText(db, articleId),
    today && today.snapshotId === inUse?.snapshotId ? today.page.readerText : null,
    ...findKeptTexts(db, articleId).map(({ text: kept }) => kept),
  ];
  const wanted = squeezed(text);
  return known.some((one) => one !== null && squeezed(one) === wanted);
}

/** Whether what an article shows begins with a text, and goes on. */
export function isBeginning(
  db: ReadDb,
  articleId: number,
  text: string,
  today: PageToday | null,
): boolean {
  const shown = [findReaderText(db, articleId), today?.page.readerText ?? null];
  const wanted = squeezed(text);
  return shown.some((one) => one !== null && squeezed(one).startsWith(wanted));
}

/** The content that was put aside and has this text; null where none has. */
export function findKeptWith(db: ReadDb, articleId: number, text: string): ContentKey | null {
  const wanted = squeezed(text);
  const found = findKeptTexts(db, articleId).find((kept) => squeezed(kept.text) === wanted);
  return found?.key ?? null;
}

const squeezed = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
