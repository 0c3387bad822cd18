// Takes the elements of one array out of a JSON file of any size, one at a time: quotes and brackets are followed byte by byte, and
// only what lies between two commas is parsed. An element that is no JSON costs itself alone.
import type { Problem } from '#contract/types/problem.ts';
import { MAX_PAGE_FETCH_BYTES } from '../../../clip/limits.ts';
import { JsonPlace } from './json-place.ts';

/** `at` counts from 1 within its array; `within` are the numbers, from 0, of the arrays around it. */
export type JsonElement = { readonly at: number; readonly within: readonly number[] } & (
  | { readonly value: unknown }
  | { readonly problem: Problem }
);

interface Options {
  /** Names from the root to the array; `*` is every element of an array. `[]` is the root itself. */
  readonly path: readonly string[];
  /** Without the arrays in it, which may be large: they are read as empty. */
  readonly shallow?: boolean;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** A file that ends too early says so as its last element. */
export async function* jsonElements(
  chunks: AsyncIterable<Uint8Array>,
  { path, shallow = false }: Options,
): AsyncGenerator<JsonElement> {
  const place = new JsonPlace(path);
  let kept: Uint8Array[] = [];
  let length = 0;
  let isTooLarge = false;
  /** Depth at which an array within an element began that is left out; 0 for none. */
  let skipped = 0;
  let at = 0;

  const keep = (part: Uint8Array): void => {
    length += part.length;
    if (length > MAX_PAGE_FETCH_BYTES) {
      isTooLarge = true;
      kept = [];
    } else if (part.length > 0) kept.push(part);
  };
  const taken = (): JsonElement | null => {
    const source = new TextDecoder().decode(Buffer.concat(kept)).trim();
    const wasTooLarge = isTooLarge;
    kept = [];
    length = 0;
    isTooLarge = false;
    if (source === '' && !wasTooLarge) return null;
    const found = { at: ++at, within: place.within() };
    if (wasTooLarge) return { ...found, problem: tooLarge };
    try {
      return { ...found, value: JSON.parse(source) };
    } catch {
      return { ...found, problem: noJson };
    }
  };

  for await (const chunk of chunks) {
    /** Where in the chunk begins what is not kept yet. */
    let from = 0;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i] as number;
      if (place.isInString) {
        place.inString(byte);
        continue;
      }
      if (byte === QUOTE) place.quote();
      else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) {
        const wasInside = place.isInside;
        place.open(byte === OPEN_ARRAY);
        if (!wasInside && place.isInside) {
          at = 0;
          from = i + 1;
        } else if (shallow && wasInside && byte === OPEN_ARRAY && skipped === 0) {
          keep(chunk.subarray(from, i + 1));
          skipped = place.depth;
        }
      } else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) {
        if (skipped === place.depth && skipped > 0) {
          skipped = 0;
          from = i;
        }
        if (place.isAtElement) {
          keep(chunk.subarray(from, i));
          const element = taken();
          if (element) yield element;
        }
        place.close();
      } else if (byte === COMMA) {
        if (place.isAtElement) {
          keep(chunk.subarray(from, i));
          from = i + 1;
          const element = taken();
          if (element) yield element;
        }
        place.comma();
      } else place.other(byte);
    }
    if (place.isInside && skipped === 0) keep(chunk.subarray(from));
  }
  if (!place.isWhole) yield { at: at + 1, within: place.within(), problem: cutOff };
}

const tooLarge: Problem = {
  code: 'too_large',
  message: 'This entry is larger than Lectern reads.',
};
const noJson: Problem = { code: 'invalid_input', message: 'This entry is not valid JSON.' };
const cutOff: Problem = {
  code: 'invalid_input',
  message: 'The file ends in the middle: what follows is missing.',
};
