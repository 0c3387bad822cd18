// Clips that are stopped half-way, by their caller, a full disk or a mistake: nothing of them is left.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ErrorCode, LibraryError } from '#contract/errors.ts';
import { createFetcher } from '#hosts/fetcher.ts';
import { clipCommands } from '#library/clip/clip-service.ts';
import type { PageParser } from '#library/ports.ts';
import type { AssetStore } from '#library/storage/asset-store.ts';
import { toStorageError } from '#library/storage/storage-error.ts';
import { afterOneClip, census, failsClean } from '../../support/census.ts';
import { articleFile, clipFile } from '../../support/clip-file.ts';
import { articlePage, type LocalSite, startLocalSite } from '../../support/local-site.ts';
import { makeContext } from '../../support/make-context.ts';
import * as pictures from '../../support/pictures.ts';

let site: LocalSite;
beforeAll(async () => {
  site = await startLocalSite();
});
afterAll(() => site.close());

const page = articleFile('Dunmore');
const never = new AbortController().signal;

describe('a clip that is cancelled leaves nothing', () => {
  it('before it began', async () => {
    const context = await makeContext();
    await failsClean(
      context,
      () => context.client['clip.fromFile'](page, AbortSignal.abort()),
      'cancelled',
      / was cancelled\.$/,
    );
  });

  it('while the page is read', async () => {
    const caller = new AbortController();
    const parser: PageParser = {
      read: (_, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new LibraryError('cancelled', 'Stopped.')));
          setTimeout(() => caller.abort(), 20);
        }),
    };
    const context = await makeContext({ parser });
    await failsClean(
      context,
      () => context.client['clip.fromFile'](page, caller.signal),
      'cancelled',
      'The clip was cancelled.',
    );
    expect(context.events.map(({ kind }) => kind)).toEqual(['clip-started', 'clip-failed']);
  });

  it('while its pictures are fetched', async () => {
    const caller = new AbortController();
    const context = await makeContext({ fetcher: createFetcher() });
    site.add({
      '/one-then-wait': articlePage(
        'Waiting',
        '<figure><img src="/images/png"></figure><figure><img src="/stuck"></figure>',
      ),
      '/stuck': () => void setTimeout(() => caller.abort(), 50),
    });
    const url = `${site.origin}/one-then-wait`;
    await failsClean(
      context,
      () => context.client['clip.fromUrl']({ url, allowHosts: [site.host] }, caller.signal),
      'cancelled',
      'The clip was cancelled.',
    );
  });
});

describe('a library that cannot be written', () => {
  /** The real store until its disk is full: the n-th file fails. */
  const fullAt = (assets: AssetStore, nth: number, code: string): AssetStore => {
    let files = 0;
    return {
      ...assets,
      async put(bytes, ending) {
        if (++files < nth) return assets.put(bytes, ending);
        throw toStorageError(Object.assign(new Error(code), { code }), 'a file of the library');
      },
    };
  };
  const withPictures = articleFile(
    'Pictures',
    [1, 2, 3]
      .map((shade) => pictures.png(300, 200, shade).toString('base64'))
      .map((data) => `<figure><img src="data:image/png;base64,${data}"></figure>`)
      .join(''),
  );

  it.each<[number, string, ErrorCode]>([
    [1, 'ENOSPC', 'disk_full'],
    [3, 'ENOSPC', 'disk_full'],
    [1, 'EROFS', 'read_only'],
    [2, 'EDQUOT', 'disk_full'],
  ])('at file %i (%s): %s, and nothing is left', async (nth, code, ours) => {
    const context = await makeContext();
    const clips = clipCommands({ ...context, assets: fullAt(context.assets, nth, code) });
    await failsClean(
      context,
      () => clips['clip.fromFile'](withPictures, never),
      ours,
      /Nothing was changed\.$/,
    );
    await clipCommands(context)['clip.fromFile'](withPictures, never);
    expect(census(context).files).toHaveLength(4);
  });

  it('in its database: disk_full, and nothing is left', async () => {
    const context = await makeContext();
    const pages = context.db.pragma('page_count', { simple: true }) as number;
    context.db.pragma(`max_page_count = ${pages}`);
    // Made of words that do not pack well, so that it needs pages of its own.
    const words = Array.from({ length: 40_000 }, (_, at) => ((at * 2654435761) >>> 0).toString(36));
    const text = words.join(' ');
    await failsClean(
      context,
      () => context.client['clip.fromFile'](clipFile(text, 'words.txt')),
      'disk_full',
      /The disk is full/,
    );
    context.db.pragma(`max_page_count = ${pages + 100_000}`);
    await context.client['clip.fromFile'](clipFile(text, 'words.txt'));
    expect(census(context).files).toHaveLength(1);
  });

  it('by a mistake in the middle of the transaction: nothing is left', async () => {
    const context = await makeContext();
    context.db.exec(`CREATE TEMP TRIGGER fault BEFORE INSERT ON reader_content
      BEGIN SELECT raise(ABORT, 'fault'); END`);
    const before = census(context);
    await expect(context.client['clip.fromFile'](page)).rejects.toThrow('fault');
    expect(census(context)).toEqual(before);
    context.db.exec('DROP TRIGGER fault');
    await context.client['clip.fromFile'](page);
    expect(census(context)).toEqual(afterOneClip(before));
  });
});
