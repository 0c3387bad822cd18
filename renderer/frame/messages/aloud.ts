// Reading aloud, as window and frame tell each other: the frame knows the sentences, the window has the voice.
import { type Fields, isText } from './fields.ts';

const acts = ['start', 'next', 'previous', 'next-paragraph', 'previous-paragraph', 'stop'] as const;
export type AloudAct = (typeof acts)[number];

export const isAloudAct = (value: unknown): value is AloudAct => acts.some((act) => act === value);

/** What is to be said now. */
export interface AloudMessage {
  readonly kind: 'aloud';
  /** Empty where there is nothing more to say. */
  readonly text: string;
  /** Code is not read, only said to be there. */
  readonly isCode: boolean;
  /** BCP 47 as the article gives it; empty where it gives none. */
  readonly lang: string;
}

const MAX_TEXT_LENGTH = 2000;
const MAX_LANG_LENGTH = 100;

export function readAloud({ text, isCode, lang }: Fields): AloudMessage | null {
  if (!isText(text, MAX_TEXT_LENGTH) || !isText(lang, MAX_LANG_LENGTH)) return null;
  return typeof isCode === 'boolean' ? { kind: 'aloud', text, isCode, lang } : null;
}
