// A library of the schema before missing pictures (80) brought up to date: those it misses are asked for again where that helps.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openWriter, statement } from '#library/storage/database.ts';
import { migrate } from '#library/storage/migrate.ts';
import { migrations } from '#library/storage/migrations/list.ts';
import { uidMaker } from '#library/storage/uid.ts';
import { insertWholeArticle } from '../support/insert-article.ts';
import { makeContext } from '../support/make-context.ts';
import { makePorts, testLog } from '../support/make-ports.ts';
import { tempDir } from '../support/temp-dir.ts';

it('takes the missing pictures of schema 80 along', async () => {
  const dir = tempDir();
  const ports = makePorts();
  const db = openWriter(join(dir, 'library.sqlite'));
  const older = migrations.filter(({ version }) => version <= 80);
  migrate(db, older, { dir, log: testLog(), copyFirst: () => undefined });
  const { id } = insertWholeArticle(
    { db, newUid: uidMaker(ports.clock), ports },
    { title: 'Lamps', text: 'Lamps burn.', indexed: false },
  );
  const missing = [
    ['https://a.example:8080/1.png', 'timed_out'],
    ['https://a.example:8080/2.png', 'not_found'],
    ['https://a.example:8080/1.png', 'timed_out'],
    ['companion:a.png', 'not_found'],
    [null, 'unsupported_type'],
  ];
  for (const [position, [url, code]] of missing.entries()) {
    statement(
      db,
      'INSERT INTO article_image (article_id, position, url, error_code) VALUES (?, ?, ?, ?)',
    ).run(id, position, url, code);
  }
  db.close();

  const context = await makeContext({ dir });
  const rows = statement(
    context.db,
    'SELECT url, host, candidates, state, due_at FROM missing_picture ORDER BY id',
  ).all();
  const url = 'https://a.example:8080/1.png';
  const other = 'https://a.example:8080/2.png';
  expect(rows).toEqual([
    { url, host: 'a.example:8080', candidates: `["${url}"]`, state: 'waiting', due_at: 0 },
    { url: other, host: 'a.example:8080', candidates: `["${other}"]`, state: 'failed', due_at: 0 },
  ]);
});
