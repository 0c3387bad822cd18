// The commands that read or tag a library, their answers as whole values.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { localClient } from '#hosts/local-client.ts';
import { ownLibrary } from '#hosts/owned-library.ts';
import { describeRange } from '#library/anchors/describe-range.ts';
import { lectern, startLectern } from '../../support/lectern.ts';
import { articlePage } from '../../support/sample-pages.ts';

// Each of these starts processes, and one page is read by three of them in turn.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let dir: string;
let library: string;
/** Two articles, the newer one tagged; their uids by name. */
let uids: { lamp: string; moth: string };

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'lectern-reading-'));
  library = join(dir, 'library');
  const clip = async (name: string, page: string, ...options: string[]) => {
    writeFileSync(join(dir, name), page);
    const ran = await lectern([
      'clip',
      join(dir, name),
      '--json',
      '--library',
      library,
      ...options,
    ]);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    return JSON.parse(ran.stdout)[0].uid as string;
  };
  const lamp = await clip(
    'lamp.html',
    articlePage('The lamp', 'A quincunx, <b>bright</b> &amp; bold.'),
  );
  const moth = await clip(
    'moth.html',
    articlePage('The moth', 'A zephyr, and no &lt;script&gt; at all.'),
    '--tag=night',
    '--url=https://example.org/moth?a=1&b=2',
  );
  uids = { lamp, moth };
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const run = (...args: string[]) => lectern([...args, '--library', library]);
const jsonOf = async (...args: string[]) => {
  const ran = await run(...args, '--json');
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(ran.stdout);
};

describe('list', () => {
  test('gives summaries, newest first', async () => {
    const summary = {
      author: 'Ann Author',
      siteName: null,
      excerpt: expect.any(String),
      lang: 'en',
      dir: null,
      wordCount: expect.any(Number),
      savedAt: expect.any(Number),
      publishedAt: null,
      readingStatus: 'unread',
      progress: 0,
      starred: false,
      archived: false,
      trashed: false,
      awaitsText: false,
      thumbnail: null,
    };
    const lamp = { ...summary, uid: uids.lamp, title: 'The lamp', url: null, tags: [] };
    const moth = {
      ...summary,
      uid: uids.moth,
      title: 'The moth',
      url: 'https://example.org/moth?a=1&b=2',
      siteName: expect.toSatisfy((name) => name === null || typeof name === 'string'),
      tags: ['night'],
    };
    const all = await jsonOf('list');
    expect(all).toEqual(
      [
        { ...moth, dir: expect.anything() },
        { ...lamp, dir: expect.anything() },
      ].map((one, at) => ({ ...one, dir: all[at].dir })),
    );
    expect(await jsonOf('list', '--limit', '1')).toEqual([all[0]]);
    expect(await jsonOf('list', '--tag', 'NIGHT')).toEqual([all[0]]);
    expect(await jsonOf('list', '--tag', 'nothing')).toEqual([]);
  });

  test('prints a line for each without --json', async () => {
    const day = '\\d{4}-\\d\\d-\\d\\d';
    expect(await run('list')).toEqual({
      code: 0,
      stdout: expect.stringMatching(
        new RegExp(
          `^${uids.moth}  ${day}  The moth  https://example.org/moth\\?a=1&b=2\n${uids.lamp}  ${day}  The lamp\n$`,
        ),
      ),
      stderr: '',
    });
  });
});

