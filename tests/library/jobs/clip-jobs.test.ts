// Addresses that wait to be clipped: tried again, one of a site at a time, and kept whatever happens.
import { describe, expect, it } from 'vitest';
import { type ErrorCode, LibraryError } from '#contract/errors.ts';
import { pauseAfter } from '#library/jobs/back-off.ts';
import type { Fetcher, FetchRequest } from '#library/ports.ts';
import { makeLibrary, type TestLibrary } from '../../support/make-library.ts';
import { testClock, textParser } from '../../support/make-ports.ts';

const MINUTE = 60_000;

/** A net whose every request waits until the test answers it. */
function netUnderControl() {
  const asked: {
    url: string;
    answer: (text: string) => void;
    fail: (error: LibraryError) => void;
  }[] = [];
  const fetcher: Fetcher = {
    fetch: ({ url }: FetchRequest, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () =>
          reject(new LibraryError('cancelled', 'The clip was cancelled.')),
        );
        asked.push({
          url,
          answer: (text) =>
            resolve({
              url,
              bytes: new TextEncoder().encode(text),
              mediaType: 'text/plain',
              charset: 'utf-8',
            }),
          fail: reject,
        });
      }),
  };
  return { asked, fetcher };
}

const failure = (code: ErrorCode, details = {}) =>
  new LibraryError(code, `It failed: ${code}.`, details);

async function jobsOf({ client }: TestLibrary) {
  const { jobs } = await client['jobs.list']({});
  return jobs.map(({ url, state, tries }) => `${new URL(url).pathname} ${state} ${tries}`);
}

const make = (given: Parameters<typeof makeLibrary>[0] = {}) =>
  makeLibrary({ parser: textParser, runsJobs: true, ...given });

describe('a job', () => {
  it('becomes an article with its tags, and is gone', async () => {
    const { asked, fetcher } = netUnderControl();
    const library = await make({ fetcher });
    await library.client['jobs.add']({ urls: ['https://a.example/one'], tags: ['sea'] });
    expect(await jobsOf(library)).toEqual(['/one fetching 1']);
    asked[0]?.answer('One\n\nIt swarmed.');
    await expect.poll(() => jobsOf(library)).toEqual([]);
    const { articles } = await library.client['articles.list']({ tag: 'sea' });
    expect(articles.map(({ title }) => title)).toEqual(['One']);
    expect(library.events.some(({ kind }) => kind === 'clip-done')).toBe(true);
  });

  it('waits longer after every try that fails for now, and is given up after ten', async () => {
    const { asked, fetcher } = netUnderControl();
    const clock = testClock();
    const library = await make({ fetcher, clock });
    await library.client['jobs.add']({ urls: ['https://a.example/one'] });
    const pauses: number[] = [];
    for (let tries = 1; tries <= 10; tries++) {
      await expect.poll(() => asked.length).toBe(tries);
      asked[tries - 1]?.fail(failure('unreachable'));
      await expect.poll(() => jobsOf(library)).not.toEqual([`/one fetching ${tries}`]);
      const [job] = (await library.client['jobs.list']({})).jobs;
      if (tries < 10) pauses.push(((job?.dueAt ?? 0) - clock.now()) / MINUTE);
      clock.tick((job?.dueAt ?? 0) - clock.now());
      await library.client['jobs.wake']({});
    }
    expect(pauses).toEqual([1, 2, 5, 15, 60, 180, 360, 720, 1440]);
    expect(await jobsOf(library)).toEqual(['/one failed 10']);
    const [job] = (await library.client['jobs.list']({})).jobs;
    expect(job?.problem).toEqual({ code: 'unreachable', message: 'It failed: unreachable.' });
    await library.client['jobs.retry']({ uids: job ? [job.uid] : [] });
    await expect.poll(() => jobsOf(library)).toEqual(['/one fetching 1']);
  });

  it('fails at once where another try would fail the same way', async () => {
    const { asked, fetcher } = netUnderControl();
    const library = await make({ fetcher });
    await library.client['jobs.add']({ urls: ['https://a.example/one'] });
    await expect.poll(() => asked.length).toBe(1);
    asked[0]?.fail(failure('not_found'));
    await expect.poll(() => jobsOf(library)).toEqual(['/one failed 1']);
    // Nothing but the person asks again.
    await library.client['jobs.wake']({});
    expect(await jobsOf(library)).toEqual(['/one failed 1']);
    await library.client['jobs.add']({ urls: ['https://a.example/one#part'] });
    await expect.poll(() => jobsOf(library)).toEqual(['/one fetching 1']);
  });

  it('waits as long as a site asks for', async () => {
    const { asked, fetcher } = netUnderControl();
    const library = await make({ fetcher });
    await library.client['jobs.add']({ urls: ['https://a.example/one'] });
    await expect.poll(() => asked.length).toBe(1);
    asked[0]?.fail(failure('refused_by_site', { status: 429, retryAfterMs: 7 * MINUTE }));
    await expect.poll(() => jobsOf(library)).toEqual(['/one waiting 1']);
    const [job] = (await library.client['jobs.list']({})).jobs;
    expect((job?.dueAt ?? 0) - library.ports.clock.now()).toBe(7 * MINUTE);
    // The network had nothing to do with it.
    await library.client['jobs.wake']({});
    expect(await jobsOf(library)).toEqual(['/one waiting 1']);
  });

  it('waits a day at most, whatever a site asks for, and never shorter than without its word', () => {
    const asked = (retryAfterMs: number) =>
      pauseAfter(failure('refused_by_site', { retryAfterMs }), 1);
    expect(asked(365 * 1440 * MINUTE)).toBe(1440 * MINUTE);
    expect(asked(7 * MINUTE)).toBe(7 * MINUTE);
    expect(asked(0)).toBe(MINUTE);
    expect(pauseAfter(failure('refused_by_site'), 1)).toBeNull();
  });

  it('that is dropped while it is fetched leaves nothing', async () => {
    const { asked, fetcher } = netUnderControl();
    const library = await make({ fetcher });
    await library.client['jobs.add']({ urls: ['https://a.example/one'] });
    await expect.poll(() => asked.length).toBe(1);
    const { jobs } = await library.client['jobs.list']({});
    await library.client['jobs.drop']({ uids: jobs.map(({ uid }) => uid) });
    expect(await jobsOf(library)).toEqual([]);
    const { articles } = await library.client['articles.list']({});
    expect(articles).toEqual([]);
  });
});

