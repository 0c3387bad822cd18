// THE table of calls that a library answers. Handlers, client, web host and command line all follow from it.
import { z } from 'zod';
import { command, query } from './define.ts';
import { firstCalls } from './first.ts';
import { OriginalPage } from './page.ts';
import { exportCalls, importCalls, namesFile } from './transfer.ts';
import { Anchor } from './types/anchor.ts';
import { Article, ArticleDetails, ReaderContent, ReadingStatus, Reread } from './types/article.ts';
import { ArticlesOrAll } from './types/articles-or-all.ts';
import { AssetName } from './types/asset.ts';
import { BackupDifference, BackupList, BackupName, MadeBackup, Restored } from './types/backup.ts';
import { BlockAddress, PageContents } from './types/block.ts';
import {
  ClipCapture,
  ClipFile,
  ClipPasted,
  ClipPath,
  ClipResult,
  ClipUrl,
  ClipZip,
  ClipZipPath,
  ZipClip,
} from './types/clip.ts';
import { CollectionName, CollectionUid } from './types/collection.ts';
import { Comparison } from './types/comparison.ts';
import { CaughtUp, Duplicate, DuplicateGroups } from './types/duplicate.ts';
import { CheckedPart, Health } from './types/health.ts';
import {
  Highlight,
  HighlightColour,
  HighlightFilter,
  HighlightFormat,
  HighlightPage,
  HighlightSort,
  HighlightsOfArticle,
  HighlightUid,
} from './types/highlight.ts';
import { Home } from './types/home.ts';
import { ArticleUid, HttpUrl, StepUid } from './types/ids.ts';
import { ClipJob, JobUid } from './types/job.ts';
import { Change, History, JournalState } from './types/journal.ts';
import { CheckReport } from './types/library-info.ts';
import { BacklinkPage, SavedLink, WantedPages } from './types/link.ts';
import { MissingPicture, StoredPicture } from './types/missing-picture.ts';
import { NetworkPage, NetworkReason, NetworkSummary, SentRequest } from './types/network.ts';
import { Note } from './types/note.ts';
import { Pace } from './types/pace.ts';
import { OutdatedPage, ReExtractions } from './types/re-extraction.ts';
import { Repair } from './types/repair.ts';
import {
  SavedQuery,
  SavedSearchCount,
  SavedSearchName,
  SavedSearchUid,
} from './types/saved-search.ts';
import {
  Completions,
  IndexState,
  MAX_OFFSET,
  MAX_QUERY_LENGTH,
  QueryPart,
  RelatedArticle,
  SearchPage,
  Suggestion,
} from './types/search.ts';
import { ArticleType, Settings, SettingsChange } from './types/settings.ts';
import { Snapshot, SnapshotUid } from './types/snapshot.ts';
import { CleanedUp, StorageUse } from './types/storage-use.ts';
import { SuggestedTag, TagAmong, TagColour, TagName, TagUid } from './types/tag.ts';
import { WatchEnd, WatchState } from './types/watch.ts';

const nothing = z.object({});
const article = z.object({ uid: ArticleUid });
const highlights = z.object({ uids: z.array(HighlightUid).min(1).max(10_000) });
const jobs = z.object({ uids: z.array(JobUid).min(1).max(10_000) });
const highlight = z.object({ uid: HighlightUid });
const collection = z.object({ uid: CollectionUid });
const savedSearch = z.object({ uid: SavedSearchUid });
/** Without words, the handler says so in a sentence. Context and offsets are foreign as well. */
const marked = Anchor.extend({
  quote: z.string(),
  prefix: z.string().max(10_000),
  suffix: z.string().max(10_000),
});
/** A large table that was left out has some hundred. */
const blocks = article.extend({ blocks: z.array(BlockAddress).min(1).max(10_000) });
const FilePath = z.string().min(1).max(10_000);
const restoring = z.object({ anyLibrary: z.boolean().default(false) });
const cursor = z.string().max(2000).optional();

