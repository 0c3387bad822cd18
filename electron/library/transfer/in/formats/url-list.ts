// A text with one address in each line, alone or with its title behind a bar, as OneTab writes it.
import { headText, textOf } from '../../source/entry-text.ts';
import { entriesNamed } from '../entries-named.ts';
import type { Fit, ImportFormat } from '../format.ts';
import { emptyItem } from '../found-item.ts';
import { readEach } from '../read-each.ts';
import { someText, titleUnless } from '../some-text.ts';
import { toFound } from '../to-found.ts';
import { columns } from '../url-columns.ts';

const LIST_NAME = /\.(?:txt|text|urls?|list)$/i;
const LINE = /^(https?:\/\/\S+)(?:\s+\|\s+(.*)|\s*)$/i;
/** Longer than any address with a title. */
const MAX_LINE = 100_000;

export const urlList: ImportFormat = {
  id: 'url-list',
  async recognise(source) {
    let best: Fit = 'no';
    for (const entry of entriesNamed(source, LIST_NAME)) {
      const fit = fitOf(await headText(entry));
      if (fit === 'surely') return fit;
      if (fit === 'maybe') best = fit;
    }
    return best;
  },
  read: (source, signal) =>
    readEach(source, LIST_NAME, async function* (entry) {
      if (fitOf(await headText(entry)) === 'no') return false;
      let number = 0;
      for await (const line of linesOf(textOf(entry, signal))) {
        number++;
        const text = bare(line);
        if (text === '' || isHeading(text)) continue;
        const [, url = '', title = ''] = LINE.exec(text) ?? [];
        yield toFound(`${entry.path}, line ${number}`, {
          ...emptyItem,
          // What is no address is passed on as one, so that the report says of it that it is none.
          url: url || text.slice(0, MAX_LINE),
          title: titleUnless(title, url),
        });
      }
      return true;
    }),
};

/** Lists may have a line of words above; a text with a few addresses in it is no list. */
function fitOf(head: string): Fit {
  const lines = head
    .split(/\r\n?|\n/)
    .flatMap((line) => someText(bare(line)) ?? [])
    .filter((line) => !isHeading(line));
  // The last one may have been cut.
  const whole = lines.length > 1 && !/[\r\n]$/.test(head) ? lines.slice(0, -1) : lines;
  const addresses = whole.filter((line) => LINE.test(line)).length;
  if (addresses === 0) return 'no';
  // It may be a table without names: some sites have commas in their addresses, and most have none.
  const isTable = whole.every((line) => /^[^\s,;]+[,;]/.test(line));
  if (addresses === whole.length && !isTable) return 'surely';
  return addresses >= whole.length * 0.8 ? 'maybe' : 'no';
}

/** Tables of one column may have quotes around it. */
const bare = (line: string): string => line.trim().replace(/^"(.*)"$/, '$1');

/** And a line that names it. */
const isHeading = (line: string): boolean => headings.has(line.toLowerCase());

const headings: ReadonlySet<string> = new Set(columns.url.split('|'));

async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    // What may be the first half of a line end waits for the other.
    const lines = (rest + chunk).split(/\r\n|\n|\r(?=[^\n])/);
    rest = (lines.pop() ?? '').slice(0, MAX_LINE);
    yield* lines;
  }
  yield rest;
}
