// Pictures that have come while an article is open, as the window tells its frame.
import { type Fields, isCount, isFields, isText } from './fields.ts';
import { isUid } from './highlights.ts';

const MAX_PICTURES = 10_000;
const MAX_SRC_LENGTH = 500;

export interface LatePicture {
  /** Its number in the reader content. */
  readonly position: number;
  readonly src: string;
  /** Null for a drawing without a size of its own. */
  readonly width: number | null;
  readonly height: number | null;
}

export interface LatePicturesMessage {
  readonly kind: 'late-pictures';
  readonly uid: string;
  /** All that there are. */
  readonly items: readonly LatePicture[];
}

export function readLatePictures({ uid, items }: Fields): LatePicturesMessage | null {
  if (!isUid(uid) || !Array.isArray(items) || items.length > MAX_PICTURES) return null;
  return items.every(isPicture) ? { kind: 'late-pictures', uid, items } : null;
}

const isPicture = (value: unknown): value is LatePicture =>
  isFields(value) &&
  isCount(value.position) &&
  isText(value.src, MAX_SRC_LENGTH) &&
  isSize(value.width) &&
  isSize(value.height);

const isSize = (value: unknown): boolean => value === null || isCount(value);
