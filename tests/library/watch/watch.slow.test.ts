// The watched folder, with real files: pages are clipped when they are whole, once, and whatever else lies there is left alone.
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { makeLibrary, type TestLibrary } from '../../support/make-library.ts';
import * as pictures from '../../support/pictures.ts';
import { articlePage } from '../../support/sample-pages.ts';
import { tempDir } from '../../support/temp-dir.ts';

/** Longer than a page has to stand still, with two looks in it. */
const STILL = 6000;

async function watching(given: { end?: 'keep' | 'move'; dir?: string; into?: string } = {}) {
  const into = given.into ?? tempDir();
  const library = await makeLibrary({ runsJobs: true, ...(given.dir && { dir: given.dir }) });
  if (!given.into) await library.client['watch.set']({ dir: into, end: given.end ?? 'keep' });
  return { ...library, into };
}
const titlesOf = async ({ client }: Pick<TestLibrary, 'client'>) =>
  (await client['articles.list']({ sort: 'oldest' })).articles.map(({ title }) => title);
const save = (dir: string, name: string, title: string) =>
  writeFileSync(join(dir, name), articlePage(title, 'A quincunx, bright and bold.'));
const still = () => new Promise((done) => setTimeout(done, STILL));

describe('a page saved into the watched folder', () => {
  it('is clipped with the pictures beside it, once, also after a restart and under other names', async () => {
    const library = await watching();
    const { into, client } = library;
    mkdirSync(join(into, 'Pier_files'));
    writeFileSync(join(into, 'Pier_files', 'pier.png'), pictures.png(40, 30));
    writeFileSync(
      join(into, 'Pier.html'),
      articlePage('The pier', '<img src="Pier_files/pier.png" width="400" height="300">'),
    );
    await expect.poll(() => titlesOf(library)).toEqual(['The pier']);
    const [article] = (await client['articles.list']({})).articles;
    expect(await client['pictures.missing']({ uid: article?.uid as never })).toEqual([]);
    expect(article?.thumbnail).not.toBeNull();
    await expect
      .poll(() => client['watch.state']({}))
      .toMatchObject({ dir: into, clipped: 1, failed: [] });

    // A copy, and one that was only touched, are no news.
    save(into, 'Other.html', 'Another');
    await expect.poll(() => titlesOf(library)).toEqual(['The pier', 'Another']);
    await library.close();
    const clips = (events: TestLibrary['events']) =>
      events.filter(({ kind }) => kind === 'clip-started');
    renameSync(join(into, 'Other.html'), join(into, 'Renamed.html'));
    utimesSync(join(into, 'Pier.html'), 1_700_000_000, 1_700_000_000);
    const again = await watching({ dir: library.dir, into });
    await still();
    expect(clips(again.events)).toEqual([]);
    expect(await titlesOf(again)).toEqual(['The pier', 'Another']);
    // It does look: what is new is found.
    save(into, 'New.html', 'A new one');
    await expect.poll(() => titlesOf(again)).toEqual(['The pier', 'Another', 'A new one']);
    expect(clips(again.events)).toHaveLength(1);
  });

  it('is waited for while it is written, and while a download of its name is on its way', async () => {
    const library = await watching();
    const { into } = library;
    const page = articlePage('Slowly', 'A quincunx, bright and bold.');
    const half = Math.floor(page.length / 2);
    writeFileSync(join(into, 'slow.html'), page.slice(0, half));
    writeFileSync(join(into, 'loading.html'), page);
    writeFileSync(join(into, 'loading.html.part'), 'x');
    writeFileSync(join(into, 'whole.html.crdownload'), page);
    for (let step = 0; step < 6; step++) {
      await new Promise((done) => setTimeout(done, 700));
      appendFileSync(join(into, 'slow.html'), page.slice(half + step * 10, half + step * 10 + 10));
    }
    expect(await titlesOf(library)).toEqual([]);
    appendFileSync(join(into, 'slow.html'), page.slice(half + 60));
    await expect.poll(() => titlesOf(library)).toEqual(['Slowly']);
    renameSync(join(into, 'whole.html.crdownload'), join(into, 'whole.html'));
    await expect.poll(async () => (await library.client['watch.state']({})).clipped).toBe(2);
    // Both are one page; what was written last is in it.
    const { hits } = await library.client['search.run']({ text: '"bright and bold"' });
    expect(hits).toHaveLength(1);
  });

  it('that cannot be clipped is named once, and tried again when it has changed', async () => {
    const library = await watching();
    const { into, client } = library;
    writeFileSync(join(into, 'bare.html'), pictures.png(40, 30));
    await expect
      .poll(async () => (await client['watch.state']({})).failed)
      .toMatchObject([{ name: 'bare.html', code: 'unsupported_type' }]);
    const failures = () => library.events.filter(({ kind }) => kind === 'clip-failed').length;
    expect(failures()).toBe(1);
    await client['watch.look']({});
    await still();
    expect(failures()).toBe(1);
    save(into, 'bare.html', 'Now there is text');
    await expect.poll(() => titlesOf(library)).toEqual(['Now there is text']);
    expect(await client['watch.state']({})).toMatchObject({ clipped: 1, failed: [] });
  });

  it('is moved away with its files where that was chosen, and never over another', async () => {
    const library = await watching({ end: 'move' });
    const { into } = library;
    const put = (title: string) => {
      mkdirSync(join(into, 'Page_files'));
      writeFileSync(join(into, 'Page_files', 'one.css'), 'p {}');
      save(into, 'Page.html', title);
    };
    put('The first');
    await expect.poll(() => readdirSync(into)).toEqual(['Clipped']);
    put('The second');
    await expect.poll(() => readdirSync(into)).toEqual(['Clipped']);
    const moved = readdirSync(into, { recursive: true })
      .map(String)
      .filter((path) => /html$|css$/.test(path));
    const at = (...parts: string[]) => join('Clipped', ...parts);
    expect(moved.sort()).toEqual(
      [
        at('2', 'Page.html'),
        at('2', 'Page_files', 'one.css'),
        at('Page.html'),
        at('Page_files', 'one.css'),
      ].sort(),
    );
    expect(await titlesOf(library)).toEqual(['The first', 'The second']);
  });
});

