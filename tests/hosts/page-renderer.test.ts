// What a window that renders a page gets from the library, and what it does not.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LibraryError } from '#contract/errors.ts';
import type { RenderContract } from '#contract/render.ts';
import { connect, type Reply, type Request, type Wire } from '#contract/rpc.ts';
import { createFetcher } from '#hosts/fetcher.ts';
import { pageRenderer } from '#hosts/page-renderer.ts';
import type { Fetcher } from '#library/ports.ts';
import { type LocalSite, startLocalSite } from '../support/local-site.ts';

let site: LocalSite;
let other: LocalSite;
beforeAll(async () => {
  site = await startLocalSite();
  other = await startLocalSite();
});
afterAll(async () => {
  await site.close();
  await other.close();
});

const never = new AbortController().signal;

/** The two ends of a line. */
function line() {
  const ends = [0, 1].map(() => ({
    messages: [] as ((message: never) => void)[],
    closes: [] as (() => void)[],
  }));
  const close = () => {
    for (const { closes } of ends) for (const listener of closes.splice(0)) listener();
  };
  const wire = (own: number) =>
    ({
      send: (message: unknown) =>
        // As a port, which keeps what comes before somebody listens.
        setImmediate(() => {
          for (const listener of ends[1 - own]?.messages ?? []) listener(message as never);
        }),
      onMessage: (listener: never) => void ends[own]?.messages.push(listener),
      onClose: (listener: () => void) => void ends[own]?.closes.push(listener),
    }) as unknown;
  return {
    library: wire(0) as Wire<Reply, Request>,
    window: wire(1) as Wire<Request, Reply>,
    close,
  };
}

type Window = ReturnType<typeof connect<RenderContract>>['client'];

/** @param work what a window does */
function make(
  work: (window: Window, close: () => void) => Promise<unknown>,
  fetcher: Fetcher = createFetcher({ isOffline: () => false }),
) {
  const errors: unknown[] = [];
  let [open, most] = [0, 0];
  const renderer = pageRenderer({
    onBug: (_, error) => errors.push(error),
    async open() {
      const { library, window, close } = line();
      most = Math.max(most, ++open);
      const { client } = connect<RenderContract>(window);
      work(client, close).catch((error: unknown) => errors.push(error));
      return { wire: library, close: () => void open-- };
    },
  });
  const render = (allowHosts: readonly string[] = [], signal = never) =>
    renderer.render(
      {
        url: `${site.origin}/shell`,
        bytes: new Uint8Array(Buffer.from('<p>')),
        charset: 'utf-8',
        allowHosts,
      },
      fetcher,
      signal,
    );
  return { render, errors, most: () => most };
}

describe('a page renderer', () => {
  it('gives the page and what its scripts fetch, and takes its markup', async () => {
    const { render, errors } = make(async (window) => {
      const page = await window['render.page']({});
      const found = await window['render.resource']({ url: `${site.origin}/type/json` });
      const html = `${page.url} ${Buffer.from(page.bytes).toString()} ${found.mediaType} ${Buffer.from(found.bytes).toString()}`;
      await window['render.done']({ html });
    });
    expect(await render([site.host])).toBe(`${site.origin}/shell <p> application/json {"a": 1}`);
    expect(errors).toEqual([]);
  });

  it('reaches no private address but that of the page itself, where it is allowed', async () => {
    const outcomes: string[] = [];
    const ask = async (window: Window) => {
      for (const origin of [site.origin, other.origin]) {
        await window['render.resource']({ url: `${origin}/` }).then(
          () => outcomes.push('reached'),
          (error: LibraryError) => outcomes.push(error.code),
        );
      }
      await window['render.done']({ html: '' });
    };
    await make(ask).render([site.host, other.host]);
    await make(ask).render([other.host]);
    expect(outcomes).toEqual(['reached', 'not_allowed', 'not_allowed', 'not_allowed']);
    expect(other.connections()).toBe(0);
  });

  it('has enough of a page that asks for more and more', async () => {
    let asked = 0;
    const fetcher: Fetcher = {
      async fetch({ url }) {
        asked++;
        return { url, bytes: new Uint8Array(1), mediaType: null, charset: null };
      },
    };
    const { render } = make(async (window) => {
      const all = Array.from({ length: 1000 }, (_, at) =>
        window['render.resource']({ url: `https://x.example/${at}` }).catch(() => undefined),
      );
      await Promise.all(all);
      await window['render.done']({ html: '' });
    }, fetcher);
    await render();
    expect(asked).toBe(400);
  });

  it('passes on why a page could not be rendered, and that its window is gone', async () => {
    const failed = make((window) =>
      window['render.failed']({ code: 'timed_out', message: 'They took too long.' }),
    );
    await expect(failed.render()).rejects.toEqual(
      new LibraryError('timed_out', 'They took too long.'),
    );
    const gone = make(async (_, close) => void setImmediate(close));
    await expect(gone.render()).rejects.toMatchObject({ code: 'host_gone' });
  });

  it('renders one page at a time, and none that nobody waits for', async () => {
    const { render, most } = make(async (window) => {
      await window['render.done']({ html: 'done' });
    });
    const controller = new AbortController();
    const pages = [render(), render(), render([], controller.signal)];
    controller.abort();
    const outcomes = await Promise.allSettled(pages);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(most()).toBe(1);
  });
});