describe('many jobs', () => {
  it('are fetched four at a time, one of a site', async () => {
    const { asked, fetcher } = netUnderControl();
    const library = await make({ fetcher });
    const hosts = ['a', 'a', 'b', 'c', 'd', 'e'];
    await library.client['jobs.add']({
      urls: hosts.map((host, n) => `https://${host}.example/${n}`),
    });
    const paths = () => asked.map(({ url }) => new URL(url).pathname);
    await expect.poll(paths).toEqual(['/0', '/2', '/3', '/4']);
    asked[0]?.answer('Zero\n\nWords.');
    await expect.poll(paths).toEqual(['/0', '/2', '/3', '/4', '/1']);
    asked[1]?.fail(failure('offline'));
    await expect.poll(paths).toEqual(['/0', '/2', '/3', '/4', '/1', '/5']);
    // Those at work, those that wait, in the order in which they are tried.
    expect(await jobsOf(library)).toEqual([
      '/1 fetching 1',
      '/3 fetching 1',
      '/4 fetching 1',
      '/5 fetching 1',
      '/2 waiting 1',
    ]);
  });

  it('go on after the library was closed in the middle', async () => {
    const first = netUnderControl();
    const library = await make({ fetcher: first.fetcher });
    await library.client['jobs.add']({ urls: ['https://a.example/one', 'https://b.example/two'] });
    await expect.poll(() => first.asked.length).toBe(2);
    await library.close();
    const second = netUnderControl();
    const again = await make({ fetcher: second.fetcher, dir: library.dir });
    await expect.poll(() => jobsOf(again)).toEqual(['/one fetching 1', '/two fetching 1']);
    second.asked[0]?.answer('One\n\nWords.');
    second.asked[1]?.answer('Two\n\nWords.');
    await expect.poll(() => jobsOf(again)).toEqual([]);
  });

  it('are left alone by a process that does not stay', async () => {
    const { asked, fetcher } = netUnderControl();
    const library = await make({ fetcher, runsJobs: false });
    await library.client['jobs.add']({ urls: ['https://a.example/one'] });
    expect(await jobsOf(library)).toEqual(['/one waiting 0']);
    expect(asked).toEqual([]);
  });
});
