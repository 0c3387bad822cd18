// Changes that a process said were kept, and whether they are.
import type { Client } from '#contract/define.ts';
import type { LibraryContract } from '#contract/library.ts';

/** What is told: these articles are there, with this tag, with a star. */
export interface Kept {
  readonly titles: readonly string[];
  readonly tag?: string;
  readonly starred?: true;
}

/** Those that are not there, in a few words each. */
export async function findLost(
  client: Client<LibraryContract>,
  told: readonly Kept[],
): Promise<string[]> {
  const found = new Map<string, { tags: string[]; starred: boolean }>();
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<(typeof client)['articles.list']>> = await client[
      'articles.list'
    ]({ limit: 500, ...(after === null ? {} : { after }) });
    for (const article of page.articles) found.set(article.title, article);
    after = page.next;
  } while (after !== null);
  return told.flatMap(({ titles, tag, starred }) =>
    titles.flatMap((title) => {
      const article = found.get(title);
      const isKept =
        article &&
        (tag === undefined || article.tags.includes(tag)) &&
        (starred === undefined || article.starred);
      return isKept ? [] : [`${title}: ${tag ?? (starred ? 'star' : 'itself')}`];
    }),
  );
}