export const libraryContract = {
  ...firstCalls,

  'clip.fromFile': command(ClipFile, ClipResult),
  'clip.fromPath': command(ClipPath, ClipResult),
  'clip.fromPasted': command(ClipPasted, ClipResult),
  'clip.fromUrl': command(ClipUrl, ClipResult),
  'clip.fromCapture': command(ClipCapture, ClipResult),
  /** Every page in it; what cannot be clipped of it is among the answers. */
  'clip.fromZip': command(ClipZip, z.array(ZipClip)),
  'clip.fromZipPath': command(ClipZipPath, z.array(ZipClip)),

  /** Addresses to be clipped: kept until each is an article, tried again while a site or the network is away. */
  'jobs.add': command(
    z.object({
      urls: z.array(HttpUrl).min(1).max(10_000),
      tags: z.array(TagName).max(100).default([]),
    }),
    z.void(),
  ),
  /** The one that fetches the page of an article; null where none does. */
  'jobs.ofArticle': query(article, ClipJob.nullable()),
  'jobs.retry': command(jobs, z.void()),
  'jobs.drop': command(jobs, z.void()),
  /** The network is back: what waits for it is tried now. */
  'jobs.wake': command(nothing, z.void()),

  /** What is missing of an article's pictures, in the order of its text. */
  'pictures.missing': query(article, z.array(MissingPicture)),
  /** Those that are there: an article that is open puts what has come in its place. */
  'pictures.stored': query(article, z.array(StoredPicture)),
  /** Asks for them again now, also for those that were given up. */
  'pictures.retry': command(article, z.void()),

  /** What one could read now: `limit` articles of each kind. */
  'home.get': query(z.object({ limit: z.int().min(1).max(20).default(4) }), Home),

  'articles.get': query(article, Article),
  'articles.content': query(article, ReaderContent),
  /** The PDF that it was made from, for hosts to serve. */
  'articles.pdf': query(article, z.object({ asset: AssetName })),
  'articles.star': command(ArticlesOrAll.and(z.object({ starred: z.boolean() })), Change),
  'articles.archive': command(ArticlesOrAll.and(z.object({ archived: z.boolean() })), Change),
  'articles.trash': command(ArticlesOrAll.and(z.object({ trashed: z.boolean() })), Change),
  /** Of the trash only, and never to be undone; backups keep what they have. */
  'articles.deleteForGood': command(ArticlesOrAll, z.object({ deleted: z.int() })),
  'articles.setStatus': command(ArticlesOrAll.and(z.object({ status: ReadingStatus })), Change),

  /** What the reader knows better than the page: what is left out stays. It outlives every reading of the page anew. */
  'articles.describe': command(article.extend(ArticleDetails.shape), Change),

  /** Makes reader content, text, index and links anew from the stored page; highlights stay at their words. */
  'articles.reread': command(article, Reread),

  /**
   * All visible text of the page that an article was made from, and what of it the article holds. Writes nothing, and is a command
   * since the owner alone has pages read.
   */
  'contents.blocks': command(article, PageContents),
  /** Puts what was left out into the article, in its place; it stays there when the page is read anew. */
  'contents.restoreBlock': command(blocks, Change),
  /** Takes out of the article what does not belong there. */
  'contents.removeBlock': command(blocks, Change),
  /** The article is again what the page reader makes of its page. */
  'contents.forgetEdits': command(article, Change),

  /** Newest first. */
  'snapshots.ofArticle': query(article, z.array(Snapshot)),
  /** Lets its article show this snapshot; highlights stay at their words. */
  'snapshots.show': command(z.object({ uid: SnapshotUid }), Change),
  /** What differs between two versions of one article, word by word. */
  'snapshots.compare': query(z.object({ from: SnapshotUid, to: SnapshotUid }), Comparison),
  /**
   * The page as it was saved, for hosts to serve; without `version` the one that is shown, without `page` its first. Writes
   * nothing, and is a command since the owner alone has pages read.
   */
  'snapshots.original': command(
    article.extend({ version: SnapshotUid.optional(), page: z.int().min(1).optional() }),
    OriginalPage,
  ),

  /**
   * Articles that an earlier page reader made than today's; with `all` every article, with `among` all of those. Without the trash, and
   * without those that wait for their text.
   */
  'extraction.outdated': query(
    z.object({
      all: z.boolean().default(false),
      among: ArticlesOrAll.optional(),
      after: ArticleUid.optional(),
      limit: z.int().min(1).max(1000).default(100),
    }),
    OutdatedPage,
  ),
  /**
   * Reads articles anew from their snapshots. `preview` changes nothing, `apply` leaves those that would lose most of their text,
   * `force` does as it is told. `continues` names the step of the part before: while that is the last, this becomes part of it.
   */
  'extraction.run': command(
    z.object({
      uids: z.array(ArticleUid).min(1).max(50),
      mode: z.enum(['preview', 'apply', 'force']),
      continues: StepUid.optional(),
    }),
    ReExtractions,
  ),

  /** Articles whose texts are nearly the same, newest first: without those told apart, and without the trash. */
  'duplicates.list': query(
    z.object({ limit: z.int().min(1).max(1000).default(100) }),
    DuplicateGroups,
  ),
  /** The most alike first. */
  'duplicates.ofArticle': query(article, z.array(Duplicate)),
  /** These are different articles, however alike. */
  'duplicates.dismiss': command(z.object({ uids: z.array(ArticleUid).min(2).max(100) }), Change),
  /**
   * One article of several: with all tags, collections, highlights and notes, the earliest date, and as far as any was read. The others go
   * to the trash.
   */
  'duplicates.merge': command(
    z.object({ keep: ArticleUid, others: z.array(ArticleUid).min(1).max(100) }),
    Change,
  ),
  /** Compares articles that were not compared yet, `limit` of them at most: those of before there were fingerprints. */
  'duplicates.catchUp': command(
    z.object({ limit: z.int().min(1).max(1000).default(200) }),
    CaughtUp,
  ),

  'reading.opened': command(article, z.void()),
  'reading.saveProgress': command(
    article.extend({
      fraction: z.number().min(0).max(1),
      anchorText: z.string().max(500),
      /** Time spent reading since the last save, in milliseconds: what the reader's pace is learned from. */
      activeMs: z.number().nonnegative().optional(),
    }),
    z.void(),
  ),
  'reading.pace': query(nothing, Pace),
  'reading.setType': command(article.extend({ type: ArticleType.nullable() }), z.void()),

  'highlights.ofArticle': query(article, HighlightsOfArticle),
  'highlights.list': query(
    z.object({
      filter: HighlightFilter.default({}),
      sort: HighlightSort.default('newest'),
      after: cursor,
      limit: z.int().min(1).max(500).default(100),
    }),
    HighlightPage,
  ),
  'highlights.add': command(
    article.extend({
      colour: HighlightColour,
      anchor: marked,
      // Of notes the handler says what is too long: a sentence that names the limit.
      note: z.string().default(''),
    }),
    Change.extend({ highlight: Highlight }),
  ),
  'highlights.change': command(
    highlights.extend({ colour: HighlightColour.optional(), note: z.string().optional() }),
    Change,
  ),
  'highlights.remove': command(highlights, Change),
  'highlights.place': command(highlight.extend({ anchor: marked }), Change),
  'highlights.keepAsNote': command(highlight, Change),
  'highlights.export': query(
    z.object({
      uids: z.array(HighlightUid).max(100_000).optional(),
      filter: HighlightFilter.default({}),
      format: HighlightFormat,
    }),
    z.object({ text: z.string(), count: z.int() }),
  ),

  'notes.get': query(article, Note.nullable()),
  'notes.save': command(article.extend({ markdown: z.string() }), Change),

  'links.ofArticle': query(article, z.array(SavedLink)),
  'links.to': query(
    article.extend({ after: cursor, limit: z.int().min(1).max(500).default(50) }),
    BacklinkPage,
  ),
  'links.wanted': query(
    // An address is part of the cursor.
    z.object({
      after: z.string().max(9000).optional(),
      limit: z.int().min(1).max(500).default(50),
    }),
    WantedPages,
  ),

  /** The tags that some of these articles carry: the most frequent first. */
  'tags.among': query(ArticlesOrAll, z.array(TagAmong)),
  /** Of the articles that have to do with it; for its reader to choose from, never given by themselves. */
  'tags.suggest': query(article, z.array(SuggestedTag)),
  'tags.add': command(ArticlesOrAll.and(z.object({ name: TagName })), Change),
  'tags.remove': command(ArticlesOrAll.and(z.object({ name: TagName })), Change),
  /** Refused where another tag has the name: they can be merged. */
  'tags.rename': command(z.object({ uid: TagUid, name: TagName }), Change),
  'tags.setColour': command(z.object({ uid: TagUid, colour: TagColour.nullable() }), Change),
  /** Every article with one of the others has the one that is kept instead. */
  'tags.merge': command(
    z.object({ keep: TagUid, others: z.array(TagUid).min(1).max(10_000) }),
    Change,
  ),
  /** Out of the library, and off every article. */
  'tags.delete': command(z.object({ uids: z.array(TagUid).min(1).max(10_000) }), Change),
  /** Those that no article carries, in the trash or not. */
  'tags.deleteUnused': command(nothing, Change),

  /** After its siblings. */
  'collections.add': command(
    z.object({ name: CollectionName, parent: CollectionUid.nullable().default(null) }),
    Change.extend({ uid: CollectionUid }),
  ),
  'collections.change': command(collection.extend({ name: CollectionName }), Change),
  /** `to` counts from 0, among the others that are in `parent`. */
  'collections.move': command(
    collection.extend({ parent: CollectionUid.nullable(), to: z.int().min(0).max(10_000) }),
    Change,
  ),
  /** With those that are in it. Their articles stay in the library. */
  'collections.remove': command(collection, Change),
  /** At the end, in the order given. */
  'collections.put': command(ArticlesOrAll.and(collection), Change),
  'collections.take': command(ArticlesOrAll.and(collection), Change),
  /** Puts articles of a collection before another one of it, at the end where that is null. */
  'collections.arrange': command(
    collection.extend({
      uids: z.array(ArticleUid).min(1).max(10_000),
      before: ArticleUid.nullable(),
    }),
    Change,
  ),

  /** The first answer, bounded whatever is asked. */
  'search.run': query(
    z.object({
      text: z.string().max(MAX_QUERY_LENGTH),
      limit: z.int().min(1).max(200).default(20),
      offset: z.int().min(0).max(MAX_OFFSET).default(0),
    }),
    SearchPage,
  ),
  /** Everything ranked and counted, which may take a second or two. */
  'search.exact': query(
    z.object({
      text: z.string().max(MAX_QUERY_LENGTH),
      limit: z.int().min(1).max(200).default(20),
      offset: z.int().min(0).max(MAX_OFFSET).default(0),
    }),
    SearchPage,
  ),
  /** Every article that a query finds, in no order. */
  'search.uids': query(
    z.object({ text: z.string().max(MAX_QUERY_LENGTH) }),
    z.object({ uids: z.array(ArticleUid) }),
  ),
  /** How many those are. */
  'search.count': query(
    z.object({ text: z.string().max(MAX_QUERY_LENGTH) }),
    z.object({ count: z.int() }),
  ),
  /** For a query that finds little or nothing. */
  'search.suggest': query(
    z.object({ text: z.string().max(MAX_QUERY_LENGTH) }),
    z.object({ suggestions: z.array(Suggestion) }),
  ),
  'search.related': query(
    z.object({ uid: ArticleUid, limit: z.int().min(1).max(50).default(6) }),
    z.object({ articles: z.array(RelatedArticle) }),
  ),
  'search.parts': query(
    z.object({ text: z.string().max(MAX_QUERY_LENGTH) }),
    z.object({ parts: z.array(QueryPart) }),
  ),
  /** What the word or value at the caret can go on as: fields, values, tags, sites, words of the library. */
  'search.complete': query(
    z.object({ text: z.string().max(MAX_QUERY_LENGTH), caret: z.int().min(0) }),
    Completions,
  ),
  /** How far the index follows the articles; `done` is below `total` while it is made anew. */
  'search.indexState': query(nothing, IndexState),
  /** Makes it anew in the background, from the articles. */
  'search.rebuildIndex': command(nothing, IndexState),

  'savedSearches.counts': query(nothing, z.array(SavedSearchCount)),
  'savedSearches.add': command(
    z.object({ name: SavedSearchName, query: SavedQuery }),
    Change.extend({ uid: SavedSearchUid }),
  ),
  'savedSearches.change': command(
    savedSearch.extend({ name: SavedSearchName.optional(), query: SavedQuery.optional() }),
    Change,
  ),
  /** `to` counts from 0, among all of them. */
  'savedSearches.move': command(savedSearch.extend({ to: z.int().min(0).max(10_000) }), Change),
  'savedSearches.remove': command(savedSearch, Change),

  'journal.state': query(nothing, JournalState),
  'journal.undo': command(nothing, Change),
  'journal.redo': command(nothing, Change),
  /** The newest first, those that were undone among them. */
  'journal.list': query(
    z.object({ after: StepUid.optional(), limit: z.int().min(1).max(200).default(50) }),
    History,
  ),
  /** Undoes this step and all that came after it; where it was undone, redoes all up to it. Says how many those were. */
  'journal.goTo': command(z.object({ uid: StepUid }), z.object({ count: z.int() })),
  /** A change of many articles, after those that it is at: what was done stays, as a step. */
  'journal.stop': command(z.object({ uid: StepUid }), z.void()),

  'settings.change': command(SettingsChange, Settings),

  /** The folder in which saved pages are clipped by themselves. */
  'watch.state': query(nothing, WatchState),
  /** What is not named stays. `dir` null: none is watched any more. */
  'watch.set': command(
    z.object({ dir: FilePath.nullable().optional(), end: WatchEnd.optional() }),
    WatchState,
  ),
  /** Looks through it now. */
  'watch.look': command(nothing, z.void()),

  /** Every request that the program made, the newest first. */
  'network.list': query(
    z.object({
      reason: NetworkReason.optional(),
      before: z.int().optional(),
      limit: z.int().min(1).max(1000).default(100),
    }),
    NetworkPage,
  ),
  'network.summary': query(nothing, NetworkSummary),
  /**
   * For hosts, of what they fetched by other means than the library. They ask `settings.get` whether `network` is on before
   * they fetch anything.
   */
  'network.record': command(
    z.object({ requests: z.array(SentRequest).min(1).max(1000) }),
    z.void(),
  ),

  ...importCalls,
  ...exportCalls,

  /** The last made first. */
  'backups.list': query(nothing, BackupList),
  /** Makes one now, unless nothing has changed since the last. */
  'backups.make': command(nothing, MadeBackup),
  'backups.remove': command(z.object({ name: BackupName }), z.void()),
  /** To a folder that is there, with the files of its articles. */
  'backups.copyTo': command(z.object({ name: BackupName, dir: FilePath }), z.void()),
  /** Where every backup is copied to as well, from now on; null for nowhere. */
  'backups.setFolder': command(z.object({ dir: FilePath.nullable() }), BackupList),
  /** What restoring it would change; changes nothing. */
  'backups.preview': query(z.object({ name: BackupName }), BackupDifference),
  'backups.previewFile': query(z.object({ path: FilePath }), BackupDifference),
  /** Lets it take the place of the library, of which a backup is made first; `anyLibrary` also where it is another's. */
  'backups.restore': command(restoring.extend({ name: BackupName }), Restored),
  'backups.restoreFile': command(restoring.extend({ path: FilePath }), Restored),

  /** Adds up everything: seconds where there is much. */
  'storage.use': query(nothing, StorageUse),
  /** Removes the files that no article names. */
  'storage.cleanUp': command(nothing, CleanedUp),

  'library.check': query(nothing, CheckReport),
  /** The same in parts, for who has time. */
  'library.checkPart': query(z.object({ from: z.string().max(200).nullable() }), CheckedPart),
  /** Takes what is damaged of an article from a backup in which it is whole; what is whole here stays as it is. */
  'library.repair': command(article, Repair),
  /** The same for every article that `library.health` names; answers with what is left. */
  'library.repairFound': command(nothing, Health),
} as const;

export type LibraryContract = typeof libraryContract;

/** Calls that name files of the machine, or speak for a host: for callers on it, never for a window served over HTTP. */
const localOnlyCalls: ReadonlySet<string> = new Set<keyof LibraryContract>([
  'clip.fromPath',
  'clip.fromZipPath',
  'network.record',
  'watch.set',
  'backups.copyTo',
  'backups.setFolder',
  'backups.previewFile',
  'backups.restoreFile',
]);

/** @param input as it came */
export const isLocalOnly = (name: string, input: unknown): boolean =>
  localOnlyCalls.has(name) || namesFile(name, input);
