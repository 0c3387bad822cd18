// Messages between window and frame: each side takes what is in shape, and nothing else.
import { describe, expect, it } from 'vitest';
import { firstLookHash, readFirstLook } from '../../renderer/frame/messages/first-look.ts';
import { readFromFrame } from '../../renderer/frame/messages/from-frame.ts';
import { labelNames } from '../../renderer/frame/messages/labels.ts';
import { readToFrame } from '../../renderer/frame/messages/to-frame.ts';

const uid = '01M7Y6EW800X3DAVY9MS08XZ1X';
const key = { key: 's', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const settings = {
  theme: 'sepia',
  face: 'serif',
  fontSize: 19,
  measure: 66,
  lineHeight: 1.6,
  margin: 1,
  align: 'start',
  hyphenate: true,
  dimImages: true,
};
const labels = Object.fromEntries(labelNames.map((name) => [name, `the word ${name}`]));
const box = { x: 1, y: 2, width: 3, height: 4 };
const selection = {
  quote: 'tide',
  prefix: 'the ',
  suffix: '',
  start: 4,
  end: 8,
  box,
  by: 'pointer',
};
const item = { uid, start: 4, end: 8, colour: 'green', hasNote: false };
const place = { fraction: 0.5, anchorText: 'the tide' };

describe('from the frame', () => {
  it.each([
    { uid, kind: 'ready' },
    { uid, kind: 'shown' },
    { uid, kind: 'drag' },
    { uid, kind: 'cover', covers: true },
    { uid, kind: 'progress', ...place },
    { uid, kind: 'link', url: 'https://example.org/' },
    { uid, kind: 'key', ...key },
    { uid, kind: 'headings', headings: [{ level: 2, text: 'Noon' }], index: -1 },
    { uid, kind: 'at-heading', index: 0 },
    { uid, kind: 'selection', selection, trouble: null },
    { uid, kind: 'selection', selection: null, trouble: 'no-words' },
    { uid, kind: 'highlight-wish', selection, colour: null, opens: true },
    { uid, kind: 'marked', uids: [uid], box },
    { uid, kind: 'at-highlight', highlight: null },
    { uid, kind: 'caret', isOn: true, said: 'the' },
    { uid, kind: 'found', count: 3, index: -1 },
    { uid, kind: 'at-word', count: 3, index: 2 },
    { uid, kind: 'open-related', article: uid },
    { uid, kind: 'stir' },
    { uid, kind: 'open-saved', url: 'https://example.org/a' },
    { uid, kind: 'at-link', url: 'https://example.org/a', box },
    { uid, kind: 'at-link', url: null, box: null },
    { uid, kind: 'aloud', text: 'One.', isCode: false, lang: 'en' },
    { uid, kind: 'history', by: -1 },
  ])('takes $kind', (message) => {
    expect(readFromFrame(message)).toEqual(message);
  });

  it.each([
    null,
    'ready',
    { kind: 'ready' },
    { uid: 7, kind: 'ready' },
    { uid, kind: 'unknown' },
    { uid, kind: 'toString' },
    { uid, kind: 'progress', fraction: 2, anchorText: '' },
    { uid, kind: 'progress', fraction: Number.NaN, anchorText: '' },
    { uid, kind: 'progress', fraction: 0.5, anchorText: 'x'.repeat(501) },
    { uid, kind: 'link', url: `https://example.org/${'x'.repeat(9000)}` },
    { uid, kind: 'link', url: { href: 'https://example.org' } },
    { uid, kind: 'key', ...key, altKey: 'no' },
    { uid, kind: 'headings', headings: [{ level: 2 }], index: 0 },
    { uid, kind: 'headings', headings: [], index: 0.5 },
    { uid, kind: 'at-heading', index: -2 },
    { uid, kind: 'selection', selection: { ...selection, end: 4 }, trouble: null },
    { uid, kind: 'selection', selection: { ...selection, quote: 7 }, trouble: null },
    { uid, kind: 'selection', selection: null, trouble: 'of another kind' },
    { uid, kind: 'highlight-wish', selection, colour: 'beige', opens: true },
    { uid, kind: 'marked', uids: [7], box },
    { uid, kind: 'marked', uids: [uid], box: { ...box, x: '1' } },
    { uid, kind: 'found', count: -1, index: 0 },
    { uid, kind: 'at-word', count: 1.5, index: 0 },
    { uid, kind: 'open-related' },
    { uid, kind: 'history', by: 2 },
    { uid, kind: 'at-link', url: 'https://example.org/a', box: null },
    { uid, kind: 'open-saved', url: 7 },
    { uid, kind: 'aloud', text: 'x'.repeat(2001), isCode: false, lang: '' },
  ])('refuses %j', (message) => {
    expect(readFromFrame(message)).toBeNull();
  });

  it('hands on nothing but the fields it knows', () => {
    expect(readFromFrame({ uid, kind: 'ready', extra: 1 })).toEqual({ uid, kind: 'ready' });
  });
});

describe('in the address of the frame', () => {
  it('a first look is read as it was written', () => {
    const look = { theme: 'sepia', face: 'sans' } as const;
    expect(readFirstLook(firstLookHash(look))).toEqual(look);
  });
  it.each(['', '#', '#sepia', '#system,sans', '#sepia,comic', '#sepia,sans,serif', '#end'])(
    'refuses %j',
    (hash) => {
      expect(readFirstLook(hash)).toBeNull();
    },
  );
});

describe('to the frame', () => {
  it.each([
    { kind: 'settings', settings },
    { kind: 'open', settings, byline: ['Ann'], found: { words: ['tide'], at: 3 }, place, labels },
    { kind: 'open', settings, byline: [], found: null, place: null, labels },
    { kind: 'picture' },
    { kind: 'spotlight', wanted: true },
    { kind: 'scroll', to: 'end' },
    { kind: 'scroll', to: 'page-down' },
    { kind: 'find', text: 'tide' },
    { kind: 'find-step', by: 1 },
    { kind: 'find-close' },
    { kind: 'step-word', by: -1 },
    { kind: 'related', heading: 'More', items: [{ uid, title: 'Tides', facts: '' }] },
    { kind: 'clear-words' },
    { kind: 'saved-links', urls: ['https://example.org/a'], label: 'Saved' },
    { kind: 'late-pictures', uid, items: [{ position: 2, src: '/a.png', width: 3, height: 2 }] },
    { kind: 'late-pictures', uid, items: [{ position: 0, src: '/a', width: null, height: null }] },
    { kind: 'aloud', act: 'next' },
    { kind: 'contents', wanted: true },
    { kind: 'go-to-heading', index: 3 },
    { kind: 'highlights', uid, items: [item] },
    { kind: 'highlight-now', colour: 'pink' },
    { kind: 'step-highlight', by: -1 },
    { kind: 'show-range', uid, start: 1, end: 2 },
  ])('takes $kind', (message) => {
    expect(readToFrame(message)).toEqual(message);
  });

  it.each([
    undefined,
    { kind: 'settings', settings: { ...settings, theme: 'pink' } },
    { kind: 'settings', settings: { ...settings, fontSize: '19px' } },
    { kind: 'settings', settings: { ...settings, align: 'centre' } },
    { kind: 'settings', settings: { ...settings, hyphenate: 'no' } },
    { kind: 'open', settings, byline: [1], found: null, place: null, labels },
    { kind: 'open', settings, byline: [], found: null, place: null },
    { kind: 'open', settings, byline: [], found: null, place: null, labels: { ...labels, fit: 1 } },
    { kind: 'spotlight' },
    { kind: 'scroll', to: 'nowhere' },
    { kind: 'contents', wanted: 'yes' },
    { kind: 'find', text: 'x'.repeat(1001) },
    { kind: 'find-step', by: 0 },
    { kind: 'step-word', by: 2 },
    { kind: 'related', heading: 'More', items: [{ uid, title: 7, facts: '' }] },
    { kind: 'saved-links', urls: [7], label: 'Saved' },
    { kind: 'aloud', act: 'sing' },
    { kind: 'go-to-heading', index: '3' },
    { kind: 'highlights', uid, items: [item, { ...item, colour: 'beige' }] },
    { kind: 'highlights', uid, items: [{ ...item, start: -1 }] },
    { kind: 'step-highlight', by: 2 },
    { kind: 'show-range', uid, start: 2, end: 2 },
  ])('refuses %j', (message) => {
    expect(readToFrame(message)).toBeNull();
  });
});
