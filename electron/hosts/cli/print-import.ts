// How an import reads on a terminal: what it would do, what it did, and what could not be taken in.
import { LibraryEvent } from '#contract/events.ts';
import type { ImportPlan, ImportRun } from '#contract/types/import.ts';
import type { LibraryClient } from '../local-client.ts';
import { type Output, plain } from './output.ts';

const many = (count: number, one: string, others = `${one}s`): string =>
  `${count} ${count === 1 ? one : others}`;

export function printPlan(plan: ImportPlan, output: Output): void {
  const { counts, merges } = plan;
  const { strong, faint } = output.style;
  output.line(`${strong(plain(plan.name))}  ${plan.format}, ${many(counts.items, 'article')}`);
  const [, ...others] = plan.candidates;
  if (others.length > 0) {
    const well = plan.isClear ? 'also' : 'just as well';
    output.line(`  could ${well} be read as ${others.join(', ')} (--format)`);
  }
  output.line(`  ${counts.withText} with their text, ${counts.toFetch} to be fetched`);
  output.line(`  ${counts.known} here already${gained(merges)}`);
  for (const { reason, count } of plan.ignored)
    output.line(`  ${count} left out: ${plain(reason)}`);
  if (counts.unreadable > 0) output.line(`  ${counts.unreadable} that cannot be read`);
  for (const { title, url, known } of plan.samples) {
    const note = [url, known && 'here already'].filter(Boolean).join(', ');
    output.line(`  · ${plain(title)}  ${faint(plain(note))}`);
  }
  for (const { place, problem } of plan.unreadable) output.problem(problem, place);
}

function gained({ articles, tags, collections, highlights, notes, texts }: ImportPlan['merges']) {
  if (articles === 0) return '';
  const parts = [
    tags > 0 && many(tags, 'tag'),
    collections > 0 && many(collections, 'collection'),
    highlights > 0 && many(highlights, 'highlight'),
    notes > 0 && many(notes, 'note'),
    texts > 0 && many(texts, 'text'),
  ].filter(Boolean);
  return `; ${articles} would get ${parts.join(', ')}`;
}

/** One line. */
export function runLine(run: ImportRun, { strong, faint }: Output['style']): string {
  const { imported, merged, skipped, failed } = run.counts;
  const counts = [
    `${imported} imported`,
    merged > 0 && `${merged} joined`,
    skipped > 0 && `${skipped} skipped`,
    failed > 0 && `${failed} failed`,
    run.state === 'stopped' && `stopped at ${run.done} of ${run.total}`,
    run.state === 'running' && `${run.done} of ${run.total} so far`,
    run.undone && 'undone',
  ].filter(Boolean);
  const at = new Date(run.startedAt).toISOString().slice(0, 10);
  return `${run.uid}  ${at}  ${strong(plain(run.name))}  ${counts.join(', ')}  ${faint(run.format)}`;
}

/** More of them are read in the report. */
const MAX_TOLD = 100;

export async function printFailures(
  client: LibraryClient,
  { uid, counts }: ImportRun,
  output: Output,
): Promise<void> {
  if (counts.failed === 0) return;
  const { rows } = await client['imports.rows']({ uid, outcome: 'failed', limit: MAX_TOLD });
  for (const { place, problem } of rows) if (problem) output.problem(problem, place);
  if (counts.failed <= rows.length) return;
  const message = `${counts.failed - rows.length} more failed: lectern imports --report ${uid}`;
  output.problem({ code: 'invalid_input', message });
}

/** Of looking through a source, of bringing it in, and of taking it back. */
export function tellProgress(event: unknown, output: Output): void {
  const told = LibraryEvent.safeParse(event).data;
  if (told?.kind === 'import-planning') output.progress(`${told.counts.items} articles found`);
  if (told?.kind === 'importing') output.progress(`${told.done} of ${told.total}`);
  if (told?.kind === 'many-changing') {
    output.progress(`${told.done} of ${told.total} articles taken back`);
  }
}
