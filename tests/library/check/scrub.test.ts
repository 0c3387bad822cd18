// The look through everything once in thirty days: part by part, across restarts, with what it finds kept and told.
import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { writeBackup } from '#library/backups/write-backup.ts';
import { scrubSome } from '#library/check/scrubber.ts';
import { assetPath } from '#library/storage/asset-store.ts';
import { insertWholeArticle } from '../../support/insert-article.ts';
import { makeContext, type TestContext } from '../../support/make-context.ts';
import { textParser } from '../../support/make-ports.ts';
import { tempDir } from '../../support/temp-dir.ts';

const DAY_MS = 86_400_000;
const never = new AbortController().signal;

/** As long as there is something to look at. @returns how many parts */
async function scrubAll(context: TestContext): Promise<number> {
  let parts = 1;
  while (await scrubSome(context, never)) parts++;
  return parts;
}

async function withArticles(dir = tempDir()) {
  const context = await makeContext({ dir, parser: textParser });
  const { uid } = await context.client['clip.fromPasted']({
    text: 'Of owls\nthere is much to say',
  });
  return { context, uid };
}

it('looks through all of it, in parts, and again after thirty days', async () => {
  const { context } = await withArticles();
  for (let at = 0; at < 250; at++) insertWholeArticle(context, { title: `Article ${at}` });
  // The files of those were never written: this is about how it goes on, not about what it finds.
  const first = await scrubAll(context);
  expect(first).toBeGreaterThan(12);
  expect(await context.client['library.health']({})).toMatchObject({
    checkedAt: context.ports.clock.time,
  });
  context.ports.clock.tick(29 * DAY_MS);
  expect(await scrubAll(context)).toBe(1);
  context.ports.clock.tick(DAY_MS);
  expect(await scrubAll(context)).toBe(first);
  // Ten years back: no reason to wait until that day comes again.
  context.ports.clock.tick(-3650 * DAY_MS);
  expect(await scrubAll(context)).toBe(first);
});

it('goes on where it was when the library is opened again', async () => {
  const dir = tempDir();
  const { context } = await withArticles(dir);
  expect(await scrubSome(context, never)).toBe(true);
  expect(await scrubSome(context, never)).toBe(true);
  context.close();
  const again = await makeContext({ dir });
  const whole = await scrubAll((await withArticles()).context);
  expect(await scrubAll(again)).toBe(whole - 2);
});

it('keeps what it finds, tells of it once, and forgets what was put right', async () => {
  const { context, uid } = await withArticles();
  const { db, dir, client, events, ports } = context;
  writeBackup(db, { dir, reason: 'by-hand', now: ports.clock.now() });
  db.exec(`UPDATE article SET excerpt = 'changed'`);
  await scrubAll(context);
  const problem = { code: 'library_damaged', table: 'article', uid };
  expect(await client['library.health']({})).toMatchObject({
    problems: [problem],
    total: 1,
    articles: 1,
  });
  expect(events).toContainEqual({ kind: 'changed', topics: ['health'] });
  expect(await client['library.repairFound']({})).toMatchObject({ problems: [], total: 0 });
  expect(await client['library.check']({})).toMatchObject({ ok: true });

  // What nothing has whole stays in the list, until a round finds it no more.
  const [asset = ''] = db.prepare('SELECT asset_name FROM snapshot').pluck().all() as string[];
  rmSync(assetPath(dir, asset as never));
  rmSync(assetPath(`${dir}/backups`, asset as never));
  ports.clock.tick(31 * DAY_MS);
  await scrubAll(context);
  expect(await client['library.repairFound']({})).toMatchObject({
    problems: [{ table: 'asset', uid, code: 'not_found' }],
    articles: 1,
  });
  db.exec('DELETE FROM article; DELETE FROM asset');
  ports.clock.tick(31 * DAY_MS);
  await scrubAll(context);
  expect(await client['library.health']({})).toMatchObject({ total: 0 });
});
