// What the window and an article's frame say to each other, by postMessage. Both sides check what they get: the
// window because whatever runs in a frame is foreign, the frame because anyone may post to it.
import type { KeyPress } from '../lib/shortcuts.ts';

/** Reading type as the window wants it now. `system` is resolved before it comes here. */
export interface FrameSettings {
  readonly theme: 'light' | 'sepia' | 'dark';
  /** CSS pixels. */
  readonly fontSize: number;
  /** Characters of the reading type. */
  readonly measure: number;
  readonly lineHeight: number;
  readonly face: 'serif' | 'sans';
}

/** Where reading stopped: a fraction of the article, 0..1, and words from that place. */
export interface Place {
  readonly fraction: number;
  readonly anchorText: string;
}

export type ToFrame =
  | { readonly kind: 'settings'; readonly settings: FrameSettings }
  /** Sent once, in answer to `ready`. `byline` lines stand under the title; `marks` are words to mark. */
  | {
      readonly kind: 'open';
      readonly settings: FrameSettings;
      readonly byline: readonly string[];
      readonly place: Place | null;
      readonly marks: readonly string[];
    }
  | { readonly kind: 'scroll'; readonly to: 'start' | 'end' };

/** `uid` is that of the article in the frame: one frame shows many, and a message may outlive the one it came from. */
export type FromFrame = { readonly uid: string } & FrameNews;

export type FrameNews =
  /** The script runs; it waits for `open`. */
  | { readonly kind: 'ready' }
  /** Settings, byline and place are applied: the frame can be seen. */
  | { readonly kind: 'shown' }
  | ({ readonly kind: 'progress' } & Place)
  | { readonly kind: 'link'; readonly url: string }
  /** A key that means something to the window, pressed in the article. */
  | ({ readonly kind: 'key' } & KeyPress)
  /** Something is dragged over the frame; the window lays its own drop zone over it. */
  | { readonly kind: 'drag' };

export const MAX_ANCHOR_LENGTH = 500;
const MAX_URL_LENGTH = 8192;
const MAX_MARKS = 32;

type Fields = Readonly<Record<string, unknown>>;

/** @returns the message, or null where it is none of ours */
export function readFromFrame(data: unknown): FromFrame | null {
  if (!isFields(data) || typeof data.uid !== 'string') return null;
  const news = readNews(data);
  return news && { uid: data.uid, ...news };
}

function readNews(data: Fields): FrameNews | null {
  switch (data.kind) {
    case 'ready':
    case 'shown':
    case 'drag':
      return { kind: data.kind };
    case 'progress': {
      const place = readPlace(data);
      return place && { kind: 'progress', ...place };
    }
    case 'link': {
      const url = data.url;
      return typeof url === 'string' && url.length <= MAX_URL_LENGTH ? { kind: 'link', url } : null;
    }
    case 'key':
      return readKey(data);
    default:
      return null;
  }
}

/** @returns the message, or null where it is none of ours */
export function readToFrame(data: unknown): ToFrame | null {
  if (!isFields(data)) return null;
  switch (data.kind) {
    case 'settings': {
      const settings = readSettings(data.settings);
      return settings && { kind: 'settings', settings };
    }
    case 'open': {
      const settings = readSettings(data.settings);
      const { byline, marks, place } = data;
      if (!settings || !isStrings(byline) || !isStrings(marks)) return null;
      return {
        kind: 'open',
        settings,
        byline,
        marks: marks.slice(0, MAX_MARKS),
        place: isFields(place) ? readPlace(place) : null,
      };
    }
    case 'scroll':
      return data.to === 'start' || data.to === 'end' ? { kind: 'scroll', to: data.to } : null;
    default:
      return null;
  }
}

function readSettings(value: unknown): FrameSettings | null {
  if (!isFields(value)) return null;
  const { theme, fontSize, measure, lineHeight, face } = value;
  if (theme !== 'light' && theme !== 'sepia' && theme !== 'dark') return null;
  if (face !== 'serif' && face !== 'sans') return null;
  if (!isNumber(fontSize) || !isNumber(measure) || !isNumber(lineHeight)) return null;
  return { theme, fontSize, measure, lineHeight, face };
}

function readPlace(data: Fields): Place | null {
  const { fraction, anchorText } = data;
  if (!isNumber(fraction) || fraction < 0 || fraction > 1) return null;
  if (typeof anchorText !== 'string' || anchorText.length > MAX_ANCHOR_LENGTH) return null;
  return { fraction, anchorText };
}

function readKey(data: Fields): FrameNews | null {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = data;
  if (typeof key !== 'string' || key.length > 40) return null;
  if (typeof ctrlKey !== 'boolean' || typeof metaKey !== 'boolean') return null;
  if (typeof shiftKey !== 'boolean' || typeof altKey !== 'boolean') return null;
  return { kind: 'key', key, ctrlKey, metaKey, shiftKey, altKey };
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);
const isStrings = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
