// What a site shows in place of a page never gets into a library: not by an address, not as a file, not by the clipboard.
// What is there already stays as it is.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorCode } from '#contract/errors.ts';
import { createFetcher } from '#hosts/fetcher.ts';
import type { PageParser } from '#library/ports.ts';
import { fault } from '../../fixtures/stand-ins/fault.ts';
import { check } from '../../fixtures/stand-ins/first/check.ts';
import { consent } from '../../fixtures/stand-ins/first/consent.ts';
import { login } from '../../fixtures/stand-ins/first/login.ts';
import { missing } from '../../fixtures/stand-ins/first/missing.ts';
import { afterOneClip, census, failsClean } from '../../support/census.ts';
import { articleFile, clipFile } from '../../support/clip-file.ts';
import { articlePage, type LocalSite, startLocalSite } from '../../support/local-site.ts';
import { makeContext } from '../../support/make-context.ts';
import { makeLibrary } from '../../support/make-library.ts';
import { directParser } from '../../support/make-ports.ts';

const pageOf = ([fixture]: readonly { readonly html: string }[]): string => fixture?.html ?? '';
const cases: [string, ErrorCode, RegExp][] = [
  ['missing', 'not_found', /a note that there is no such page/],
  ['fault', 'unreachable', /an error of its own/],
  ['check', 'refused_by_site', /a check for robots or a refusal/],
  ['consent', 'refused_by_site', /a question about cookies/],
  ['login', 'login_required', /a login or an offer to subscribe/],
];
const pages: Record<string, string> = {
  missing: pageOf(missing),
  fault: pageOf(fault),
  check: pageOf(check),
  consent: pageOf(consent),
  login: pageOf(login),
};

let site: LocalSite;
beforeAll(async () => {
  site = await startLocalSite(
    Object.fromEntries(Object.entries(pages).map(([kind, html]) => [`/${kind}`, html])),
  );
});
afterAll(() => site.close());

const online = () => createFetcher({ isOffline: () => false });

describe('by its address', () => {
  it.each(cases)('%s', async (kind, code, what) => {
    const context = await makeContext({ fetcher: online() });
    const given = { url: `${site.origin}/${kind}`, allowHosts: [site.host] };
    const sentence = new RegExp(
      `^“${site.host}” shows ${what.source} in place of the page\\. .*clip`,
    );
    await failsClean(context, () => context.client['clip.fromUrl'](given), code, sentence);
  });

  it('while a page of the same site becomes an article', async () => {
    const context = await makeContext({ fetcher: online() });
    const before = census(context);
    await context.client['clip.fromUrl']({
      url: `${site.origin}/article`,
      allowHosts: [site.host],
    });
    expect(census(context)).toEqual(afterOneClip(before));
  });

  it('as a job, which then waits for a person to decide, or for the site to be well', async () => {
    const library = await makeLibrary({ fetcher: online(), parser: directParser, runsJobs: true });
    await library.client['settings.change']({ allowedHosts: [site.host] });
    const states = async () =>
      (await library.client['jobs.list']({})).jobs.map(({ url, state, problem }) => [
        new URL(url).pathname.slice(1),
        state,
        problem?.code,
        problem?.message,
      ]);
    const paths = [...Object.keys(pages), 'article'];
    await library.client['jobs.add']({ urls: paths.map((path) => `${site.origin}/${path}`) });
    const isFault = ([kind]: (typeof cases)[number]) => kind === 'fault';
    const expected = cases
      .toSorted((one, other) => Number(isFault(other)) - Number(isFault(one)))
      .map((one) => {
        const [kind, code, what] = one;
        return [kind, isFault(one) ? 'waiting' : 'failed', code, expect.stringMatching(what)];
      });
    await expect.poll(states).toEqual(expected);
    const { articles } = await library.client['articles.list']({});
    expect(articles.map(({ title }) => title)).toEqual(['Dunmore']);
  });
});

