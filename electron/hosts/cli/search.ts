// lectern search: the hits, best first, with the words that were found marked.
import type { SearchHit, SearchPage, Snippet } from '#contract/types/search.ts';
import { escapeHtml } from '../article-page.ts';
import type { CommandRun } from './commands.ts';
import { readLibrary } from './library-access.ts';
import { type Output, plain } from './output.ts';

const DEFAULT_LIMIT = 20;

export async function runSearch({ invocation, libraryDir, json, output, signal }: CommandRun) {
  const { operands, options } = invocation;
  const query = { text: operands.join(' '), limit: options.number('limit') ?? DEFAULT_LIMIT };
  const page = await readLibrary(libraryDir, (client) => client['search.exact'](query, signal));
  if (json) output.json(asJson(page));
  else printPage(page, output);
  return 0;
}

/** The title as it is; passages as HTML, in which nothing but `<mark>` is markup, the best one as `snippet` as well. */
function asJson({ total, hits }: SearchPage) {
  return {
    total,
    hits: hits.map(({ article: { uid, title, url }, passages, score }) => {
      const marked = passages.map(({ parts }) => markedHtml(parts));
      return { uid, title, url, snippet: marked[0] ?? '', passages: marked, score };
    }),
  };
}

const markedHtml = (snippet: Snippet) =>
  snippet
    .map(({ text, marked }) => (marked ? `<mark>${escapeHtml(text)}</mark>` : escapeHtml(text)))
    .join('');

function printPage({ total, totalIsExact, hits, hint, instead }: SearchPage, output: Output): void {
  const { faint } = output.style;
  printHits(hits, output);
  if (hint !== null) output.line(faint(plain(hint)));
  const found = total === 1 ? '1 article' : `${total} articles`;
  output.line(faint(totalIsExact ? found : `at least ${found}`));
  if (!instead) return;
  const { word, instead: meant } = instead.suggestion;
  output.line(faint(plain(`Nothing has “${word}”. These have “${meant}”:`)));
  output.line('');
  printHits(instead.hits, output);
}

function printHits(hits: readonly SearchHit[], output: Output): void {
  const { strong, faint, marked } = output.style;
  // Cleaned part by part, since joining white space over the borders would lose the blanks between them.
  const line = (snippet: Snippet) =>
    snippet
      .map((part) => {
        const text = part.text.replace(/\s+/g, ' ');
        const clean = plain(`x${text}x`).slice(1, -1);
        return part.marked ? marked(clean) : clean;
      })
      .join('')
      .trim();
  for (const { article, title, passages } of hits) {
    output.line(`${article.uid}  ${strong(line(title))}`);
    if (article.url !== null) output.line(`  ${faint(plain(article.url))}`);
    for (const { parts } of passages) output.line(`  ${line(parts)}`);
    output.line('');
  }
}
