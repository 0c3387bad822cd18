// Long work gives way to whoever types, and not to a window that only shows what changed.
import { expect, test } from 'vitest';
import { attention } from '#library/attention.ts';

/** Whether it waits; a resolved promise is through before any timer is. */
async function waits(giveWay: () => Promise<void>): Promise<boolean> {
  const atOnce = new Promise<boolean>((done) => setImmediate(() => done(true)));
  return Promise.race([giveWay().then(() => false), atOnce]);
}

test('work goes on at once while nobody searches', async () => {
  const { asked, giveWay } = attention();
  expect(await waits(giveWay)).toBe(false);
  asked('articles.list', {});
  asked('search.suggest', { text: 'moth' });
  expect(await waits(giveWay)).toBe(false);
});

test('work waits a moment after each while somebody types', async () => {
  const { asked, giveWay } = attention();
  asked('search.run', { text: 'm' });
  expect(await waits(giveWay)).toBe(true);
  asked('search.run', { text: 'mo' });
  expect(await waits(giveWay)).toBe(true);
  // And goes on: the pause is one.
  await giveWay();
});

test('an answer that is asked for again is nobody who types', async () => {
  const { asked, giveWay } = attention();
  asked('search.run', { text: 'moth' });
  await expect.poll(() => waits(giveWay)).toBe(false);
  asked('search.run', { text: 'moth' });
  expect(await waits(giveWay)).toBe(false);
  // The control: another word is.
  asked('search.run', { text: 'moths' });
  expect(await waits(giveWay)).toBe(true);
});

test('what is no search at all is none', async () => {
  const { asked, giveWay } = attention();
  for (const input of [null, undefined, 7, 'moth', {}]) asked('search.run', input);
  expect(await waits(giveWay)).toBe(false);
  asked('search.run', { text: 'moth' });
  expect(await waits(giveWay)).toBe(true);
});
