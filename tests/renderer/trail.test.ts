// Back and Forward across articles.
import { expect, it } from 'vitest';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { Place } from '../../renderer/lib/place.ts';
import { noTrail, stepped, visited } from '../../renderer/lib/trail.ts';

const at = (name: string | null): Place => ({
  shelf: { kind: 'list', name: 'inbox' },
  article: name as ArticleUid | null,
});
const walked = (...names: (string | null)[]) =>
  names.reduce((trail, name) => visited(trail, at(name)), noTrail);
const here = (trail: ReturnType<typeof walked> | null) => trail?.places[trail.at]?.article ?? null;

it('goes back and forward through articles, and lists are no steps', () => {
  const trail = walked('a', null, 'b', 'c');
  const back = stepped(trail, -1, true);
  expect(here(back)).toBe('b');
  expect(stepped(trail, 1, true)).toBeNull();
  const again = visited(back ?? noTrail, at('b'));
  expect(here(stepped(again, 1, true))).toBe('c');
  expect(here(stepped(again, -1, true))).toBe('a');
});

it('waits until the route names what a step asked for', () => {
  const back = stepped(walked('a', 'b'), -1, true) ?? noTrail;
  expect(visited(back, at('b'))).toBe(back);
  expect(here(visited(back, at('a')))).toBe('a');
});

it('from a list goes back to the article that was open last', () => {
  expect(here(stepped(walked('a', 'b', null), -1, false))).toBe('b');
  expect(stepped(noTrail, -1, false)).toBeNull();
});

it('forgets what lay ahead when another article is opened', () => {
  const back = visited(stepped(walked('a', 'b'), -1, true) ?? noTrail, at('a'));
  const other = visited(back, at('c'));
  expect(other.places.map(({ article }) => article)).toEqual(['a', 'c']);
});
