// The small pure parts of the window: routes, keys, errors, freshness, chains of pages, queries as typed.
import { describe, expect, it } from 'vitest';
import { errorCodes, LibraryError } from '#contract/errors.ts';
import { topics } from '#contract/topics.ts';
import strings from '../../renderer/app/strings/en.json' with { type: 'json' };
import { firstChain, linked } from '../../renderer/features/library/page-chain.ts';
import { asTyped } from '../../renderer/lib/as-typed.ts';
import { errorText } from '../../renderer/lib/error-text.ts';
import { keysOf } from '../../renderer/lib/invalidate.ts';
import { parsePlace, pathTo } from '../../renderer/lib/place.ts';
import { chordOf, shortcutFor, shortcuts, shortcutsOn } from '../../renderer/lib/shortcuts.ts';

const uid = '01M7Y6EW800X3DAVY9MS08XZ1X';
const press = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

describe('places', () => {
  it.each([
    '/inbox',
    `/archived/${uid}`,
    '/tag/a%2Fb%20%23%3F%25',
    `/tag/%E4%B8%AD%E6%96%87/${uid}`,
    '/search/%22two%20words%22',
    '/home',
    `/collection/${uid}`,
    `/collection/${uid}/${uid}`,
    '/import',
    `/imported/${uid}`,
    `/imported/${uid}/${uid}`,
  ])('%s leads there and back', (path) => {
    expect(pathTo(parsePlace(path))).toBe(path);
  });

  it.each(['/', '', '/nowhere', '/tag', '/tag/', '/collection/x', '/imported/x'])(
    '%j is the start',
    (path) => {
      expect(parsePlace(path)).toEqual({ shelf: { kind: 'list', name: 'inbox' }, article: null });
    },
  );

  it('takes a broken encoding as it stands, and no other text for an article', () => {
    expect(parsePlace('/tag/50%')).toEqual({ shelf: { kind: 'tag', name: '50%' }, article: null });
    expect(parsePlace('/inbox/__proto__').article).toBeNull();
  });
});

describe('keys', () => {
  it.each([
    [{ ...press, key: 'Z', ctrlKey: true, shiftKey: true }, 'Mod+Shift+z'],
    [{ ...press, key: 'k', metaKey: true }, 'Mod+k'],
    [{ ...press, key: '#', shiftKey: true }, '#'],
    [{ ...press, key: '?', shiftKey: true }, '?'],
    [{ ...press, key: 'Delete' }, 'Delete'],
    [{ ...press, key: 'S', shiftKey: true }, 'Shift+s'],
  ])('%j is %s', (event, chord) => {
    expect(chordOf(event)).toBe(chord);
  });

  it('gives no key two meanings, and every command its words', () => {
    const chords = shortcuts.flatMap((shortcut) => shortcut.chords);
    expect(new Set(chords).size).toBe(chords.length);
    // Where menu and palette lead, without a key of its own.
    const keyless = ['about'];
    expect(Object.keys(strings.commands).sort()).toEqual(
      [...shortcuts.map((shortcut) => shortcut.command), ...keyless].sort(),
    );
    expect(shortcutFor({ ...press, key: 's' })?.command).toBe('star');
    expect(shortcutFor({ ...press, key: 'e', ctrlKey: true })).toBeUndefined();
  });
});

describe('what there is to do', () => {
  it('is the same everywhere, but for what a browser does from menus of its own or cannot be asked for', () => {
    const only = shortcutsOn('desktop').filter((one) => !shortcutsOn('web').includes(one));
    expect(only.map(({ command }) => command)).toEqual([
      'copy-own-link',
      'save-pdf',
      'clip-copied',
      'capture',
    ]);
    expect(shortcutsOn('desktop')).toEqual(shortcuts);
  });
});

describe('errors', () => {
  it('has a sentence for every code, and for no other', () => {
    expect(Object.keys(strings.errors).sort()).toEqual([...errorCodes].sort());
  });

  it('says the library’s own sentence too, but never that of a fault', () => {
    const full = new LibraryError('disk_full', 'The disk with your library is full.');
    expect(errorText(full)).toEqual({
      key: 'errors.disk_full',
      detail: 'The disk with your library is full.',
      action: 'retry',
    });
    expect(errorText(new TypeError('x is undefined'))).toEqual({
      key: 'errors.bug',
      detail: null,
      action: 'retry',
    });
  });
});

it('knows what goes stale with every topic', () => {
  expect(Object.keys(keysOf).sort()).toEqual([...topics].sort());
});

describe('the chain of pages', () => {
  const two = linked(linked(firstChain, 0, 'b'), 1, 'c');

  it('grows by what each page names, and ends where one names nothing', () => {
    expect(two).toEqual({ starts: [undefined, 'b', 'c'], ended: false });
    expect(linked(two, 2, null)).toEqual({ starts: [undefined, 'b', 'c'], ended: true });
  });

  it('is the same object where a page says what is known', () => {
    expect(linked(two, 0, 'b')).toBe(two);
    const ended = linked(two, 2, null);
    expect(linked(ended, 2, null)).toBe(ended);
  });

  it('follows a start that moved, and an end that came nearer or went on', () => {
    expect(linked(two, 0, 'x').starts).toEqual([undefined, 'x', 'c']);
    expect(linked(two, 0, null)).toEqual({ starts: [undefined], ended: true });
    expect(linked(linked(firstChain, 0, null), 0, 'b')).toEqual({
      starts: [undefined, 'b'],
      ended: false,
    });
  });
});

describe('a query as it is being typed', () => {
  it.each([
    ['tid', 'tid*'],
    ['high wat', 'high wat*'],
    ['gärt', 'gärt*'],
    ['прил', 'прил*'],
  ])('%s may go on', (text, query) => {
    expect(asTyped(text)).toBe(query);
  });

  it.each([
    'a',
    '',
    'tide ',
    '"high wat',
    '"high water"',
    'tag:bo',
    '-tide',
    'tid*',
    '老茶',
    'ตลาด',
  ])('%j stands as it is', (text) => {
    expect(asTyped(text)).toBe(text);
  });
});
