// Articles that have to do with the open one, as the window tells its frame.
import { type Fields, isFields, isText } from './fields.ts';
import { isUid } from './highlights.ts';

export interface RelatedItem {
  readonly uid: string;
  readonly title: string;
  /** One line of what is known of it. */
  readonly facts: string;
}

export interface RelatedMessage {
  readonly kind: 'related';
  /** Stands above them. */
  readonly heading: string;
  readonly items: readonly RelatedItem[];
}

const MAX_ITEMS = 50;
const MAX_TEXT_LENGTH = 10_000;

export function readRelated({ heading, items }: Fields): RelatedMessage | null {
  if (!isText(heading, MAX_TEXT_LENGTH) || !Array.isArray(items) || items.length > MAX_ITEMS) {
    return null;
  }
  const read = items.map(readItem);
  return read.every((item) => item !== null) ? { kind: 'related', heading, items: read } : null;
}

function readItem(value: unknown): RelatedItem | null {
  if (!isFields(value)) return null;
  const { uid, title, facts } = value;
  const isWhole = isUid(uid) && isText(title, MAX_TEXT_LENGTH) && isText(facts, MAX_TEXT_LENGTH);
  return isWhole ? { uid, title, facts } : null;
}
