// What the window tells the frame that shows what was left out: the text, the state of its blocks, and the words for both.
import type { BlockState } from '#contract/types/block.ts';
import { type Fields, isCount, isFields, isText } from './fields.ts';
import { type FrameSettings, readSettings } from './settings.ts';

export interface ShownBlock {
  /** Value of `data-lectern-block`. */
  readonly number: number;
  readonly state: BlockState;
  /** How it begins. */
  readonly text: string;
}

/** `{passage}` stands where the beginning of the block belongs. */
export interface LeftOutLabels {
  readonly restore: string;
  readonly restoreNamed: string;
  readonly remove: string;
  readonly removeNamed: string;
}

export type ToLeftOut =
  /** Sent in answer to `ready`, and whenever anything of it is another. */
  | {
      readonly kind: 'left-out';
      readonly settings: FrameSettings;
      readonly html: string;
      readonly blocks: readonly ShownBlock[];
      readonly labels: LeftOutLabels;
    }
  /** To the next passage that was left out or is the reader's doing, or the one before. */
  | { readonly kind: 'left-out-step'; readonly by: 1 | -1 };

const MAX_LABEL = 200;
const MAX_TEXT = 500;
const states: readonly unknown[] = ['kept', 'left-out', 'restored', 'removed'];

/** @returns null where it is no such message */
export function readToLeftOut(data: unknown): ToLeftOut | null {
  if (!isFields(data)) return null;
  const { kind, by, html } = data;
  if (kind === 'left-out-step') return by === 1 || by === -1 ? { kind, by } : null;
  if (kind !== 'left-out' || typeof html !== 'string') return null;
  const settings = readSettings(data.settings);
  const labels = isFields(data.labels) ? readLabels(data.labels) : null;
  const blocks = Array.isArray(data.blocks) ? data.blocks.map(readBlock) : [null];
  if (!settings || !labels || !blocks.every((block) => block !== null)) return null;
  return { kind, settings, html, blocks, labels };
}

function readBlock(data: unknown): ShownBlock | null {
  if (!isFields(data)) return null;
  const { number, state, text } = data;
  if (!isCount(number) || !states.includes(state) || !isText(text, MAX_TEXT)) return null;
  return { number, state: state as BlockState, text };
}

function readLabels({ restore, restoreNamed, remove, removeNamed }: Fields): LeftOutLabels | null {
  if (!isText(restore, MAX_LABEL) || !isText(restoreNamed, MAX_LABEL)) return null;
  if (!isText(remove, MAX_LABEL) || !isText(removeNamed, MAX_LABEL)) return null;
  return { restore, restoreNamed, remove, removeNamed };
}
