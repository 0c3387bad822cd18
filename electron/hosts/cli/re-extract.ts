// lectern re-extract: reads articles anew from what was saved of them, with today's page reader; says who gains and who loses.
import type { ArticleUid, StepUid } from '#contract/types/ids.ts';
import type { ReExtraction } from '#contract/types/re-extraction.ts';
import type { LibraryClient } from '../local-client.ts';
import { UsageError } from './arguments.ts';
import { readUid } from './checked-input.ts';
import type { CommandRun } from './commands.ts';
import { writeLibrary } from './library-access.ts';
import { type Output, plain } from './output.ts';

/** So many are read anew before they are kept, and lost when it is stopped in the middle. */
const AT_ONCE = 10;

export async function runReExtract({ invocation, libraryDir, json, output, signal }: CommandRun) {
  const { operands, options } = invocation;
  const named = operands.map(readUid);
  if (named.length > 0 && options.has('all')) {
    throw new UsageError('--all means every article: name none.', 're-extract');
  }
  const dryRun = options.has('dry-run');
  const articles: ReExtraction[] = [];
  const tell = () => {
    if (json) output.json({ dryRun, articles });
    else output.line(summary(articles, dryRun));
  };
  try {
    await writeLibrary(libraryDir, { create: false }, async (client) => {
      const uids = named.length > 0 ? named : await outdated(client, options.has('all'), signal);
      // Those that were named are wanted as they come; of all others none is to lose its text unseen.
      const mode = dryRun ? 'preview' : named.length > 0 ? 'force' : 'apply';
      let step: StepUid | null = null;
      for (let at = 0; at < uids.length; at += AT_ONCE) {
        const batch = uids.slice(at, at + AT_ONCE);
        const done = await client['extraction.run'](
          { uids: batch, mode, ...(step && { continues: step }) },
          signal,
        );
        // All of them are one step to be undone.
        step = done.step?.uid ?? step;
        articles.push(...done.articles);
        for (const article of done.articles) report(article, output, json);
      }
    });
  } catch (error) {
    // What was done before is kept, and told.
    if (articles.length > 0) tell();
    throw error;
  }
  tell();
  return articles.some(({ problem }) => problem) ? 1 : 0;
}

async function outdated(
  client: LibraryClient,
  all: boolean,
  signal: AbortSignal,
): Promise<ArticleUid[]> {
  const uids: ArticleUid[] = [];
  let after: ArticleUid | null = null;
  do {
    const page: { uids: ArticleUid[]; next: ArticleUid | null } = await client[
      'extraction.outdated'
    ]({ all, limit: 1000, ...(after && { after }) }, signal);
    uids.push(...page.uids);
    after = page.next;
  } while (after !== null);
  return uids;
}

function report(article: ReExtraction, output: Output, json: boolean): void {
  const { uid, title, wordsBefore, wordsAfter, outcome, problem, changed } = article;
  if (problem) output.problem(problem, title);
  if (json || problem || !changed) return;
  const { strong, faint } = output.style;
  const by = wordsAfter - wordsBefore;
  const gain = `${by < 0 ? '−' : '+'}${Math.abs(by)}`.padStart(7);
  const notes = [
    `${wordsBefore} → ${wordsAfter} words`,
    article.lostAfter > article.lostBefore &&
      `${article.lostAfter - article.lostBefore} highlights lose their place`,
    outcome === 'left' && 'left as it was: name it to have it so',
  ].filter(Boolean);
  output.line(`${gain}  ${uid}  ${strong(plain(title))}  ${faint(notes.join(', '))}`);
}

function summary(articles: readonly ReExtraction[], dryRun: boolean): string {
  const changed = articles.filter((article) => article.changed);
  const gain = changed.filter(({ wordsAfter, wordsBefore }) => wordsAfter > wordsBefore).length;
  const lose = changed.filter(({ wordsAfter, wordsBefore }) => wordsAfter < wordsBefore).length;
  const left = changed.filter(({ outcome }) => outcome === 'left').length;
  const failed = articles.filter(({ problem }) => problem).length;
  const would = dryRun ? ' would' : '';
  return [
    `${articles.length} read, ${changed.length}${would} change: ${gain}${would} gain words, ${lose}${would} lose words`,
    left > 0 && `${left} left as they were`,
    failed > 0 && `${failed} could not be read`,
  ]
    .filter(Boolean)
    .join('; ');
}
