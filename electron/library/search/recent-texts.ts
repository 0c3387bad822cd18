// Texts that searches showed something of lately. Whoever types a word asks for much the same articles with every
// letter, and inflating their texts each time is half of what an answer costs.
import { type ReadDb, statement } from '../storage/database.ts';
import { unpackText } from '../storage/text-blob.ts';
import { type Shown, shownNow, survivors } from './shown-changes.ts';
import { TextToSearch } from './text-to-search.ts';

/** Of all texts that are kept, in UTF-16 units: several hundred articles; some 10 MB in each thread that searches. */
const MAX_LENGTH = 4 * 1024 * 1024;
const MOST_VERSIONS = 2000;

interface RecentText {
  readonly version: string;
  readonly looked: TextToSearch;
}
const NOTHING = new TextToSearch('');

interface Recent {
  /** By article, the one that was shown last at the end. */
  readonly texts: Map<number, RecentText>;
  length: number;
  /** By article, for as long as none of them changes. */
  versions: Map<number, string>;
  shown: Shown | null;
}

const recent = new WeakMap<ReadDb, Recent>();

/**
 * How to read the reader texts of some articles.
 * @param ids those that may be asked for
 * @returns a function of the id; the text is empty where an article has none
 */
export function recentTexts(db: ReadDb, ids: readonly number[]): (id: number) => TextToSearch {
  const kept = recentOf(db);
  const { texts } = kept;
  // Of others it is read with the text: while articles come in, most that are shown are new.
  const inMemory = ids.filter((id) => texts.has(id));
  const versions = versionsOf(db, kept, inMemory);
  return (id) => {
    const known = texts.get(id);
    if (known) forget(kept, id, known);
    const isCurrent = known !== undefined && known.version === versions.get(id);
    const current = isCurrent ? known : readText(db, id);
    if (!current) return NOTHING;
    versions.set(id, current.version);
    keep(kept, id, current);
    return current.looked;
  };
}

/**
 * What tells one content of an article from another: whatever puts another in its place dates the article, and each has
 * sizes of its own. All of it stands in the heads of the rows, so that no text is read for it.
 */
const VERSION = `concat_ws(' ', article.updated_at, content.snapshot_id, content.extractor_version,
  octet_length(content.html), octet_length(content.reader_text))`;

function readText(db: ReadDb, id: number): RecentText | null {
  const row = statement<{ readonly version: string; readonly text: Buffer }>(
    db,
    `SELECT ${VERSION} AS version, content.reader_text AS text
      FROM article JOIN reader_content AS content ON content.article_id = article.id WHERE article.id = ?`,
  ).get(id);
  return row ? { version: row.version, looked: new TextToSearch(unpackText(row.text)) } : null;
}

function recentOf(db: ReadDb): Recent {
  const kept = recent.get(db) ?? {
    texts: new Map(),
    length: 0,
    versions: new Map(),
    shown: null,
  };
  recent.set(db, kept);
  return kept;
}

function keep(kept: Recent, id: number, one: RecentText): void {
  kept.texts.set(id, one);
  kept.length += one.looked.text.length;
  for (const [oldest, { looked }] of kept.texts) {
    if (kept.length <= MAX_LENGTH) return;
    kept.texts.delete(oldest);
    kept.length -= looked.text.length;
  }
}

function forget(kept: Recent, id: number, { looked }: RecentText): void {
  kept.texts.delete(id);
  kept.length -= looked.text.length;
}

function versionsOf(db: ReadDb, kept: Recent, ids: readonly number[]): Recent['versions'] {
  const now = shownNow(db);
  if (now === null) return ids.length > 0 ? findVersions(db, ids) : new Map();
  kept.versions =
    kept.shown && kept.versions.size <= MOST_VERSIONS
      ? survivors(kept.versions, kept.shown, now)
      : new Map();
  kept.shown = now;
  const missing = ids.filter((id) => !kept.versions.has(id));
  if (missing.length > 0) {
    for (const [id, version] of findVersions(db, missing)) kept.versions.set(id, version);
  }
  return kept.versions;
}

function findVersions(db: ReadDb, ids: readonly number[]): Map<number, string> {
  const rows = statement<{ id: number; version: string }>(
    db,
    `SELECT article.id, ${VERSION} AS version
      FROM json_each(?) AS wanted
      CROSS JOIN article ON article.id = wanted.value
      CROSS JOIN reader_content AS content ON content.article_id = article.id`,
  ).all(JSON.stringify(ids));
  return new Map(rows.map(({ id, version }) => [id, version]));
}
