// The labelled pages of a folder of test data: `full-text` (pages with the text of their article) and `segments` (pages with
// strings that belong to the text, and strings that do not). The folder stays where it is; nothing of it enters the project.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface LabelledPage {
  readonly url: string;
  readonly host: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The whole text of the article, where it is known. */
  readonly body: string | null;
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
}

interface FullText {
  readonly url: string;
  readonly articleBody: string;
}

interface Segments {
  readonly file: string;
  readonly with: readonly string[];
  readonly without: readonly string[];
}

export const hasPages = (folder: string): boolean =>
  existsSync(join(folder, 'full-text', 'ground-truth.json')) &&
  existsSync(join(folder, 'segments', 'ground-truth.json'));

export function labelledPages(folder: string): LabelledPage[] {
  const fullText = truth<FullText>(join(folder, 'full-text'));
  const segments = truth<Segments>(join(folder, 'segments'));
  return [
    ...Object.entries(fullText).map(([id, { url, articleBody }]) => ({
      url,
      host: hostOf(url),
      bytes: unzipped(join(folder, 'full-text', 'html', `${id}.html.gz`)),
      body: articleBody,
      wanted: [],
      unwanted: [],
    })),
    ...Object.entries(segments).map(([url, { file, with: wanted, without: unwanted }]) => ({
      url,
      host: hostOf(url),
      bytes: unzipped(join(folder, 'segments', 'html', `${file}.gz`)),
      body: null,
      wanted,
      unwanted,
    })),
  ];
}

const truth = <T>(folder: string): Record<string, T> =>
  JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<string, T>;
const unzipped = (file: string) => new Uint8Array(gunzipSync(readFileSync(file)));
const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');
