// Markup that comes back from outside goes through the sanitiser once more, in the parse process. What a library wrote stays as
// it is, letter by letter; what somebody else wrote into an export becomes harmless.
import type { PageParser } from '../../ports.ts';
import type { ExactArticle } from './exact-article.ts';

type Content = { readonly html: string; readonly text: string };

/** @throws LibraryError timed_out, too_large, cancelled */
export async function cleanContents(
  parser: PageParser,
  exact: ExactArticle,
  signal: AbortSignal,
): Promise<ExactArticle> {
  const snapshots: ExactArticle['snapshots'] = [];
  for (const snapshot of exact.snapshots) {
    const kept: typeof snapshot.kept = [];
    for (const one of snapshot.kept) kept.push({ ...one, ...(await clean(parser, one, signal)) });
    snapshots.push({ ...snapshot, kept });
  }
  const { content } = exact;
  if (!content) return { ...exact, snapshots };
  return {
    ...exact,
    snapshots,
    content: { ...content, ...(await clean(parser, content, signal)) },
  };
}

async function clean(
  parser: PageParser,
  { html, text }: Content,
  signal: AbortSignal,
): Promise<Content> {
  const page = await parser.read(
    {
      bytes: new TextEncoder().encode(html),
      kind: 'html',
      stored: true,
      charset: 'utf-8',
      url: null,
      name: null,
    },
    signal,
  );
  // The text belongs to the markup: places in it are counted in letters.
  return page.html === html ? { html, text } : { html: page.html, text: page.readerText };
}
