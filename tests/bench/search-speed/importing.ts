// What an import costs a search: the product's own import of notes that a parse process reads, into the library that answers, and a
// window in another thread that asks it the same before and meanwhile.
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MessageChannel, Worker } from 'node:worker_threads';
import { serve } from '#contract/rpc.ts';
import type { ImportRun } from '#contract/types/import.ts';
import { nodePorts } from '#hosts/node-ports.ts';
import { openLibrary } from '#library/open-library.ts';
import { answeringWire } from '#library/port-wire.ts';
import { openReader } from '#library/storage/database.ts';
import { DATABASE_FILE } from '#library/storage/library-files.ts';
import { escaped } from '../../support/transfer/escaped.ts';
import type { BenchCorpus } from '../big-library.ts';
import { classesBeside } from './classes.ts';
import type { FromWindow, ToWindow, WindowData } from './window-thread.ts';

/** More than come in while all is asked. */
const NOTES = 4000;
/** So many are in before anything is asked: processes have started, pieces of the index have been joined. */
const FIRST_NOTES = 50;
const WARMING_ROUNDS = 2;

export interface WhileImporting {
  readonly idle: FromWindow;
  readonly importing: FromWindow;
  /** That came in while it was asked. */
  readonly notes: number;
  readonly seconds: number;
}

/** In a copy, so that a library that is kept stays what it is. @param count articles that are in it */
export async function timeWhileImporting(
  dir: string,
  corpus: BenchCorpus,
  count: number,
  rounds: number,
): Promise<WhileImporting> {
  const work = mkdtempSync(join(tmpdir(), 'lectern-bench-importing-'));
  const copy = join(work, 'library');
  cpSync(dir, copy, { recursive: true });
  const path = join(work, 'Notebook.enex');
  writeFileSync(path, enexOf(corpus, count));
  const ports = nodePorts();
  const library = await openLibrary({ dir: copy, ports });
  const db = openReader(join(copy, DATABASE_FILE));
  const { signal } = new AbortController();
  const ask = (name: string, input: unknown) => library.dispatch(name, input, signal);
  const window = openWindow(library.dispatch);
  try {
    const classes = classesBeside(corpus, db);
    await window.times({ classes, rounds: WARMING_ROUNDS });
    const idle = await window.times({ classes, rounds });
    const source = { path };
    let run = (await ask('imports.start', {
      source,
      format: 'evernote-enex',
      fetch: false,
    })) as ImportRun;
    const look = async () => {
      run = (await ask('imports.get', { uid: run.uid })) as ImportRun;
      if (run.state !== 'running') throw new Error(`The import is not under way: ${run.state}.`);
      return run.counts.imported;
    };
    while ((await look()) < FIRST_NOTES) await sleep(50);
    const [before, start] = [await look(), performance.now()];
    const importing = await window.times({ classes, rounds });
    const notes = (await look()) - before;
    const seconds = (performance.now() - start) / 1000;
    await ask('imports.stop', { uid: run.uid });
    return { idle, importing, notes, seconds };
  } finally {
    await window.close();
    db.close();
    await library.close();
    ports.close();
    rmSync(work, { recursive: true, force: true });
  }
}

function openWindow(dispatch: Parameters<typeof serve>[0]) {
  const [toLibrary, toBench] = [new MessageChannel(), new MessageChannel()];
  const workerData: WindowData = { library: toLibrary.port2, bench: toBench.port2 };
  const thread = new Worker(new URL('./window-thread.ts', import.meta.url), {
    workerData,
    transferList: [toLibrary.port2, toBench.port2],
  });
  serve(dispatch, answeringWire(toLibrary.port1), (name, error) => {
    throw new Error(`bug in ${name}`, { cause: error });
  });
  return {
    async times(asked: ToWindow): Promise<FromWindow> {
      toBench.port1.postMessage(asked);
      const [times] = await once(toBench.port1, 'message');
      return times;
    },
    close: () => thread.terminate(),
  };
}

/** As Evernote writes them, with texts of the corpus. */
function enexOf(corpus: BenchCorpus, from: number): string {
  const notes = Array.from({ length: NOTES }, (_, at) => {
    const { title, text } = corpus.article(from + at);
    const body = text.replace(/.+/g, (line) => `<div>${escaped(line)}</div>`);
    return `<note><title>${escaped(title)}</title><content><![CDATA[<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd"><en-note>${body}</en-note>]]></content><created>20240102T030405Z</created><note-attributes><source-url>https://site${at % 100}.example/${at}</source-url></note-attributes></note>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">
<en-export export-date="20240101T000000Z" application="Evernote" version="10.70.3">
${notes.join('\n')}
</en-export>
`;
}
