// Articles for the benches of the reader: as long as wanted, with pictures, and highlights spread evenly over them.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { highlightColours } from '#contract/types/highlight.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { LibraryClient } from '#hosts/local-client.ts';
import { describeRange } from '#library/anchors/describe-range.ts';
import { makeCorpus } from '../../support/corpus.ts';
import { png } from '../../support/pictures.ts';

export interface LongArticle {
  readonly title: string;
  readonly words: number;
  readonly images?: number;
  readonly highlights?: number;
}

const WORDS_PER_PARAGRAPH = 80;
const MARKED_LENGTH = 60;

/** Clips it through the whole pipeline, from a page with its folder of pictures. @param dir for the page */
export async function clipLongArticle(
  client: LibraryClient,
  dir: string,
  { title, words, images = 0, highlights = 0 }: LongArticle,
): Promise<ArticleUid> {
  const paragraphs = paragraphsOf(words);
  const every = images > 0 ? Math.floor(paragraphs.length / images) : Number.POSITIVE_INFINITY;
  const pictures = join(dir, `${title}_files`);
  await mkdir(pictures, { recursive: true });
  let body = '';
  let painted = 0;
  for (const [at, paragraph] of paragraphs.entries()) {
    if (at % 12 === 5) body += `<h2>Part ${at}</h2>`;
    body += `<p>${paragraph}</p>`;
    if (at % every !== every - 1 || painted >= images) continue;
    const file = `${painted++}.png`;
    await writeFile(join(pictures, file), png(900, 600, painted));
    body += `<figure><img src="${title}_files/${file}" alt="Picture ${painted}"></figure>`;
  }
  const path = join(dir, `${title}.html`);
  await writeFile(
    path,
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>
     <body><article><h1>${title}</h1>${body}</article></body></html>`,
  );
  const { uid } = await client['clip.fromPath']({ path });
  await mark(client, uid, highlights);
  return uid;
}

async function mark(client: LibraryClient, uid: ArticleUid, count: number): Promise<void> {
  const { text } = await client['articles.content']({ uid });
  const step = Math.floor(text.length / (count + 1));
  for (let at = 1; at <= count; at++) {
    const start = at * step;
    await client['highlights.add']({
      uid,
      colour: highlightColours[at % highlightColours.length] ?? 'yellow',
      anchor: describeRange(text, start, start + MARKED_LENGTH),
    });
  }
}

function paragraphsOf(words: number): string[] {
  const corpus = makeCorpus(7);
  const paragraphs: string[] = [];
  for (let at = 0, count = 0; count < words; at++) {
    const { lang, text } = corpus.article(at);
    if (lang !== 'en') continue;
    const all = text.split(/\s+/);
    for (let from = 0; from < all.length && count < words; from += WORDS_PER_PARAGRAPH) {
      const some = all.slice(from, from + Math.min(WORDS_PER_PARAGRAPH, words - count));
      paragraphs.push(some.join(' '));
      count += some.length;
    }
  }
  return paragraphs;
}
