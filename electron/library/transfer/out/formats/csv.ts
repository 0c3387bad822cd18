// Articles as a table for spreadsheets: a row for each, without its text.
import { csvRow } from '../../../csv-row.ts';
import type { FormatWriter } from '../export-format.ts';
import type { ArticleFacts } from '../facts-repo.ts';
import { isoTime } from '../iso-time.ts';

const COLUMNS: readonly (readonly [name: string, of: (article: ArticleFacts) => string])[] = [
  ['Title', ({ title }) => title],
  ['URL', ({ url }) => url ?? ''],
  ['Author', ({ author }) => author ?? ''],
  ['Site', ({ siteName }) => siteName ?? ''],
  ['Published', ({ publishedAt }) => publishedAt ?? ''],
  ['Saved', ({ savedAt }) => isoTime(savedAt) ?? ''],
  ['Finished', ({ finishedAt }) => isoTime(finishedAt) ?? ''],
  ['Status', ({ readingStatus }) => readingStatus],
  ['Progress', ({ progress }) => String(progress)],
  ['Starred', ({ starred }) => String(starred)],
  ['Archived', ({ archived }) => String(archived)],
  ['Tags', ({ tags }) => tags.join('; ')],
  ['Collections', ({ collections }) => collections.map((path) => path.join(' / ')).join('; ')],
  ['Language', ({ lang }) => lang ?? ''],
  ['Words', ({ wordCount }) => String(wordCount)],
  ['Highlights', ({ highlightCount }) => String(highlightCount)],
  ['Note', ({ note }) => note ?? ''],
  ['Excerpt', ({ excerpt }) => excerpt],
  ['UID', ({ uid }) => uid],
];

export const csv: FormatWriter = {
  shape: 'file',
  async write(work, file) {
    // Without the mark, spreadsheets on Windows take UTF-8 for something else.
    await file.write(`\ufeff${csvRow(COLUMNS.map(([name]) => name))}`);
    for await (const article of work.facts()) {
      await file.write(csvRow(COLUMNS.map(([, of]) => of(article))));
    }
  },
};
