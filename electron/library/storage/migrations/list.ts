// Every migration there is, oldest first. Append only.
import type { Migration } from '../migrate.ts';
import { firstSchema } from './0010-first-schema.ts';
import { searchIndex } from './0020-search-index.ts';
import { marks } from './0030-marks.ts';
import { clipJobs } from './0040-clip-jobs.ts';
import { keptContent } from './0060-kept-content.ts';
import { pdfSnapshots } from './0070-pdf-snapshots.ts';
import { duplicates } from './0080-duplicates.ts';
import { blockEdits } from './0090-block-edits.ts';
import { missingPictures } from './0100-missing-pictures.ts';
import { snapshotParts } from './0110-snapshot-parts.ts';
import { snapshotSheets } from './0120-snapshot-sheets.ts';
import { renderedSnapshots } from './0130-rendered-snapshots.ts';
import { indexFields } from './0140-index-fields.ts';
import { contentFacts } from './0145-content-facts.ts';
import { tagOrder } from './0160-tag-order.ts';
import { libraryId } from './0170-library-id.ts';
import { collections } from './0190-collections.ts';
import { home } from './0195-home.ts';
import { listFacts } from './0210-list-facts.ts';
import { deletedArticles } from './0220-deleted-articles.ts';
import { scrub } from './0230-scrub.ts';
import { imports } from './0240-imports.ts';
import { network } from './0250-network.ts';
import { watchedFiles } from './0260-watched-files.ts';
import { completingJobs } from './0270-completing-jobs.ts';
import { indexLots } from './0280-index-lots.ts';
import { shownChanges } from './0290-shown-changes.ts';

export const migrations: readonly Migration[] = [
  firstSchema,
  searchIndex,
  marks,
  clipJobs,
  keptContent,
  pdfSnapshots,
  duplicates,
  blockEdits,
  missingPictures,
  snapshotParts,
  snapshotSheets,
  renderedSnapshots,
  indexFields,
  contentFacts,
  tagOrder,
  libraryId,
  collections,
  home,
  listFacts,
  deletedArticles,
  scrub,
  imports,
  network,
  watchedFiles,
  completingJobs,
  indexLots,
  shownChanges,
];
