// lectern show: one article as text, as reader content, or with everything that is known of it.
import type { Article } from '#contract/types/article.ts';
import type { MissingPicture } from '#contract/types/missing-picture.ts';
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
  const [article, content, missing] = await readLibrary(libraryDir, (client) =>
    Promise.all([
      client['articles.get']({ uid }, signal),
      client['articles.content']({ uid }, signal),
      client['pictures.missing']({ uid }, signal),
    ]),
  );
  if (format === 'json') output.json({ ...article, text: content.text, missingPictures: missing });
  else if (format === 'html') output.line(withoutControls(content.html));
  else {
    printHead(article, output);
    printMissing(missing, output);
    output.line('');
    output.line(withoutControls(content.text).trimEnd());
  }
  return 0;
}

function printHead(article: Article, output: Output): void {
  const { strong, faint } = output.style;
  output.line(strong(plain(article.title)));
  const source = [article.author, article.siteName, article.publishedAt?.slice(0, 10)];
  for (const line of [source.filter(Boolean).join(' · '), article.url ?? '']) {
    if (line !== '') output.line(faint(plain(line)));
  }
  if (article.tags.length > 0) output.line(faint(`tags: ${plain(article.tags.join(', '))}`));
}

/** What is tried again is so by the app, or whoever else keeps the library open. */
function printMissing(missing: readonly MissingPicture[], output: Output): void {
  const { faint } = output.style;
  const [one] = missing;
  if (!one) return;
  output.line(
    faint(
      missing.length === 1 ? '1 picture is missing:' : `${missing.length} pictures are missing:`,
    ),
  );
  for (const { url, problem, state } of missing) {
    const where = url?.replace(/^companion:/, '').slice(0, 200) ?? 'inside the page';
    const later = state === 'failed' ? '' : ' It is tried again.';
    output.line(faint(`  ${plain(`${where}: ${problem.message}${later}`)}`));
  }
}