describe('search', () => {
  test('gives hits with marks, and escapes everything else', async () => {
    expect(await jsonOf('search', 'zephyr')).toEqual({
      total: 1,
      hits: [
        {
          uid: uids.moth,
          title: 'The moth',
          url: 'https://example.org/moth?a=1&b=2',
          snippet: expect.stringContaining('A <mark>zephyr</mark>, and no &lt;script&gt; at all.'),
          passages: [expect.stringContaining('A <mark>zephyr</mark>, and no')],
          score: expect.any(Number),
        },
      ],
    });
    const { hits } = await jsonOf('search', 'QUINCUNX');
    expect(hits[0].snippet).toContain('A <mark>quincunx</mark>, bright &amp; bold.');
  });

  test('takes several words, phrases, and words to leave out', async () => {
    const found = async (...words: string[]) =>
      (await jsonOf('search', ...words)).hits.map(({ uid }: { uid: string }) => uid);
    expect((await found('lamp')).sort()).toEqual([uids.lamp, uids.moth].sort());
    expect(await found('lamp', '-zephyr')).toEqual([uids.lamp]);
    expect(await found('lamp', '-quincunx', '--limit', '5')).toEqual([uids.moth]);
    expect(await found('"reading desk"', 'zephyr')).toEqual([uids.moth]);
    expect(await found('lamp', 'tag:night')).toEqual([uids.moth]);
    expect(await found('nowhere')).toEqual([]);
    expect((await jsonOf('search', 'lamp', '--limit=1')).hits).toHaveLength(1);
  });

  test('takes a query that begins with a dash after --', async () => {
    const ran = await lectern(['search', '--json', '--library', library, '--', '--zephyr']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(ran.stdout)).toEqual({ total: expect.any(Number), hits: expect.any(Array) });
  });

  test.each([
    ['nothing', ''],
    ['a quotation mark', '"'],
    ['a dash', '-'],
    ['a star', '*'],
    ['words of another language', 'AND OR NOT NEAR(a b)'],
    ['colons', 'a:b:c title:x'],
    ['a control character', '\u0001'],
    ['100,000 characters', 'x'.repeat(100_000)],
  ])('answers any string: %s', async (_, query) => {
    expect(await jsonOf('search', query)).toEqual({
      total: expect.any(Number),
      hits: expect.any(Array),
    });
  });

  test('prints hits and how many there are without --json', async () => {
    const ran = await run('search', 'zephyr');
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout.split('\n')).toEqual([
      `${uids.moth}  The moth`,
      '  https://example.org/moth?a=1&b=2',
      expect.stringContaining('A zephyr, and no <script> at all.'),
      '',
      '1 article',
      '',
    ]);
  });
});

describe('show', () => {
  test('gives the article as text, as reader content, and with everything', async () => {
    const text = await run('show', uids.lamp);
    expect(text).toMatchObject({ code: 0, stderr: '' });
    expect(text.stdout.split('\n').slice(0, 3)).toEqual(['The lamp', 'Ann Author', '']);
    expect(text.stdout).toContain('A quincunx, bright & bold.');

    const html = await run('show', uids.lamp.toLowerCase(), '--format', 'html');
    expect(html).toMatchObject({ code: 0, stderr: '' });
    expect(html.stdout).toMatch(/A quincunx, <(b|strong)>bright<\/\1> &amp; bold\./);

    const article = await jsonOf('show', uids.lamp);
    expect(article).toMatchObject({
      uid: uids.lamp,
      title: 'The lamp',
      author: 'Ann Author',
      missingImages: 0,
      highlightCount: 0,
      lostHighlightCount: 0,
      hasNote: false,
      hasPages: false,
      type: null,
      warning: null,
      text: expect.stringContaining('A quincunx, bright & bold.'),
    });
    const asked = await run('show', uids.lamp, '--format=json');
    expect(JSON.parse(asked.stdout)).toEqual(article);
  });

  test('tells which pictures are missing, and why', async () => {
    writeFileSync(
      join(dir, 'dim.html'),
      articlePage('The dim lamp', 'It has no <img src="dim_files/glow.png" alt="glow">.'),
    );
    const inOther = (...args: string[]) => lectern([...args, '--library', join(dir, 'other')]);
    const clipped = await inOther('clip', join(dir, 'dim.html'), '--json');
    const [{ uid }] = JSON.parse(clipped.stdout);
    expect((await inOther('show', uid)).stdout).toContain(
      '1 picture is missing:\n  dim_files/glow.png: It is not there any more, or was not saved with the page.\n\n',
    );
    const article = await inOther('show', uid, '--json');
    expect(JSON.parse(article.stdout)).toMatchObject({
      missingImages: 1,
      missingPictures: [{ url: 'companion:dim_files/glow.png', state: 'failed', dueAt: null }],
    });
  });

  test.each(['01ARZ3NDEKTSV4RRFFQ69G5FAV', 'nonsense'])('knows no article %s', async (uid) => {
    expect(await run('show', uid)).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^not_found: .*\n$/),
    });
  });

  test('refuses two formats', async () => {
    expect(await run('show', uids.lamp, '--json', '--format', 'html')).toMatchObject({
      code: 2,
      stdout: '',
    });
  });
});

