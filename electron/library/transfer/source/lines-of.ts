// The lines of an entry, each with its number. Only UTF-8 is written in lines by us.
import { LibraryError } from '#contract/errors.ts';
import type { SourceEntry } from './source.ts';

/** An article with all its versions: more is no line of ours. */
const MAX_LINE_BYTES = 256 * 1024 * 1024;

/** @throws LibraryError when iterated: cancelled, invalid_input (damaged), too_large */
export async function* linesOf(
  entry: SourceEntry,
  signal: AbortSignal,
): AsyncGenerator<{ readonly number: number; readonly text: string }> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  let number = 0;
  const line = () => {
    const text = Buffer.concat(waiting).toString('utf8').replace(/\r$/, '');
    waiting = [];
    bytes = 0;
    number++;
    return { number, text };
  };
  for await (const chunk of entry.stream(signal)) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      waiting.push(chunk.subarray(from, end));
      from = end + 1;
      yield line();
    }
    waiting.push(chunk.subarray(from));
    bytes += chunk.length - from;
    if (bytes > MAX_LINE_BYTES) {
      throw new LibraryError('too_large', `Line ${number + 1} of “${entry.path}” is too long.`);
    }
  }
  if (bytes > 0) yield line();
}
