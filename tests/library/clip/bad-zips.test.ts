// Zips that are not what they seem: taken as far as they are sound, and each file that is not is named.
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '#contract/errors.ts';
import { census } from '../../support/census.ts';
import { articlePage } from '../../support/local-site.ts';
import { makeContext } from '../../support/make-context.ts';
import { isKeptWhole } from '../../support/strays.ts';

const page = articlePage('Dunmore', '<p>A quincunx of lamps.</p>');
const text = (words: string) => new Uint8Array(Buffer.from(words));

describe('a zip is taken as far as it is sound', () => {
  it.each<[string, string, Uint8Array, ErrorCode, RegExp]>([
    ['a way out', '../a.html', text(page), 'not_allowed', /leads elsewhere\.$/],
    ['a hidden way out', 'in/../../a.html', text(page), 'not_allowed', /leads elsewhere\.$/],
    ['a way out of Windows', '..\\a.html', text(page), 'not_allowed', /leads elsewhere\.$/],
    ['an absolute name', '/etc/a.html', text(page), 'not_allowed', /leads elsewhere\.$/],
    ['a drive', 'C:\\a.html', text(page), 'not_allowed', /leads elsewhere\.$/],
    ['a reserved name', 'aux.html', text(page), 'not_allowed', /leads elsewhere\.$/],
    ['a reserved folder', 'con/a.html', text(page), 'not_allowed', /leads elsewhere\.$/],
    [
      'a zip in it',
      'more.zip',
      zipSync({ 'a.html': text(page) }),
      'unsupported_type',
      /is not opened\.$/,
    ],
    [
      'a bomb of 1,000:1',
      'bomb.html',
      new Uint8Array(20 * 1024 * 1024),
      'too_large',
      /unpacks to far too much\.$/,
    ],
  ])('with %s', async (_, name, bytes, code, sentence) => {
    const context = await makeContext();
    const clip = (files: Record<string, Uint8Array>) =>
      context.client['clip.fromZip']({ name: 'a.zip', bytes: zipSync(files) });
    const before = census(context);
    const [only] = await clip({ [name]: bytes });
    expect(only).toMatchObject({
      name,
      problem: { code, message: expect.stringMatching(sentence) },
    });
    expect(census(context)).toEqual(before);

    const both = await clip({ [name]: bytes, 'sound.html': text(page) });
    expect(both).toMatchObject([{ problem: { code } }, { result: { status: 'saved' } }]);
    await isKeptWhole(context);
  });
});
