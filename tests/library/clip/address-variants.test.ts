// One page under its addresses for large and small screens and as AMP: one article, whichever came first; another page stays another.
import { expect, it } from 'vitest';
import { HttpUrl } from '#contract/types/ids.ts';
import { clipFile } from '../../support/clip-file.ts';
import { articlePage } from '../../support/local-site.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';

const PLAIN = 'https://www.orchard.example/2025/apples?id=7';
const SAME = [
  'https://m.orchard.example/2025/apples?id=7',
  'https://mobile.orchard.example/2025/apples?id=7&utm_source=x',
  'https://amp.orchard.example/2025/apples?id=7',
  'https://www.orchard.example/amp/2025/apples?id=7',
  'https://www.orchard.example/2025/apples/amp?id=7',
  'https://www.orchard.example/2025/apples/amp/?id=7#here',
  'https://www.orchard.example/2025/apples.amp?id=7',
  'https://www.orchard.example/2025/apples?id=7&amp=1',
  'https://www.orchard.example/2025/apples?id=7&amp',
  'https://www.orchard.example/2025/apples?outputType=amp&id=7',
  'https://www-orchard-example.cdn.ampproject.org/c/s/www.orchard.example/2025/apples?id=7',
  'https://www.google.com/amp/s/www.orchard.example/2025/apples%3fid=7',
];

let times = 0;
async function clip({ client }: TestContext, url: string, title = 'Apples') {
  const page = articlePage(title, `<p>Written for the ${++times}. time.</p>`);
  return (await client['clip.fromFile']({ ...clipFile(page), url: HttpUrl.parse(url) })).uid;
}

it.each(SAME)('%s is the same page', async (url) => {
  const context = await makeContext();
  const uid = await clip(context, PLAIN);
  expect(await clip(context, url)).toBe(uid);
});

it.each(SAME.slice(0, 10).filter((url) => !url.includes('utm_')))(
  '%s is, clipped before it',
  async (url) => {
    const context = await makeContext();
    const uid = await clip(context, url);
    expect(await clip(context, PLAIN)).toBe(uid);
  },
);

it.each([
  'https://m.orchard.example/2025/apples?id=8',
  'https://m.orchard.example/2025/pears?id=7',
  'https://shop.orchard.example/2025/apples?id=7',
  'https://m.other.example/2025/apples?id=7',
  'https://www.google.com/amp/s/other.example/2025/apples%3fid=7',
])('%s is another', async (url) => {
  const context = await makeContext();
  const uid = await clip(context, PLAIN);
  expect(await clip(context, url)).not.toBe(uid);
});

it('is another where it is called otherwise', async () => {
  const context = await makeContext();
  const uid = await clip(context, PLAIN);
  expect(await clip(context, SAME[0] ?? '', 'Pears')).not.toBe(uid);
  expect(await clip(context, 'https://m.orchard.example/')).not.toBe(
    await clip(context, 'https://orchard.example/'),
  );
});
