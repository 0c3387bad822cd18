// SQL of what the values of fields are completed from: the tags and sites of the library.
import { type ReadDb, statement } from '../storage/database.ts';
import { tagKey } from '../tags/tag-repo.ts';

export interface Counted {
  readonly name: string;
  /** Articles outside the trash. */
  readonly count: number;
}

/** Those that begin so come first, then those that hold it, the most used first. */
export function findTagsWith(db: ReadDb, typed: string, limit: number): Counted[] {
  const key = tagKey(typed);
  return statement<Counted>(
    db,
    `SELECT name, article_count AS count FROM tag
      WHERE article_count > 0 AND instr(name_key, ?) > 0
      ORDER BY instr(name_key, ?) > 1, article_count DESC, name_key LIMIT ?`,
  ).all(key, key, limit);
}

/** Sites whose host begins so, those with the most articles first. */
export function findSitesFrom(db: ReadDb, typed: string, limit: number): Counted[] {
  // Counted by the index alone; the few articles in the trash are taken off.
  return statement<Counted>(
    db,
    `WITH gone AS MATERIALIZED (
        SELECT site, count(*) AS n FROM article INDEXED BY article_trash
          WHERE trashed_at IS NOT NULL GROUP BY site)
      SELECT site AS name, count(*) - coalesce((SELECT n FROM gone WHERE gone.site = article.site), 0) AS count
      FROM article INDEXED BY article_site
      WHERE site >= ? AND site < ? GROUP BY site HAVING count > 0
      ORDER BY count DESC, site LIMIT ?`,
  ).all(typed, `${typed}\u{10ffff}`, limit);
}
