// What the window says to an article's frame. The frame checks what it gets: anyone may post to it.
import type { HighlightColour } from '#contract/types/highlight.ts';
import { type AloudAct, isAloudAct } from './aloud.ts';
import { isFields, isStrings, isText, type Readers, readMessage } from './fields.ts';
import { MAX_FIND_LENGTH } from './find.ts';
import { type FoundWords, readFoundWords } from './found-words.ts';
import { isIndex } from './headings.ts';
import { type FrameHighlight, isColour, isUid, readHighlights, readRange } from './highlights.ts';
import { type FrameLabels, readLabels } from './labels.ts';
import { type LatePicturesMessage, readLatePictures } from './pictures.ts';
import { type Place, readPlace } from './place.ts';
import { type RelatedMessage, readRelated } from './related.ts';
import { readSavedLinks, type SavedLinksMessage } from './saved-links.ts';
import { isScrollStep, type ScrollStep } from './scroll.ts';
import { type FrameSettings, readSettings } from './settings.ts';

export type ToFrame =
  | { readonly kind: 'settings'; readonly settings: FrameSettings }
  /** Sent once, in answer to `ready`. `byline` lines stand under the title; `found` is what a search found. */
  | {
      readonly kind: 'open';
      readonly settings: FrameSettings;
      readonly byline: readonly string[];
      readonly place: Place | null;
      readonly found: FoundWords | null;
      readonly labels: FrameLabels;
    }
  | { readonly kind: 'scroll'; readonly to: ScrollStep }
  /** Answered with `found`; no words end nothing. */
  | { readonly kind: 'find'; readonly text: string }
  | { readonly kind: 'find-step'; readonly by: 1 | -1 }
  | { readonly kind: 'find-close' }
  /** To the next place of the words that a search found, or the one before; answered with `at-word`. */
  | { readonly kind: 'step-word'; readonly by: 1 | -1 }
  | { readonly kind: 'clear-words' }
  | LatePicturesMessage
  | SavedLinksMessage
  | RelatedMessage
  /** Answered with `aloud`. */
  | { readonly kind: 'aloud'; readonly act: AloudAct }
  /** Answered with `headings`, then with `at-heading` while one scrolls, until they are not wanted any more. */
  | { readonly kind: 'contents'; readonly wanted: boolean }
  | { readonly kind: 'go-to-heading'; readonly index: number }
  /** Opens the picture in sight. */
  | { readonly kind: 'picture' }
  /** Whether all but the paragraph being read is dimmed. */
  | { readonly kind: 'spotlight'; readonly wanted: boolean }
  /** All of the article; sent again whenever they change. One frame shows many articles, so it is said whose they are. */
  | {
      readonly kind: 'highlights';
      readonly uid: string;
      readonly items: readonly FrameHighlight[];
    }
  /** Asks for what is selected, to highlight it; with nothing selected the caret mode begins. */
  | { readonly kind: 'highlight-now'; readonly colour: HighlightColour | null }
  /** Begins the caret mode, or ends it. */
  | { readonly kind: 'caret' }
  | { readonly kind: 'clear-selection' }
  /** To the next highlight, or the one before. */
  | { readonly kind: 'step-highlight'; readonly by: 1 | -1 }
  /** Brings a stretch of the reader text on screen. `uid` is that of a highlight, where it is one. */
  | {
      readonly kind: 'show-range';
      readonly start: number;
      readonly end: number;
      readonly uid: string;
    };

const readers: Readers<ToFrame> = {
  settings(data) {
    const settings = readSettings(data.settings);
    return settings && { kind: 'settings', settings };
  },
  open({ byline, found: words, place, settings: given, labels: said }) {
    const settings = readSettings(given);
    const labels = readLabels(said);
    if (!settings || !labels || !isStrings(byline)) return null;
    return {
      kind: 'open',
      settings,
      byline,
      labels,
      found: words === null ? null : readFoundWords(words),
      place: isFields(place) ? readPlace(place) : null,
    };
  },
  contents: ({ wanted }) => (typeof wanted === 'boolean' ? { kind: 'contents', wanted } : null),
  'go-to-heading': ({ index }) => (isIndex(index) ? { kind: 'go-to-heading', index } : null),
  picture: () => ({ kind: 'picture' }),
  spotlight: ({ wanted }) => (typeof wanted === 'boolean' ? { kind: 'spotlight', wanted } : null),
  highlights({ uid, items: given }) {
    const items = readHighlights(given);
    return items && isUid(uid) ? { kind: 'highlights', uid, items } : null;
  },
  'highlight-now': ({ colour }) =>
    colour === null || isColour(colour) ? { kind: 'highlight-now', colour } : null,
  caret: () => ({ kind: 'caret' }),
  'clear-selection': () => ({ kind: 'clear-selection' }),
  'step-highlight': ({ by }) => (by === 1 || by === -1 ? { kind: 'step-highlight', by } : null),
  'show-range'(data) {
    const range = readRange(data);
    return range && isUid(data.uid) ? { kind: 'show-range', ...range, uid: data.uid } : null;
  },
  scroll: ({ to }) => (isScrollStep(to) ? { kind: 'scroll', to } : null),
  find: ({ text }) => (isText(text, MAX_FIND_LENGTH) ? { kind: 'find', text } : null),
  'find-step': ({ by }) => (by === 1 || by === -1 ? { kind: 'find-step', by } : null),
  'find-close': () => ({ kind: 'find-close' }),
  'step-word': ({ by }) => (by === 1 || by === -1 ? { kind: 'step-word', by } : null),
  'clear-words': () => ({ kind: 'clear-words' }),
  'late-pictures': readLatePictures,
  'saved-links': readSavedLinks,
  related: readRelated,
  aloud: ({ act }) => (isAloudAct(act) ? { kind: 'aloud', act } : null),
};

/** @returns the message, or null where it is none of ours */
export const readToFrame = (data: unknown): ToFrame | null => readMessage(data, readers);
