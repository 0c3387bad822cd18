// The clips that this window started: a few at a time, each with its end, and a way to stop it.
import i18next from 'i18next';
import { useCallback, useMemo, useReducer, useRef } from 'react';
import { LibraryError } from '#contract/errors.ts';
import type { ClipResult } from '#contract/types/clip.ts';
import type { Problem } from '#contract/types/problem.ts';
import { useLink } from '../../lib/client.ts';
import { asProblem, isCancelled } from '../../lib/error-text.ts';
import type { Link } from '../../lib/link.ts';
import { type ClipSource, nameOf } from './clip-source.ts';

/** Fetching waits for sites, reading for one process: more at once would only make each slower. */
const AT_ONCE = 3;

/** The library takes no larger file: reading one only to hear that could fill the memory of this tab. */
const MAX_FILE_BYTES = 200 * 1024 * 1024;

export type ClipState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly result: ClipResult }
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface ClipJob {
  readonly id: number;
  readonly name: string;
  readonly source: ClipSource;
  readonly state: ClipState;
}

type Action =
  | { readonly kind: 'add'; readonly jobs: readonly ClipJob[] }
  | { readonly kind: 'state'; readonly id: number; readonly state: ClipState }
  | { readonly kind: 'remove'; readonly id: number };

export interface Clips {
  readonly jobs: readonly ClipJob[];
  start(sources: readonly ClipSource[]): void;
  cancel(id: number): void;
  retry(id: number): void;
  dismiss(id: number): void;
}

/** @param onDone told of every clip that ended well */
export function useClips(onDone: (result: ClipResult) => void): Clips {
  const link = useLink();
  const [jobs, dispatch] = useReducer(reduce, []);
  const queue = useRef<ClipJob[]>([]);
  const running = useRef(new Map<number, AbortController>());
  const nextId = useRef(1);

  const work = useCallback(
    function begin() {
      while (running.current.size < AT_ONCE) {
        const job = queue.current.shift();
        if (!job) return;
        const controller = new AbortController();
        running.current.set(job.id, controller);
        dispatch({ kind: 'state', id: job.id, state: { kind: 'running' } });
        void run(link, job.source, controller.signal)
          .then(
            (result) => {
              dispatch({ kind: 'state', id: job.id, state: { kind: 'done', result } });
              onDone(result);
            },
            (error: unknown) => {
              if (isCancelled(error)) dispatch({ kind: 'remove', id: job.id });
              else {
                const problem = asProblem(error);
                dispatch({ kind: 'state', id: job.id, state: { kind: 'failed', problem } });
              }
            },
          )
          .finally(() => {
            running.current.delete(job.id);
            begin();
          });
      }
    },
    [link, onDone],
  );

  return useMemo(
    () => ({
      jobs,
      start(sources) {
        const added = sources.map((source) => ({
          id: nextId.current++,
          name: nameOf(source) ?? i18next.t('clip.pasted'),
          source,
          state: { kind: 'waiting' } as const,
        }));
        dispatch({ kind: 'add', jobs: added });
        queue.current.push(...added);
        work();
      },
      cancel(id) {
        const waiting = queue.current.findIndex((job) => job.id === id);
        if (waiting >= 0) {
          queue.current.splice(waiting, 1);
          dispatch({ kind: 'remove', id });
        } else running.current.get(id)?.abort();
      },
      retry(id) {
        const job = jobs.find((one) => one.id === id);
        if (!job) return;
        dispatch({ kind: 'state', id, state: { kind: 'waiting' } });
        queue.current.push(job);
        work();
      },
      dismiss: (id) => dispatch({ kind: 'remove', id }),
    }),
    [jobs, work],
  );
}

function reduce(jobs: readonly ClipJob[], action: Action): readonly ClipJob[] {
  switch (action.kind) {
    case 'add':
      return [...jobs, ...action.jobs];
    case 'state':
      return forgotten(
        jobs.map((job) => (job.id === action.id ? { ...job, state: action.state } : job)),
      );
    case 'remove':
      return forgotten(jobs.filter((job) => job.id !== action.id));
  }
}

/** Those that ended well are counted until all have ended; then only what failed stays to be seen. */
function forgotten(jobs: readonly ClipJob[]): readonly ClipJob[] {
  const atWork = jobs.some(({ state }) => state.kind === 'waiting' || state.kind === 'running');
  return atWork ? jobs : jobs.filter(({ state }) => state.kind !== 'done');
}

/** @throws LibraryError */
async function run(link: Link, source: ClipSource, signal: AbortSignal): Promise<ClipResult> {
  const { client } = link;
  switch (source.kind) {
    case 'link':
      return client['clip.fromUrl']({ url: source.url }, signal);
    case 'pasted': {
      const { text, html } = source;
      return client['clip.fromPasted']({ text, ...(html === null ? {} : { html }) }, signal);
    }
    case 'file': {
      // On this machine the library reads the file itself, and finds what was saved beside it.
      const path = link.pathOf(source.file);
      if (path) return client['clip.fromPath']({ path }, signal);
      const [bytes, companions] = await Promise.all([
        bytesOf(source.file),
        Promise.all(
          source.companions.map(async ({ path: at, file }) => ({
            path: at,
            bytes: await bytesOf(file),
          })),
        ),
      ]);
      return client['clip.fromFile']({ name: source.file.name, bytes, companions }, signal);
    }
  }
}

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > MAX_FILE_BYTES) {
    throw new LibraryError('too_large', i18next.t('clip.tooLarge', { name: file.name }));
  }
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    const message = i18next.t('clip.unreadable', { name: file.name });
    throw new LibraryError('not_found', message, {}, { cause });
  }
}