describe('handed in', () => {
  it.each(cases)('as a file: %s', async (kind, code, what) => {
    const context = await makeContext();
    const sentence = new RegExp(`^“page\\.html” holds ${what.source} in place of an article\\. `);
    await failsClean(
      context,
      () => context.client['clip.fromFile'](clipFile(pages[kind] ?? '')),
      code,
      sentence,
    );
  });

  it.each(cases)('by the clipboard: %s', async (kind, code, what) => {
    const context = await makeContext();
    const sentence = new RegExp(`^What was pasted holds ${what.source} in place of an article\\. `);
    await failsClean(
      context,
      () => context.client['clip.fromPasted']({ html: pages[kind] ?? '' }),
      code,
      sentence,
    );
  });

  it.each(cases)('but is kept where somebody says so: %s', async (kind) => {
    const context = await makeContext();
    const file = { ...clipFile(pages[kind] ?? ''), anyway: true };
    expect(await context.client['clip.fromFile'](file)).toMatchObject({ status: 'saved' });
  });

  it('and is kept as the plain text that somebody wants of it', async () => {
    const context = await makeContext();
    const text = 'Page not found\n\nSorry, the page you are looking for does not exist.\n';
    const result = await context.client['clip.fromFile'](clipFile(text, 'note.txt'));
    expect(result).toMatchObject({ status: 'saved', title: 'Page not found' });
  });
});

describe('an article that is there', () => {
  const url = 'https://harbour.example/2026/rope';

  it('stays when its address gives something else now', async () => {
    const context = await makeContext();
    const { uid } = await context.client['clip.fromFile']({ ...articleFile('Rope'), url });
    const before = await context.client['articles.content']({ uid });
    await failsClean(
      context,
      () => context.client['clip.fromFile']({ ...clipFile(pages.login ?? ''), url }),
      'login_required',
      /holds a login/,
    );
    expect(await context.client['articles.content']({ uid })).toEqual(before);
  });

  it('is named with the reason when its address is clipped again', async () => {
    const context = await makeContext({ fetcher: online() });
    site.add({ '/rope': articlePage('Rope') });
    const given = { url: `${site.origin}/rope`, allowHosts: [site.host] };
    const { uid } = await context.client['clip.fromUrl'](given);
    const before = {
      census: census(context),
      ...(await context.client['articles.content']({ uid })),
    };
    site.add({ '/rope': pages.login ?? '' });
    expect(await context.client['clip.fromUrl'](given)).toMatchObject({
      uid,
      status: 'exists',
      warning: { code: 'login_required', message: expect.stringMatching(/shows a login/) },
    });
    const content = await context.client['articles.content']({ uid });
    expect({ census: census(context), ...content }).toEqual(before);
    // The control: another text of the page is a further version.
    site.add({ '/rope': articlePage('Rope', '<p>The rope walk has burnt down since.</p>') });
    expect(await context.client['clip.fromUrl'](given)).toMatchObject({ version: { number: 2 } });
  });

  it('is read again although its page would be refused today', async () => {
    let isLenient = true;
    const parser: PageParser = {
      async read(input, signal) {
        const { standIn, ...page } = await directParser.read(input, signal);
        return isLenient || standIn === undefined ? page : { ...page, standIn };
      },
    };
    const context = await makeContext({ parser });
    const file = clipFile(pages.login ?? '');
    const { uid } = await context.client['clip.fromFile'](file);
    isLenient = false;
    await expect(context.client['articles.reread']({ uid })).resolves.toMatchObject({
      changed: false,
    });
    // The control: the same page, new to a library, is refused.
    const other = await makeContext({ parser });
    await failsClean(other, () => other.client['clip.fromFile'](file), 'login_required', /login/);
  });
});

it('A page is an article also where its site has such pages', async () => {
  const context = await makeContext();
  const result = await context.client['clip.fromFile'](clipFile(articlePage('Page not found')));
  expect(result.status).toBe('saved');
});
