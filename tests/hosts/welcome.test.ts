// What a new library begins with, and the pages that come while it is not there yet.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LibraryError } from '#contract/errors.ts';
import { libraryContract } from '#contract/library.ts';
import type { Dispatch } from '#contract/rpc.ts';
import { welcomeFirst } from '#hosts/welcome.ts';
import { clientOf } from '../support/client-of.ts';
import { makeLibrary } from '../support/make-library.ts';
import { articlePage } from '../support/sample-pages.ts';
import { tempDir } from '../support/temp-dir.ts';

function givenPage(): string {
  const path = join(tempDir(), 'lamp.html');
  writeFileSync(path, articlePage('The lamp', 'A quincunx of moths.'));
  return path;
}

/** A new library whose first clip, the welcome, is begun when the test says so. */
async function givenNewLibrary() {
  const { library, ports } = await makeLibrary();
  const { promise, resolve: goOn, reject: fail } = Promise.withResolvers<void>();
  const begun: unknown[] = [];
  const dispatch: Dispatch = async (name, input, signal) => {
    if (name === 'clip.fromPath') {
      begun.push(input);
      if (begun.length === 1) await promise;
    }
    return library.dispatch(name, input, signal);
  };
  const client = clientOf(libraryContract, welcomeFirst(dispatch, ports.log));
  const titles = async () =>
    (await client['articles.list']({})).articles.map(({ title }: { title: string }) => title);
  return { client, begun, ports, titles, goOn, fail };
}

test('a page that is clipped while the welcome is still read comes after it', async () => {
  const { client, begun, ports, titles, goOn } = await givenNewLibrary();
  const clip = client['clip.fromPath']({ path: givenPage() });
  // Whoever only looks need not wait.
  expect(await titles()).toEqual([]);
  expect(begun).toEqual([{ path: expect.stringContaining('welcome.html') }]);
  goOn();
  expect(await clip).toMatchObject({ status: 'saved' });
  expect(await titles()).toEqual(['The lamp', 'Welcome to Lectern']);
  expect(ports.log.lines).not.toContainEqual(expect.objectContaining({ level: 'error' }));
});

test('a welcome that cannot be clipped is logged, and keeps nobody from clipping', async () => {
  const { client, ports, titles, fail } = await givenNewLibrary();
  const clip = client['clip.fromPath']({ path: givenPage() });
  const problem = new LibraryError('timed_out', 'It took too long.');
  fail(problem);
  expect(await clip).toMatchObject({ status: 'saved' });
  expect(await titles()).toEqual(['The lamp']);
  expect(ports.log.lines).toContainEqual({
    level: 'error',
    line: 'library: the welcome article could not be clipped',
    cause: problem,
  });
});
