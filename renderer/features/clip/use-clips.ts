// The clips that this window does itself, of files and of what was pasted: a few at a time, each with its end, and a way
// to stop it. Links go to the library, which keeps them until they are articles.
import i18next from 'i18next';
import { useCallback, useMemo, useReducer, useRef } from 'react';
import { LibraryError } from '#contract/errors.ts';
import { namedIn } from '#contract/pages-among.ts';
import { ZIP_NAME } from '#contract/saved-files.ts';
import type { ClipResult, ZipClip } from '#contract/types/clip.ts';
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
  /** `isStandIn`: it looks like what a site shows in place of a page; that may be a mistake. */
  | { readonly kind: 'failed'; readonly problem: Problem; readonly isStandIn: boolean };

/** What this window has to hand over itself. */
type OwnSource = Exclude<ClipSource, { readonly kind: 'link' }>;

export interface OwnClip {
  readonly id: number;
  readonly name: string;
  readonly source: OwnSource;
  readonly state: ClipState;
}

type Action =
  | { readonly kind: 'add'; readonly jobs: readonly OwnClip[] }
  | { readonly kind: 'state'; readonly id: number; readonly state: ClipState }
  | { readonly kind: 'remove'; readonly id: number }
  /** A zip has become the pages in it. */
  | { readonly kind: 'split'; readonly id: number; readonly jobs: readonly OwnClip[] };

export interface Clips {
  readonly jobs: readonly OwnClip[];
  start(sources: readonly ClipSource[]): void;
  cancel(id: number): void;
  retry(id: number): void;
  /** Clips what looked like no article. */
  keepAnyway(id: number): void;
  dismiss(id: number): void;
}

/**
 * @param onDone told of every clip that ended well
 * @param onLinks takes the links among what is to be clipped
 */
export function useClips(
  onDone: (result: ClipResult) => void,
  onLinks: (urls: readonly string[]) => void,
): Clips {
  const link = useLink();
  const [jobs, dispatch] = useReducer(reduce, []);
  const queue = useRef<OwnClip[]>([]);
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
            (clips) => {
              const ended = clips.map((one) => ({ ...job, ...endOf(one), id: nextId.current++ }));
              dispatch({ kind: 'split', id: job.id, jobs: ended });
              for (const one of clips) if ('result' in one) onDone(one.result);
            },
            (error: unknown) => {
              if (isCancelled(error)) dispatch({ kind: 'remove', id: job.id });
              else {
                const problem = asProblem(error);
                const isStandIn =
                  error instanceof LibraryError && error.details.standIn !== undefined;
                dispatch({
                  kind: 'state',
                  id: job.id,
                  state: { kind: 'failed', problem, isStandIn },
                });
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

  const again = useCallback(
    (id: number, change: (source: OwnSource) => OwnSource) => {
      const job = jobs.find((one) => one.id === id);
      if (!job) return;
      dispatch({ kind: 'state', id, state: { kind: 'waiting' } });
      queue.current.push({ ...job, source: change(job.source) });
      work();
    },
    [jobs, work],
  );

  return useMemo(
    () => ({
      jobs,
      start(sources) {
        const links = sources.flatMap((source) => (source.kind === 'link' ? [source.url] : []));
        if (links.length > 0) onLinks(links);
        const own = sources.filter((source): source is OwnSource => source.kind !== 'link');
        const added = own.map((source) => ({
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
      retry: (id) => again(id, (source) => source),
      keepAnyway: (id) => again(id, (source) => ({ ...source, anyway: true })),
      dismiss: (id) => dispatch({ kind: 'remove', id }),
    }),
    [jobs, work, again, onLinks],
  );
}

function reduce(jobs: readonly OwnClip[], action: Action): readonly OwnClip[] {
  switch (action.kind) {
    case 'add':
      return [...jobs, ...action.jobs];
    case 'state':
      return forgotten(
        jobs.map((job) => (job.id === action.id ? { ...job, state: action.state } : job)),
      );
    case 'split':
      return forgotten(jobs.flatMap((job) => (job.id === action.id ? action.jobs : [job])));
    case 'remove':
      return forgotten(jobs.filter((job) => job.id !== action.id));
  }
}

/** Those that ended well are counted until all have ended; then only what failed stays to be seen. */
function forgotten(jobs: readonly OwnClip[]): readonly OwnClip[] {
  const atWork = jobs.some(({ state }) => state.kind === 'waiting' || state.kind === 'running');
  return atWork ? jobs : jobs.filter(({ state }) => state.kind !== 'done');
}

const endOf = (clip: ZipClip): Pick<OwnClip, 'name' | 'state'> => ({
  name: clip.name,
  state:
    'result' in clip
      ? { kind: 'done', result: clip.result }
      : { kind: 'failed', problem: clip.problem, isStandIn: false },
});

/** @returns one clip, or those of a zip. @throws LibraryError */
async function run(
  link: Link,
  source: OwnSource,
  signal: AbortSignal,
): Promise<readonly ZipClip[]> {
  if (source.kind === 'file' && ZIP_NAME.test(source.file.name)) {
    return clipZip(link, source, signal);
  }
  const result = await runOne(link, source, signal);
  return [{ name: nameOf(source) ?? i18next.t('clip.pasted'), result }];
}

async function clipZip(
  { client, pathOf }: Link,
  { file }: Extract<OwnSource, { kind: 'file' }>,
  signal: AbortSignal,
): Promise<readonly ZipClip[]> {
  const path = pathOf(file);
  if (path) return client['clip.fromZipPath']({ path }, signal);
  return client['clip.fromZip']({ name: file.name, bytes: await bytesOf(file) }, signal);
}

/** @throws LibraryError */
async function runOne(link: Link, source: OwnSource, signal: AbortSignal): Promise<ClipResult> {
  const { client } = link;
  switch (source.kind) {
    case 'pasted': {
      const { text, html, anyway = false } = source;
      return client['clip.fromPasted'](
        { text, ...(html === null ? {} : { html }), anyway },
        signal,
      );
    }
    case 'file': {
      const result = await clipFile(link, source, signal);
      if (source.instead?.job) await client['jobs.drop']({ uids: [source.instead.job] });
      return result;
    }
  }
}

async function clipFile(
  { client, pathOf }: Link,
  { file, companions, nearby = [], instead, anyway }: Extract<OwnSource, { kind: 'file' }>,
  signal: AbortSignal,
): Promise<ClipResult> {
  const from = { anyway: anyway === true, ...(instead && { url: instead.url }) };
  // On this machine the library reads the file itself, and finds what was saved beside it.
  const path = pathOf(file);
  if (path) return client['clip.fromPath']({ ...from, path }, signal);
  const bytes = await bytesOf(file);
  const named = nearby.length > 0 ? namedIn(new TextDecoder().decode(bytes), nearby) : [];
  const beside = await Promise.all(
    [...companions, ...named].map(async (one) => ({
      path: one.at,
      bytes: await bytesOf(one.file),
    })),
  );
  return client['clip.fromFile']({ ...from, name: file.name, bytes, companions: beside }, signal);
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
