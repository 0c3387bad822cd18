// lectern show: one article as text, as reader content, or with everything that is known of it.
import type { Article, ReaderContent } from '#contract/types/article.ts';
import { UsageError } from './arguments.ts';
import { readUid } from './checked-input.ts';
import type { CommandRun } from './commands.ts';
import { readLibrary } from './library-access.ts';
import { type Output, plain, withoutControls } from './output.ts';

export async function runShow({ invocation, libraryDir, json, output, signal }: CommandRun) {
  const { operands, options } = invocation;
  const uid = readUid(operands[0] ?? '');
  const format = options.text('format') ?? (json ? 'json' : 'text');
  if (json && format !== 'json') {
    throw new UsageError(`--json and --format ${format} contradict each other.`);
  }
  const [article, content] = await readLibrary(libraryDir, (client) =>
    Promise.all([
      client['articles.get']({ uid }, signal),
      client['articles.content']({ uid }, signal),
    ]),
  );
  if (format === 'json') output.json({ ...article, text: content.text });
  else if (format === 'html') output.line(withoutControls(content.html));
  else printText(article, content, output);
  return 0;
}

function printText(article: Article, content: ReaderContent, output: Output): void {
  const { strong, faint } = output.style;
  output.line(strong(plain(article.title)));
  const source = [article.author, article.siteName, article.publishedAt?.slice(0, 10)];
  for (const line of [source.filter(Boolean).join(' · '), article.url ?? '']) {
    if (line !== '') output.line(faint(plain(line)));
  }
  if (article.tags.length > 0) output.line(faint(`tags: ${plain(article.tags.join(', '))}`));
  output.line('');
  output.line(withoutControls(content.text).trimEnd());
}
