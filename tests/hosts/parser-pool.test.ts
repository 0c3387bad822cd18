// Parse processes, real ones: what becomes of a page that will not end, that takes all memory, that takes its process along,
// and of the page after it.
import { afterEach, describe, expect, it } from 'vitest';
import { LibraryError } from '#contract/errors.ts';
import type { ParsedPage } from '#contract/page.ts';
import type { Request } from '#contract/rpc.ts';
import { forkParser } from '#hosts/fork-parser.ts';
import {
  type ParserPool,
  type ParserPoolOptions,
  type ParserProcess,
  parserPool,
} from '#hosts/parser-pool.ts';
import { pageInput, prose } from '../support/read.ts';

const NAUGHTY = new URL('../support/naughty-process.ts', import.meta.url);
const never = new AbortController().signal;

const pools: ParserPool[] = [];
afterEach(() => {
  for (const pool of pools.splice(0)) pool.close();
});

interface Trial {
  readonly pool: ParserPool;
  readonly processes: ParserProcess[];
  readonly lines: string[];
  /** One for each page that was handed to a process. */
  readonly handed: Request[];
}

function trial(options: Partial<ParserPoolOptions> = {}): Trial {
  const processes: ParserProcess[] = [];
  const lines: string[] = [];
  const handed: Request[] = [];
  const log = (line: string) => void lines.push(line.split('\n')[0] ?? '');
  const pool = parserPool({
    spawn: async () => {
      const process = await forkParser(NAUGHTY);
      processes.push(process);
      const { wire } = process;
      const send = (message: Request) => {
        if ('id' in message) handed.push(message);
        wire.send(message);
      };
      return { ...process, wire: { ...wire, send } };
    },
    timeoutMs: 15_000,
    log: { warn: log, error: log },
    ...options,
  });
  pools.push(pool);
  return { pool, processes, lines, handed };
}

const read = ({ pool }: Trial, text: string, signal = never): Promise<ParsedPage> =>
  pool.read(pageInput(text, { kind: 'text' }), signal);

async function failure(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    return error instanceof LibraryError ? `${error.code}: ${error.message}` : String(error);
  }
}

describe('the parser pool', () => {
  it('reads pages in a process that it starts for the first and keeps for the next', async () => {
    const t = trial();
    expect(t.processes).toHaveLength(0);
    const pages = await Promise.all(['first', 'second', 'third'].map((text) => read(t, text)));
    expect(pages.map(({ title }) => title)).toEqual(['first', 'second', 'third']);
    expect(t.processes).toHaveLength(1);
  });

  it('hands bytes and results over as they are', async () => {
    const pool = parserPool({ spawn: forkParser });
    pools.push(pool);
    const html = `<title>Herons</title><article><p>${prose()}</p></article>`;
    const page = await pool.read(pageInput(html, { url: 'https://x.example/' }), never);
    expect(page).toMatchObject({
      title: 'Herons',
      bodyText: prose(),
      charset: 'UTF-8',
      wordCount: 168,
    });
    expect(await failure(pool.read(pageInput('%PDF-1.7'), never))).toMatch(/^unsupported_type: /);
  });

  it('uses as many processes as it may, and no more', async () => {
    const t = trial({ size: 2 });
    await Promise.all(Array.from({ length: 6 }, (_, at) => read(t, `page ${at}`)));
    expect(t.processes).toHaveLength(2);
  });

  it('ends a process that does not come to an end, and reads the next page in a new one', async () => {
    const t = trial({ timeoutMs: 700 });
    expect(await failure(read(t, 'LOOP'))).toBe(
      'timed_out: Reading the page took more than 1 seconds, so it was given up.',
    );
    expect(await failure(read(t, 'LOOP'))).toMatch(/^timed_out/);
    expect(t.processes).toHaveLength(2);
    const patient = trial();
    expect((await read(patient, 'fine')).title).toBe('fine');
  });

  it('outlives a page that takes all memory', async () => {
    const t = trial();
    expect((await read(t, 'fine')).title).toBe('fine');
    expect(await failure(read(t, 'HEAP'))).toMatch(/^too_large: .*memory/);
    expect((await read(t, 'fine again')).title).toBe('fine again');
  });

  it('outlives a page that takes its process along', async () => {
    const t = trial();
    expect(await failure(read(t, 'ABORT'))).toBe(
      'too_large: The page was too much: the process that read it ran out of memory and ended. Nothing else was harmed.',
    );
    expect((await read(t, 'fine')).title).toBe('fine');
    expect(t.processes).toHaveLength(2);
  });

  it('gives a page a second chance when its process had served others before', async () => {
    const t = trial();
    await read(t, 'fine');
    expect(await failure(read(t, 'ABORT'))).toMatch(/^too_large/);
    expect(t.processes).toHaveLength(2);
  });

  it('survives a kill from outside, in the middle of a page and between two', async () => {
    const t = trial();
    await read(t, 'fine');
    const page = read(t, 'LOOP');
    t.processes[0]?.kill();
    // The second chance loops as well: ended from outside once more, it is given up.
    await expect.poll(() => t.handed.length, { timeout: 10_000 }).toBe(3);
    t.processes[1]?.kill();
    expect(await failure(page)).toMatch(/^too_large/);
    expect((await read(t, 'and on')).title).toBe('and on');
    t.processes[2]?.kill();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await read(t, 'and on and on')).title).toBe('and on and on');
  });

  it('reports what was thrown where nobody expected it, and goes on', async () => {
    const t = trial();
    expect(await failure(read(t, 'THROW'))).toMatch(/^bug/);
    expect(await failure(read(t, 'EXIT'))).toMatch(/^bug/);
    expect(t.lines).toContain('parser: Error: out of the blue');
    expect((await read(t, 'fine')).title).toBe('fine');
    expect(t.processes).toHaveLength(1);
  });

  it('cancels a page that is being read, by ending its process', async () => {
    const t = trial();
    await read(t, 'fine');
    const controller = new AbortController();
    const page = read(t, 'LOOP', controller.signal);
    await expect.poll(() => t.handed.length).toBe(2);
    controller.abort();
    expect(await failure(page)).toBe('cancelled: Reading the page was cancelled.');
    expect((await read(t, 'fine')).title).toBe('fine');
    expect(t.processes).toHaveLength(2);
  });

  it('cancels a page that waits, and disturbs nobody', async () => {
    const t = trial();
    const first = read(t, 'first');
    const controller = new AbortController();
    const second = read(t, 'LOOP', controller.signal);
    controller.abort();
    expect(await failure(second)).toMatch(/^cancelled/);
    expect((await first).title).toBe('first');
    expect(t.processes).toHaveLength(1);
    expect(await failure(read(t, 'late', AbortSignal.abort()))).toMatch(/^cancelled/);
  });

  it('closes: what runs and what waits is cancelled, and nothing is started any more', async () => {
    const t = trial();
    await read(t, 'fine');
    const pages = [read(t, 'LOOP'), read(t, 'waiting')].map(failure);
    t.pool.close();
    expect(await Promise.all(pages)).toEqual(
      Array(2).fill('cancelled: Reading the page was cancelled.'),
    );
    expect(await failure(read(t, 'late'))).toMatch(/^cancelled/);
    expect(t.processes).toHaveLength(1);
  });
});
