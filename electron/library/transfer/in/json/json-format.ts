// What all formats have in common that are lists in JSON files: how their files are told, and that one damaged file does not cost the
// others.
import type { FormatId } from '#contract/types/import.ts';
import { headText } from '../../source/entry-text.ts';
import type { Source, SourceEntry } from '../../source/source.ts';
import type { ImportFormat } from '../format.ts';
import { foundIn } from '../found-in.ts';
import type { Found } from '../found-item.ts';
import type { JsonElement } from './json-elements.ts';

/** The beginning of a JSON file. */
export interface JsonHead {
  readonly isArray: boolean;
  /** Of whatever members, wherever they are, as far as the beginning shows them. */
  readonly names: ReadonlySet<string>;
}

interface JsonFormat {
  readonly id: FormatId;
  /** By the names that nobody else uses together. */
  isOne(head: JsonHead): boolean;
  read(entry: SourceEntry, signal: AbortSignal): AsyncIterable<Found>;
}

export function jsonFormat({ id, isOne, read }: JsonFormat): ImportFormat {
  return {
    id,
    recognise: async (source) => ((await filesOf(source, isOne)).length > 0 ? 'surely' : 'no'),
    async *read(source, signal) {
      const files = new Set(await filesOf(source, isOne));
      for (const entry of source.entries) {
        if (files.has(entry)) yield* foundIn(entry, () => read(entry, signal));
        else yield { place: entry.path, ignored: OTHER_FILES };
      }
    },
  };
}

const OTHER_FILES = 'Files that are no list of this kind.';

async function filesOf(source: Source, isOne: (head: JsonHead) => boolean): Promise<SourceEntry[]> {
  const files: SourceEntry[] = [];
  for (const entry of source.entries) {
    // Among many files those of that name; what comes alone may be called anything.
    if (source.entries.length > 1 && !/\.json$/i.test(entry.path)) continue;
    const head = readHead(await headText(entry));
    if (head && isOne(head)) files.push(entry);
  }
  return files;
}

/** What lies between two quotes, and whether it is a name. */
const TEXT = /"((?:[^"\\]|\\.)*)"(\s*:)?/gs;

function readHead(text: string): JsonHead | null {
  const first = /^\ufeff?\s*([[{])/.exec(text)?.[1];
  if (first === undefined) return null;
  const names = new Set<string>();
  for (const [, name = '', colon] of text.matchAll(TEXT)) if (colon) names.add(name);
  return { isArray: first === '[', names };
}

export const hasAll = ({ names }: JsonHead, ...wanted: readonly string[]): boolean =>
  wanted.every((name) => names.has(name));

/** What each element of a list says; what is no object says nothing. */
export function fromElement(
  entry: SourceEntry,
  element: JsonElement,
  read: (fields: Fields, place: string) => Found,
): Found {
  const place = `${entry.path}, entry ${element.at}`;
  if ('problem' in element) return { place, problem: element.problem };
  const fields = fieldsOf(element.value);
  return fields ? read(fields, place) : { place, problem: noEntry };
}

const noEntry = {
  code: 'invalid_input',
  message: 'This entry is not one of an article.',
} as const;

export type Fields = Readonly<Record<string, unknown>>;

export const fieldsOf = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? { ...(value as Record<string, unknown>) }
    : null;

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Programs write `true`, `1`, `"1"` and `"yes"`. */
export const isYes = (value: unknown): boolean => /^(?:true|1|yes)$/i.test(String(value));

/** Of a list, or of a single value in its place, where a list is asked for. */
export const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) =>
    typeof one === 'string' && one.trim() !== '' ? one.trim() : [],
  );

/** What the date helper takes: a number or a text. */
export const momentOf = (value: unknown): string | number | null =>
  typeof value === 'number' || typeof value === 'string' ? value : null;
