// Every form in which a page can be saved: from the file, through a parse process, to a marked hit of the search.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { forkParser } from '#hosts/fork-parser.ts';
import { parserPool } from '#hosts/parser-pool.ts';
import { hit } from '../../support/clip-and-find.ts';
import { makeContext } from '../../support/make-context.ts';
import { png } from '../../support/pictures.ts';
import { savedForms } from '../../support/saved-forms.ts';
import { tempDir } from '../../support/temp-dir.ts';

const pool = parserPool({ spawn: () => forkParser(), timeoutMs: 60_000, pdfTimeoutMs: 60_000 });
afterAll(() => pool.close());

const withProcess = () => makeContext({ parser: pool, originals: pool.originals });
const forms = Object.entries(savedForms);
const copy = (bytes: Uint8Array) => new Uint8Array(bytes);

describe('from a file to a marked hit', () => {
  it.each(forms)('%s', async (_, form) => {
    const context = await withProcess();
    const { client } = context;
    const companions = (form.companions ?? []).map(({ path, bytes }) => ({
      path,
      bytes: copy(bytes),
    }));
    const { name, bytes } = form;
    const result = await client['clip.fromFile']({ name, bytes: copy(bytes), companions });
    expect(result).toMatchObject({ title: form.title, url: form.url, status: 'saved' });
    expect(result.warning).toBeUndefined();
    const { missingImages } = await client['articles.get']({ uid: result.uid });
    const { html, text } = await client['articles.content']({ uid: result.uid });
    expect({
      missingImages,
      pictures: html.match(/<img src="asset:[0-9a-f]{64}/g)?.length ?? 0,
    }).toEqual({
      missingImages: 0,
      pictures: form.pictures,
    });
    for (const words of form.not ?? []) expect(text).not.toContain(words);
    expect(await hit(context, 'quincunx')).toEqual([[form.title, ['quincunx']]]);
    expect(await hit(context, 'quincunxes')).toEqual([]);
    // Read once more from what was kept, it is the same article.
    expect(await client['articles.reread']({ uid: result.uid })).toMatchObject({ changed: false });
  });

  it.each(forms.filter(([, { companions }]) => companions))(
    '%s, with what lies beside it on the disk',
    async (_, form) => {
      const context = await withProcess();
      const path = join(tempDir(), form.name);
      for (const file of form.companions ?? []) {
        const at = join(dirname(path), file.path);
        mkdirSync(dirname(at), { recursive: true });
        writeFileSync(at, file.bytes);
      }
      writeFileSync(path, form.bytes);
      const { uid } = await context.client['clip.fromPath']({ path });
      expect((await context.client['articles.get']({ uid })).missingImages).toBe(0);
      expect(await hit(context, 'quincunx')).toEqual([[form.title, ['quincunx']]]);
      const original = await context.client['snapshots.original']({ uid });
      expect(original.pieces.join('')).toContain('color: rgb(1, 2, 3)');
      expect(await context.client['library.check']({})).toMatchObject({ ok: true });
    },
  );

  it.each(['Web page, complete', 'SingleFile that unpacks itself'])(
    '%s is shown in its own style, as it was saved',
    async (what) => {
      const { client } = await withProcess();
      const form = savedForms[what];
      if (!form) throw new Error('There is no such form.');
      const companions = (form.companions ?? []).map(({ path, bytes }) => ({
        path,
        bytes: copy(bytes),
      }));
      const { name, bytes } = form;
      const { uid } = await client['clip.fromFile']({ name, bytes: copy(bytes), companions });
      const { pieces } = await client['snapshots.original']({ uid });
      expect(pieces.join('')).toContain('<style>p { color: rgb(1, 2, 3) }</style>');
      expect(pieces.join('')).toContain('<img alt="A buoy" width="300" src="');
    },
  );
});

describe('many in a zip', () => {
  const zip = (files: Record<string, Uint8Array>) => zipSync(files, { level: 6 });
  const page = (word: string) =>
    new TextEncoder().encode(
      `<title>About ${word}</title><article><p>${`A sentence about the ${word}. `.repeat(20)}</p></article>`,
    );

  it('every page of it, with its files, and what is wrong with the rest', async () => {
    const context = await withProcess();
    const complete = savedForms['Web page, complete'];
    const bytes = zip({
      [`in/${complete?.name}`]: copy(complete?.bytes ?? new Uint8Array()),
      ...Object.fromEntries(
        (complete?.companions ?? []).map((file) => [`in/${file.path}`, copy(file.bytes)]),
      ),
      'owl.html': page('owl'),
      '../out.html': page('fox'),
      'bomb.html': new Uint8Array(4 * 1024 * 1024),
    });
    const clips = await context.client['clip.fromZip']({ name: 'saved.zip', bytes });
    expect(
      clips.map((one) => [one.name, 'result' in one ? one.result.title : one.problem.code]),
    ).toEqual([
      ['../out.html', 'not_allowed'],
      ['bomb.html', 'too_large'],
      ['in/Tide tables.html', 'Tide tables'],
      ['owl.html', 'About owl'],
    ]);
    expect(await hit(context, 'quincunx')).toEqual([['Tide tables', ['quincunx']]]);
    expect(await hit(context, 'owl')).toHaveLength(1);
    expect(await hit(context, 'fox')).toEqual([]);
    const { articles } = await context.client['articles.list']({});
    expect(articles.find(({ title }) => title === 'Tide tables')?.thumbnail).toMatchObject({
      width: 300,
    });

    const path = join(tempDir(), 'saved.zip');
    writeFileSync(path, bytes);
    const again = await context.client['clip.fromZipPath']({ path });
    expect(again.flatMap((one) => ('result' in one ? [one.result.status] : []))).toEqual([
      'exists',
      'exists',
    ]);
  });

  it('has the pictures that several of its pages share', async () => {
    const context = await withProcess();
    const shown = (word: string, ...names: string[]) =>
      new TextEncoder().encode(
        Buffer.from(page(word))
          .toString()
          .replace(
            '</p>',
            `</p>${names.map((name) => `<p><img src="images/${name}"></p>`).join('')}`,
          ),
      );
    const bytes = zip({
      'a/owl.html': shown('owl', 'owl.png', 'both.png'),
      'a/fox.html': shown('fox', 'both.png'),
      'a/images/owl.png': new Uint8Array(png(301, 200)),
      'a/images/both.png': new Uint8Array(png(302, 200)),
    });
    const clips = await context.client['clip.fromZip']({ name: 'saved.zip', bytes });
    const widths = clips.map(async (one) => {
      if (!('result' in one)) return one.problem.code;
      const { html } = await context.client['articles.content']({ uid: one.result.uid });
      return [...html.matchAll(/<img src="asset:[^>]* width="(\d+)"/g)].map(([, width]) => width);
    });
    expect(await Promise.all(widths)).toEqual([['301', '302'], ['302']]);
  });

  it('is refused as a whole where it is none, or holds nothing', async () => {
    const { client } = await withProcess();
    const clip = (bytes: Uint8Array) =>
      client['clip.fromZip']({ name: 'a.zip', bytes: copy(bytes) });
    await expect(clip(page('owl'))).rejects.toMatchObject({ code: 'unsupported_type' });
    await expect(clip(zip({ 'a.exe': page('owl') }))).rejects.toMatchObject({
      code: 'nothing_to_read',
    });
    await expect(
      clip(zip({ mimetype: page('book'), 'owl.html': page('owl') })),
    ).rejects.toMatchObject({ code: 'unsupported_type' });
    await expect(clip(zip({ 'owl.html': page('owl') }).subarray(0, 60))).rejects.toMatchObject({
      code: 'invalid_input',
    });
    expect(await clip(zip({ 'owl.html': page('owl') }))).toMatchObject([{ name: 'owl.html' }]);
  });
});
