// A page of which something is left out: its navigation, a box beside the text, a hostile one, its footer.
import type { PageContents } from '#contract/types/block.ts';
import type { ArticleUid, HttpUrl } from '#contract/types/ids.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';
import * as pictures from '../../support/pictures.ts';

const prose = (word: string) =>
  `<p>The ${word} came up the river before anybody was awake, and went down it again when they were. ` +
  `What it left on the steps of the boathouse was counted, weighed and written into the book of the ${word}.</p>`;

export const PARTS = {
  menu: '<nav><ul><li><a href="/tides">Tides</a></li><li><a href="/boats">Boats</a></li></ul></nav>',
  box: '<aside class="sidebar related"><h3>From the harbour office</h3><p>Quicklime is sold by the barrel.</p></aside>',
  hostile:
    '<aside class="sidebar widget"><p onclick="alert(1)">Hellebore <b style="position:fixed">grows</b> <a href="javascript:alert(2)">here</a>' +
    '<script>alert(3)</script><img src="x" onerror="alert(4)"><iframe src="https://evil.example/"></iframe></p></aside>',
  footer: '<footer><p>Printed by the Weir Press.</p></footer>',
} as const;

export interface PageOptions {
  readonly first?: string;
  readonly second?: string;
  readonly box?: string;
}

export const pageOf = ({
  first = prose('flood'),
  second = prose('ebb'),
  box = PARTS.box,
}: PageOptions = {}): string =>
  `<!doctype html><html lang="en"><head><title>Of the river</title></head><body>${PARTS.menu}` +
  `<main><article><h1>Of the river</h1>${first}${prose('drift')}` +
  `<figure><img src="data:image/png;base64,${pictures.png(300, 200).toString('base64')}"><figcaption>The boathouse at noon.</figcaption></figure>` +
  `${box}${PARTS.hostile}${prose('eel')}${second}</article></main>${PARTS.footer}</body></html>`;

export const clip = (
  { client }: TestContext,
  html: string,
  url = 'https://river.example/a' as HttpUrl,
) => client['clip.fromFile']({ name: 'river.html', bytes: new Uint8Array(Buffer.from(html)), url });

export async function riverArticle(html = pageOf()) {
  const context = await makeContext();
  const { uid } = await clip(context, html);
  return { context, client: context.client, uid };
}

export const contentsOf = ({ client }: Pick<TestContext, 'client'>, uid: ArticleUid) =>
  client['contents.blocks']({ uid });

/** The one block that says this. */
export function blockWith({ blocks }: PageContents, words: string) {
  const found = blocks.filter(({ text }) => text.includes(words));
  if (found.length !== 1) throw new Error(`${found.length} blocks say “${words}”`);
  return found[0] as PageContents['blocks'][number];
}

export const wordsOf = async ({ client }: Pick<TestContext, 'client'>, uid: ArticleUid) =>
  (await client['articles.content']({ uid })).text;

export const hitsFor = async ({ client }: Pick<TestContext, 'client'>, text: string) =>
  (await client['search.run']({ text })).hits.length;

export async function restore(
  { client }: Pick<TestContext, 'client'>,
  uid: ArticleUid,
  words: string,
) {
  const { addresses } = blockWith(await contentsOf({ client }, uid), words);
  return client['contents.restoreBlock']({ uid, blocks: addresses });
}

export async function remove(
  { client }: Pick<TestContext, 'client'>,
  uid: ArticleUid,
  words: string,
) {
  const { addresses } = blockWith(await contentsOf({ client }, uid), words);
  return client['contents.removeBlock']({ uid, blocks: addresses });
}
