// A library for tests of collections: articles by title, collections by path, and what can be asked of both.
import type { CollectionUid } from '#contract/types/collection.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import { statement } from '#library/storage/database.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext } from '../../support/make-context.ts';

export async function withCollections(...titles: readonly string[]) {
  const context = await makeContext();
  const { client, db } = context;
  const articles = new Map<string, ArticleUid>();
  for (const title of titles) {
    context.ports.clock.tick();
    articles.set(title, insertWholeArticle(context, { title }).uid);
  }
  const uidsOf = (...some: readonly string[]) =>
    some.map((title) => {
      const uid = articles.get(title);
      if (!uid) throw new Error(`no article ${title}`);
      return uid;
    });
  const add = async (name: string, parent: CollectionUid | null = null) =>
    (await client['collections.add']({ name, parent })).uid;
  /** Each as its path with its count, in the order of the sidebar. */
  const tree = async () => {
    const list = await client['collections.list']({});
    const paths = new Map<string, string>();
    return list.map(({ uid, name, parent, articleCount }) => {
      const path = parent === null ? name : `${paths.get(parent)}/${name}`;
      paths.set(uid, path);
      return articleCount > 0 ? `${path} ${articleCount}` : path;
    });
  };
  /** Titles in the order made by hand. */
  const held = async (uid: CollectionUid) =>
    (await client['articles.list']({ collection: uid, sort: 'by-hand', list: 'all' })).articles.map(
      ({ title }) => title,
    );
  /** The counts that triggers keep beside those that are counted. */
  const miscounted = () =>
    statement(
      db,
      `SELECT name, article_count FROM collection WHERE article_count <> (
        SELECT count(*) FROM collection_article JOIN article ON article.id = article_id
          WHERE collection_id = collection.id AND trashed_at IS NULL)`,
    ).all();
  const undo = () => client['journal.undo']({});
  const redo = () => client['journal.redo']({});
  return { context, client, uidsOf, add, tree, held, miscounted, undo, redo };
}
