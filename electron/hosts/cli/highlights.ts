// lectern highlights: what was marked, of the whole library or of one article, as Markdown or JSON.
import { UsageError } from './arguments.ts';
import { readUid } from './checked-input.ts';
import type { CommandRun } from './commands.ts';
import { readLibrary } from './library-access.ts';
import { withoutControls } from './output.ts';

export async function runHighlights({ invocation, libraryDir, json, output, signal }: CommandRun) {
  const { options } = invocation;
  const format = options.text('format') ?? (json ? 'json' : 'markdown');
  if (json && format !== 'json') {
    throw new UsageError(`--json and --format ${format} contradict each other.`);
  }
  const article = options.text('article');
  const filter = article === undefined ? {} : { article: readUid(article) };
  const { text } = await readLibrary(libraryDir, async (client) => {
    // Asked first, so that an article that is not there is not taken for one without highlights.
    if (filter.article) await client['articles.get']({ uid: filter.article }, signal);
    return client['highlights.export'](
      { filter, format: format === 'json' ? 'json' : 'markdown' },
      signal,
    );
  });
  if (format === 'json') output.json(JSON.parse(text));
  else if (text !== '') output.line(withoutControls(text).trimEnd());
  return 0;
}
