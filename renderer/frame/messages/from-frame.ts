// What an article's frame says to the window. The window checks what it gets: whatever runs in a frame is foreign.
import type { BlockAction } from '#contract/types/block.ts';
import type { HighlightColour } from '#contract/types/highlight.ts';
import type { KeyPress } from '../../lib/shortcuts.ts';
import { type AloudMessage, readAloud } from './aloud.ts';
import { isCount, isFields, isStrings, isText, type Readers, readMessage } from './fields.ts';
import { type Heading, isIndex, readHeadings } from './headings.ts';
import {
  type FrameBox,
  type FrameSelection,
  isColour,
  isUid,
  readBox,
  readSelection,
  type SelectionTrouble,
} from './highlights.ts';
import { type Place, readPlace } from './place.ts';
import { type AtLinkMessage, isUrl, readAtLink } from './saved-links.ts';

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
  | { readonly kind: 'drag' }
  /** `index` says which of them one reads under; -1 before the first. */
  | { readonly kind: 'headings'; readonly headings: readonly Heading[]; readonly index: number }
  | { readonly kind: 'at-heading'; readonly index: number }
  /** A picture lies over the article, or does no longer: it may have the whole window. */
  | { readonly kind: 'cover'; readonly covers: boolean }
  /** What is selected; both null once nothing is. */
  | {
      readonly kind: 'selection';
      readonly selection: FrameSelection | null;
      readonly trouble: SelectionTrouble | null;
    }
  /** The person wants these words highlighted, and with `opens` goes on to note and colour. */
  | {
      readonly kind: 'highlight-wish';
      readonly selection: FrameSelection;
      readonly colour: HighlightColour | null;
      readonly opens: boolean;
    }
  /** Highlights were clicked, or opened with Enter; the first is the one that is meant. */
  | { readonly kind: 'marked'; readonly uids: readonly string[]; readonly box: FrameBox }
  /** The highlight that keys have gone to. */
  | { readonly kind: 'at-highlight'; readonly highlight: string | null }
  /** The caret mode, and what its caret came to. */
  | { readonly kind: 'caret'; readonly isOn: boolean; readonly said: string }
  /** How often the words that are looked for stand in the article, and which of those places is current, or -1. */
  | { readonly kind: 'found'; readonly count: number; readonly index: number }
  /** How many places the words of a search have in the article, and which of them one has come to; -1 for none. */
  | { readonly kind: 'at-word'; readonly count: number; readonly index: number }
  /** A link to a saved article was chosen; the address as it stands in `href`. */
  | { readonly kind: 'open-saved'; readonly url: string }
  /** One of the articles under it was chosen. */
  | { readonly kind: 'open-related'; readonly article: string }
  /** A block of its page is to be put back into the article, or taken out. */
  | { readonly kind: 'edit-block'; readonly number: number; readonly action: BlockAction }
  | AtLinkMessage
  | AloudMessage
  /** Somebody is at the article: scrolls, moves the mouse, presses keys. */
  | { readonly kind: 'stir' }
  /** The mouse's buttons for Back and Forward. */
  | { readonly kind: 'history'; readonly by: 1 | -1 };

const MAX_URL_LENGTH = 8192;
const MAX_KEY_LENGTH = 40;
/** More than lie over each other anywhere. */
const MAX_MARKED = 100;
const MAX_SAID_LENGTH = 200;

const readers: Readers<FrameNews> = {
  ready: () => ({ kind: 'ready' }),
  shown: () => ({ kind: 'shown' }),
  drag: () => ({ kind: 'drag' }),
  progress(data) {
    const place = readPlace(data);
    return place && { kind: 'progress', ...place };
  },
  headings(data) {
    const headings = readHeadings(data);
    return headings && isIndex(data.index)
      ? { kind: 'headings', headings, index: data.index }
      : null;
  },
  'at-heading': ({ index }) => (isIndex(index) ? { kind: 'at-heading', index } : null),
  cover: ({ covers }) => (typeof covers === 'boolean' ? { kind: 'cover', covers } : null),
  found({ count, index }) {
    if (!isCount(count) || !Number.isInteger(index)) return null;
    return { kind: 'found', count, index: index as number };
  },
  'at-word'({ count, index }) {
    if (!isCount(count) || !Number.isInteger(index)) return null;
    return { kind: 'at-word', count, index: index as number };
  },
  'open-saved': ({ url }) => (isUrl(url) ? { kind: 'open-saved', url } : null),
  'open-related': ({ article }) => (isUid(article) ? { kind: 'open-related', article } : null),
  'edit-block': ({ number, action }) =>
    isCount(number) && (action === 'restore' || action === 'remove')
      ? { kind: 'edit-block', number, action }
      : null,
  'at-link': readAtLink,
  aloud: readAloud,
  stir: () => ({ kind: 'stir' }),
  history: ({ by }) => (by === 1 || by === -1 ? { kind: 'history', by } : null),
  link: ({ url }) => (isText(url, MAX_URL_LENGTH) ? { kind: 'link', url } : null),
  key({ key, ctrlKey, metaKey, shiftKey, altKey }) {
    if (!isText(key, MAX_KEY_LENGTH)) return null;
    if (typeof ctrlKey !== 'boolean' || typeof metaKey !== 'boolean') return null;
    if (typeof shiftKey !== 'boolean' || typeof altKey !== 'boolean') return null;
    return { kind: 'key', key, ctrlKey, metaKey, shiftKey, altKey };
  },
  selection({ selection: given, trouble }) {
    if (trouble !== null && trouble !== 'no-words' && trouble !== 'too-long') return null;
    const selection = given === null ? null : readSelection(given);
    return given === null || selection ? { kind: 'selection', selection, trouble } : null;
  },
  'highlight-wish'({ selection: given, colour, opens }) {
    const selection = readSelection(given);
    if (!selection || typeof opens !== 'boolean') return null;
    if (colour !== null && !isColour(colour)) return null;
    return { kind: 'highlight-wish', selection, colour, opens };
  },
  marked({ uids, box: given }) {
    const box = readBox(given);
    if (!box || !isStrings(uids) || uids.length > MAX_MARKED || !uids.every(isUid)) return null;
    return { kind: 'marked', uids, box };
  },
  'at-highlight': ({ highlight }) =>
    highlight === null || isUid(highlight) ? { kind: 'at-highlight', highlight } : null,
  caret: ({ isOn, said }) =>
    typeof isOn === 'boolean' && isText(said, MAX_SAID_LENGTH)
      ? { kind: 'caret', isOn, said }
      : null,
};

/** @returns the message, or null where it is none of ours */
export function readFromFrame(data: unknown): FromFrame | null {
  if (!isFields(data) || typeof data.uid !== 'string') return null;
  const news = readMessage(data, readers);
  return news && { uid: data.uid, ...news };
}