describe('the watched folder', () => {
  it('holds what is no saved page, which is left alone', async () => {
    const library = await watching();
    const { into } = library;
    const elsewhere = tempDir();
    save(elsewhere, 'secret.html', 'Elsewhere');
    symlinkSync(join(elsewhere, 'secret.html'), join(into, 'link.html'));
    symlinkSync(elsewhere, join(into, 'folder'));
    mkdirSync(join(into, 'folder.html'));
    writeFileSync(join(into, 'paper.pdf'), '%PDF-1.4');
    writeFileSync(join(into, '.hidden.html'), articlePage('Hidden', ''));
    writeFileSync(join(into, 'empty.html'), '');
    save(into, 'page.html', 'The page');
    await expect.poll(() => titlesOf(library)).toEqual(['The page']);
    await still();
    expect(await titlesOf(library)).toEqual(['The page']);
    expect(await library.client['watch.state']({})).toMatchObject({ clipped: 1, failed: [] });
  });

  it('is refused where it cannot be, said to be gone, and heeded again when it is back', async () => {
    const library = await watching();
    const { client, into, dir } = library;
    const refused = (path: string, code: string) =>
      expect(client['watch.set']({ dir: path })).rejects.toMatchObject({ code });
    await refused('Downloads', 'invalid_input');
    await refused(join(dir, 'assets'), 'invalid_input');
    await refused(join(into, 'nowhere'), 'not_found');
    expect(await client['watch.state']({})).toMatchObject({ dir: into, problem: null });
    rmSync(into, { recursive: true });
    expect((await client['watch.state']({})).problem).toMatchObject({ code: 'not_found' });
    await client['watch.look']({});
    mkdirSync(into);
    save(into, 'back.html', 'Back again');
    await client['watch.look']({});
    await vi.waitFor(async () => expect(await titlesOf(library)).toEqual(['Back again']), 20_000);
    await client['watch.set']({ dir: null });
    save(into, 'late.html', 'Too late');
    await still();
    expect(await titlesOf(library)).toEqual(['Back again']);
  });
});
