// Answers whether the library is sound: structure, every row's digest, every file's hash, and the search index. It
// changes nothing, and names the articles that are touched.
import { setImmediate } from 'node:timers/promises';
import { LibraryError } from '#contract/errors.ts';
import type { CheckReport } from '#contract/types/library-info.ts';
import type { Answers, ReadContext } from '../context.ts';
import { checkPart, damaged, type Finding } from './check-part.ts';

const MAX_FINDINGS = 1000;

export function checkQueries(context: ReadContext): Answers<'library.check' | 'library.checkPart'> {
  return {
    'library.check': (_, signal) => checkLibrary(context, signal),
    'library.checkPart': ({ from }) => checkPart(context, from),
  };
}

async function checkLibrary(context: ReadContext, signal: AbortSignal): Promise<CheckReport> {
  const problems: Finding[] = [];
  const checked = { rows: 0, assets: 0, indexed: 0 };
  let from: string | null = null;
  do {
    // Somebody else may wait for this thread, or the caller may have given up.
    await setImmediate();
    if (signal.aborted) throw new LibraryError('cancelled', 'The check was cancelled.');
    const part = await checkPart(context, from);
    problems.push(...part.problems);
    checked.rows += part.checked.rows;
    checked.assets += part.checked.assets;
    checked.indexed += part.checked.indexed;
    from = part.next;
  } while (from !== null);
  return { checked, ok: problems.length === 0, problems: readable(problems) };
}

/** A library may be damaged through and through, and a list of it is for a person. */
function readable(problems: Finding[]): Finding[] {
  const more = problems.length - MAX_FINDINGS;
  if (more <= 0) return problems;
  return [...problems.slice(0, MAX_FINDINGS), damaged('library', null, `And ${more} more.`)];
}
