// extract --jsonl: a page a line, two being read at once, an answer a line in the order in which they are ready.
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { LibraryError, toWire } from '#contract/errors.ts';
import { MAX_FILE_BYTES } from '#library/clip/limits.ts';
import type { PageParser } from '#library/ports.ts';
import { extractPage } from './extracted-page.ts';
import type { Output } from './output.ts';
import { readSource } from './source-bytes.ts';

/** Each in a parse process of its own; more would only wait for the processor on a small machine. */
export const PAGES_AT_ONCE = 2;

const PageLine = z.object({
  id: z.union([z.string(), z.number()]),
  path: z.string().min(1),
  url: z.string().nullish(),
});

/** Exit code 0, or 1 where a line was answered with an error. */
export async function answerLines(
  parser: PageParser,
  input: NodeJS.ReadableStream,
  output: Output,
  signal: AbortSignal,
): Promise<number> {
  const running = new Set<Promise<void>>();
  let failed = false;

  const answer = async (line: string) => {
    try {
      const { id, path, url = null } = readLine(line);
      const bytes = await readSource(resolve(path), MAX_FILE_BYTES);
      const { extracted } = await extractPage(parser, { bytes, path, url }, signal);
      output.jsonLine({ id, ...extracted });
    } catch (error) {
      failed = true;
      const { code, message } = toWire(error);
      output.jsonLine({ id: idOf(line), error: { code, message } });
    }
  };

  // Lines are read only when there is room for them: a million of them are not held in memory.
  for await (const line of createInterface({
    input,
    crlfDelay: Number.POSITIVE_INFINITY,
    signal,
  })) {
    if (line.trim() === '') continue;
    const answered = answer(line).finally(() => running.delete(answered));
    running.add(answered);
    if (running.size >= PAGES_AT_ONCE) await Promise.race(running);
  }
  await Promise.all(running);
  // Without a reader nothing was answered, and nobody asks.
  return failed && !output.closed.aborted ? 1 : 0;
}

/** @throws LibraryError invalid_input */
function readLine(line: string): z.output<typeof PageLine> {
  const parsed = PageLine.safeParse(parseJson(line));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue?.path.length ? `“${issue.path.join('.')}” of the line: ` : '';
  throw new LibraryError('invalid_input', `${where}${issue?.message ?? 'Invalid line.'}`);
}

/** @throws LibraryError invalid_input */
function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new LibraryError('invalid_input', 'The line is not valid JSON.', {}, { cause: error });
  }
}

/** The identifier of a line that may be anything at all. */
function idOf(line: string): string | number | null {
  try {
    const { id } = PageLine.pick({ id: true }).parse(JSON.parse(line));
    return id;
  } catch {
    return null;
  }
}
