// How quickly articles go out in each form, against reading the same articles and their text with one statement.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { ExportFormat } from '#contract/types/export.ts';
import { openLibrary } from '#library/open-library.ts';
import { openWriter } from '#library/storage/database.ts';
import { unpackText } from '#library/storage/text-blob.ts';
import { formatWriters } from '#library/transfer/out/formats/list.ts';
import { makePorts } from '../../support/make-ports.ts';
import type { BenchRow } from '../bench-table.ts';
import { fillLibrary, openCorpus } from '../big-library.ts';
import { median } from '../median.ts';

const ARTICLES = 2000;
const ROUNDS = 3;

/** @param work a folder for the library and what goes out of it */
export async function exportRates(work: string): Promise<BenchRow[]> {
  const dir = join(work, 'exported library');
  await fillLibrary(dir, await openCorpus(), ARTICLES);
  const library = await openLibrary({ dir, ports: makePorts() });
  const { signal } = new AbortController();
  try {
    const rows: BenchRow[] = [];
    for (const format of Object.keys(formatWriters) as ExportFormat[]) {
      const pairs: { ours: number[]; base: number[] } = { ours: [], base: [] };
      for (let round = 0; round < ROUNDS; round++) {
        const to = join(work, `out ${format} ${round}`);
        const articles = format === 'full' ? 'everything' : { all: { list: 'all' } };
        pairs.ours.push(
          await timed(() => library.dispatch('exports.run', { articles, format, to }, signal)),
        );
        pairs.base.push(await timed(() => readBare(dir)));
        rmSync(to, { recursive: true });
      }
      const [ours, base] = [median(pairs.ours), median(pairs.base)];
      const rate = Math.round(ARTICLES / (ours / 1000)).toLocaleString('en');
      rows.push({
        name: `export: ${format}, ${rate} articles a second`,
        limit: null,
        ratio: ours / base,
        ours,
        base,
        unit: 'ms',
      });
    }
    return rows;
  } finally {
    await library.close();
  }
}

function readBare(dir: string): void {
  const db = openWriter(join(dir, 'library.sqlite'));
  const read = db.prepare<[], { html: Buffer; reader_text: Buffer }>(
    'SELECT article.*, html, reader_text FROM article JOIN reader_content ON article_id = id',
  );
  let count = 0;
  for (const row of read.iterate()) {
    if (unpackText(row.html) !== '' && unpackText(row.reader_text) !== '') count++;
  }
  db.close();
  if (count !== ARTICLES) throw new Error(`${count} texts in place of ${ARTICLES}`);
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
