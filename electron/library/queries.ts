// Every query of the contract with its handler, room by room. Runs in reader threads, and wherever a library is only read.
import { libraryContract } from '#contract/library.ts';
import { articleQueries } from './articles/article-queries.ts';
import { backupQueries } from './backups/backup-service.ts';
import { callsOf } from './calls.ts';
import { checkQueries } from './check/check-service.ts';
import type { Answers, QueryName, ReadContext } from './context.ts';
import { duplicateQueries } from './duplicates/duplicate-queries.ts';
import { firstQueries } from './first-queries.ts';
import { highlightQueries } from './highlights/highlight-queries.ts';
import { homeQueries } from './home/home-queries.ts';
import { jobQueries } from './jobs/clip-jobs.ts';
import { journalQueries } from './journal/journal-service.ts';
import { linkQueries } from './links/link-queries.ts';
import { networkQueries } from './network/network-service.ts';
import { noteQueries } from './notes/note-service.ts';
import { pictureQueries } from './pictures/picture-queries.ts';
import { readingQueries } from './reading/reading-queries.ts';
import { savedSearchQueries } from './saved-searches/saved-search-service.ts';
import { indexQueries } from './search/index-commands.ts';
import { searchQueries } from './search/search-service.ts';
import { reExtractionQueries } from './snapshots/re-extract.ts';
import { snapshotQueries } from './snapshots/snapshot-queries.ts';
import { tagQueries } from './tags/tag-service.ts';
import { importQueries } from './transfer/in/import-service.ts';
import { storageQueries } from './usage/use-service.ts';
import { watchQueries } from './watch/watch-service.ts';

export const queryContract = callsOf(libraryContract, 'query');

export function libraryQueries(context: ReadContext): Answers<QueryName> {
  return {
    ...firstQueries(context),
    ...articleQueries(context),
    ...homeQueries(context),
    ...snapshotQueries(context),
    ...reExtractionQueries(context),
    ...duplicateQueries(context),
    ...highlightQueries(context),
    ...noteQueries(context),
    ...linkQueries(context),
    ...readingQueries(context),
    ...tagQueries(context),
    ...searchQueries(context),
    ...savedSearchQueries(context),
    ...indexQueries(context),
    ...journalQueries(context),
    ...watchQueries(context),
    ...networkQueries(context),
    ...jobQueries(context),
    ...pictureQueries(context),
    ...backupQueries(context),
    ...importQueries(context),
    ...storageQueries(context),
    ...checkQueries(context),
  };
}
