// Other ways to take an article out of a page, bare, on linkedom. As a program of its own it answers pages a line, as
// `lectern extract --jsonl` does: node other-extractors.ts readability|defuddle.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { parseHTML } from 'linkedom';
import { decode } from '#library/clip/page/decode.ts';

interface Answer {
  readonly html: string;
  readonly title: string | null;
  readonly author: string | null;
  readonly publishedAt: string | null;
}

export type Extractor = (bytes: Uint8Array, url: string) => Answer;

const treeOf = (bytes: Uint8Array) => parseHTML(decode(bytes, 'html', null).text).document;

export const extractors: Readonly<Record<string, Extractor>> = {
  readability(bytes) {
    const found = new Readability(treeOf(bytes)).parse();
    return {
      html: found?.content ?? '',
      title: found?.title ?? null,
      author: found?.byline ?? null,
      publishedAt: found?.publishedTime ?? null,
    };
  },
  defuddle(bytes, url) {
    const document = treeOf(bytes);
    // It asks a browser's document for these.
    Object.defineProperty(document, 'styleSheets', { value: [] });
    Object.defineProperty(document, 'URL', { value: url });
    const view = document.defaultView as unknown as Record<string, unknown>;
    view.getComputedStyle ??= () => ({ getPropertyValue: () => '', display: '' });
    const { content, title, author, published } = new Defuddle(document, {
      url,
      useAsync: false,
    }).parse();
    return { html: content, title, author, publishedAt: published };
  },
};

if (import.meta.main) {
  const extract = extractors[process.argv[2] ?? ''];
  if (!extract) throw new Error('Which? readability or defuddle.');
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    const { id, path, url } = JSON.parse(line) as { id: string; path: string; url: string };
    try {
      console.log(JSON.stringify({ id, ...extract(readFileSync(path), url) }));
    } catch (error) {
      console.log(JSON.stringify({ id, error: String(error) }));
    }
  }
}
