// What backups promise, many times over: all that was acknowledged is in them, and none is half. Each with a control that fails.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { localClient } from '#hosts/local-client.ts';
import { findBackups } from '#library/backups/find-backups.ts';
import { openReaderOnly } from '#library/open-reader.ts';
import { restoreUnopened } from '#library/restore-unopened.ts';
import { openReader, statement } from '#library/storage/database.ts';
import { filledLibrary } from '../../support/fill-directly.ts';
import { killBackups } from '../../support/kill-backups.ts';
import { makeLibrary } from '../../support/make-library.ts';
import { textParser } from '../../support/make-ports.ts';
import { tempDir } from '../../support/temp-dir.ts';

const BACKUPS = 50;
const KILLS = 100;
const CONTROLS = 30;

it(`${BACKUPS} backups under a writer that never rests restore to all that was kept before`, async () => {
  const { client, dir } = await makeLibrary({ parser: textParser });
  const kept: string[] = [];
  let stop = false;
  const writing = (async () => {
    for (let at = 0; !stop; at++) {
      const text = `Clip ${at}\n${`word${at} `.repeat(300)}`;
      const { title, uid } = await client['clip.fromPasted']({ text, tags: ['clipped'] });
      kept.push(title);
      // Some forty a second: else the last rounds would be about size alone.
      await setTimeout(20);
      if (at % 5 === 0) await client['articles.star']({ uids: [uid], starred: true });
    }
  })();
  const missing: string[] = [];
  const problems: object[] = [];
  let lackedByCopies = 0;
  for (let round = 0; round < BACKUPS; round++) {
    const before = [...kept];
    // The control: the file alone, which lacks what is only in the log.
    const copy = join(tempDir(), 'library.sqlite');
    copyFileSync(join(dir, 'library.sqlite'), copy);
    const inCopy = titlesIn(copy);
    lackedByCopies += before.filter((title) => !inCopy.has(title)).length;

    const { backup } = await client['backups.make']({});
    const path = findBackups(dir).find(({ name }) => name === backup.name)?.path ?? '';
    const restored = join(tempDir(), 'restored');
    mkdirSync(restored);
    restoreUnopened({ dir: restored, path, now: 0 });
    const there = titlesIn(join(restored, 'library.sqlite'));
    missing.push(...before.filter((title) => !there.has(title)));
    // Restoring has looked at every row; files and index are looked at now and then.
    if (round % 10 === 9) problems.push(...(await problemsIn(restored)));
  }
  stop = true;
  await writing;
  console.log(
    `${BACKUPS} backups, ${kept.length} articles: ${missing.length} missing, ${problems.length} problems; copies of the file alone lacked ${lackedByCopies}`,
  );
  expect(missing).toEqual([]);
  expect(problems).toEqual([]);
  expect(lackedByCopies).toBeGreaterThan(0);
});

it(`${KILLS} kills during a backup leave no bad file under a final name`, async () => {
  const dir = await filledLibrary(300);
  const delays = Array.from({ length: KILLS }, (_, at) => (at * 7) % 500);
  const { whole, bad } = await killBackups(dir, delays);
  const control = await killBackups(dir, delays.slice(0, CONTROLS), true);
  console.log(
    `${KILLS} kills: ${bad.length} bad, ${whole} whole; written under their name, ${control.bad.length} bad in ${CONTROLS}`,
  );
  expect(bad).toEqual([]);
  expect(whole).toBeGreaterThan(0);
  expect(control.bad.length).toBeGreaterThan(0);
});

async function problemsIn(dir: string): Promise<object[]> {
  const reader = await openReaderOnly({ dir });
  try {
    const { problems } = await localClient(reader.dispatch)['library.check']({});
    return problems;
  } finally {
    reader.close();
  }
}

/** Of a file that may be in the middle of a change. */
function titlesIn(file: string): Set<string> {
  try {
    const db = openReader(file);
    try {
      return new Set(statement<string>(db, 'SELECT title FROM article').pluck().all());
    } finally {
      db.close();
    }
  } catch {
    return new Set();
  }
}
