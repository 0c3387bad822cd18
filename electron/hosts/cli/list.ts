// lectern list: summaries, newest first, as many pages of the library's list as it takes.
import type { ArticleSummary } from '#contract/types/article.ts';
import type { LibraryClient } from '../local-client.ts';
import { readTag } from './checked-input.ts';
import type { CommandRun } from './commands.ts';
import { readLibrary } from './library-access.ts';
import { plain } from './output.ts';

const PAGE = 500;
const DEFAULT_LIMIT = 100;

export async function runList({ invocation, libraryDir, json, output, signal }: CommandRun) {
  const { options } = invocation;
  const limit = options.number('limit') ?? DEFAULT_LIMIT;
  const tag = options.text('tag');
  const articles = await readLibrary(libraryDir, (client) =>
    readArticles(client, tag === undefined ? {} : { tag: readTag(tag) }, limit, signal),
  );
  if (json) {
    output.json(articles);
    return 0;
  }
  for (const { uid, savedAt, title, url } of articles) {
    const { strong, faint } = output.style;
    const saved = faint(new Date(savedAt).toISOString().slice(0, 10));
    output.line([uid, saved, strong(plain(title)), faint(plain(url ?? ''))].join('  ').trimEnd());
  }
  return 0;
}

async function readArticles(
  client: LibraryClient,
  filter: { readonly tag?: string },
  limit: number,
  signal: AbortSignal,
): Promise<ArticleSummary[]> {
  const found: ArticleSummary[] = [];
  let after: string | null = null;
  do {
    const page: { articles: ArticleSummary[]; next: string | null } = await client['articles.list'](
      { ...filter, limit: Math.min(PAGE, limit - found.length), ...(after && { after }) },
      signal,
    );
    found.push(...page.articles);
    after = page.next;
  } while (after !== null && found.length < limit);
  return found;
}