test('highlights prints what was marked, of all articles or of one', async () => {
  expect(await run('highlights')).toEqual({ code: 0, stdout: '', stderr: '' });
  const owned = await ownLibrary(library);
  const client = localClient(owned.dispatch);
  for (const uid of [uids.lamp, uids.moth]) {
    const { text } = await client['articles.content']({ uid });
    const start = text.indexOf('A ');
    await client['highlights.add']({
      uid,
      colour: 'green',
      anchor: describeRange(text, start, text.indexOf(',', start)),
      note: '\u001b[31mred',
    });
  }
  await owned.close();

  const all = await run('highlights');
  expect(all).toMatchObject({ code: 0, stderr: '' });
  expect(all.stdout).toMatch(
    /^## The moth\n\n.*<https:\/\/example.org\/moth\?a=1&b=2>\n\n> A zephyr\n\n\[31mred\n\n\*green, .*\*\n\n## The lamp\n/,
  );
  const one = await jsonOf('highlights', '--article', uids.lamp.toLowerCase());
  expect(one).toMatchObject([
    { quote: 'A quincunx', colour: 'green', article: { uid: uids.lamp, title: 'The lamp' } },
  ]);
  const asJson = await run('highlights', '--format', 'json');
  expect(JSON.parse(asJson.stdout)).toHaveLength(2);
  expect(await run('highlights', '--article', '01ARZ3NDEKTSV4RRFFQ69G5FAV')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^not_found: /),
  });
  expect(await run('highlights', '--json', '--format', 'markdown')).toMatchObject({ code: 2 });
});

test('tag adds tags and gives all of them', async () => {
  expect(await jsonOf('tag', uids.lamp, 'two  words')).toEqual(['two words']);
  expect((await run('tag', uids.lamp, 'Brass', 'TWO words')).stdout).toBe('Brass, two words\n');
  expect(await run('tag', '01ARZ3NDEKTSV4RRFFQ69G5FAV', 'x')).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^not_found: .*\n$/),
  });
  expect(await run('tag', uids.lamp, ' ')).toMatchObject({ code: 2, stdout: '' });
});

test('check reports that all is well', async () => {
  expect(await jsonOf('check')).toEqual({
    ok: true,
    checked: { rows: expect.any(Number), assets: 2, indexed: 2 },
    problems: [],
  });
  expect((await run('check', '--rebuild-index')).stdout).toMatch(
    /^The search index was made anew: 2 articles\.\nThe library is sound: \d+ rows, 2 files, 2 articles/,
  );
});

test('check reports damage, and fails', async () => {
  const damaged = join(dir, 'damaged');
  await lectern(['clip', join(dir, 'lamp.html'), '--library', damaged]);
  const original = readdirSync(join(damaged, 'assets'), { recursive: true, encoding: 'utf8' }).find(
    (name) => name.endsWith('.bin'),
  );
  writeFileSync(join(damaged, 'assets', original ?? ''), 'not what was saved');
  const ran = await lectern(['check', '--json', '--library', damaged]);
  expect(ran).toMatchObject({ code: 1, stderr: '' });
  const report = JSON.parse(ran.stdout);
  expect(report).toMatchObject({ ok: false, problems: [{ code: 'library_damaged' }] });
  const told = await lectern(['check', '--library', damaged]);
  expect(told).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^1 problem in \d+ rows, /),
    stderr: expect.stringMatching(/^library_damaged: .*\n$/),
  });
});

test('a reader that goes away is no error', async () => {
  const child = await startLectern(['list', '--json', '--library', library]);
  child.stdout.destroy();
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const code = await new Promise((done) => child.on('close', done));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

describe('network', () => {
  test('says that nothing was asked, and lets nothing be asked', async () => {
    expect(await jsonOf('network', '--off')).toEqual({
      network: false,
      summary: {
        sums: [],
        listedSince: null,
        dropped: 0,
        keeps: { requests: 50_000, days: 730 },
      },
      requests: [],
    });
    expect(await run('clip', 'http://nowhere.invalid/')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^offline: .*The network is switched off in the settings/),
    });
    await run('network', '--on');
    await run('clip', 'http://nowhere.invalid/');
    const { stdout } = await run('network');
    expect(stdout).toMatch(/ clip +0\.0 kB +\w+ +nowhere\.invalid\nclip +1 requests, 0\.0 kB\n/);
    expect((await jsonOf('network')).requests).toHaveLength(1);
    await run('clip', 'http://nowhere.invalid/again');
    expect((await jsonOf('network', '--limit', '1')).requests).toHaveLength(1);
  });
});
