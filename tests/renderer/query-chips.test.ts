// What is left of a query when some of its filters are taken out.
import { expect, it } from 'vitest';
import { without } from '../../renderer/features/search/query-chips.tsx';

const at = (text: string, part: string) => {
  const from = text.indexOf(part);
  return { from, to: from + part.length };
};

it.each([
  ['owl tag:birds night', ['tag:birds'], 'owl night'],
  ['tag:birds owl', ['tag:birds'], 'owl'],
  ['owl  tag:birds', ['tag:birds'], 'owl'],
  ['tag:birds', ['tag:birds'], ''],
  ['owl tag:birds is:unread night', ['tag:birds', 'is:unread'], 'owl night'],
  ['"tag:birds" tag:moss', ['tag:moss'], '"tag:birds"'],
])('%s without %j', (text, parts, rest) => {
  expect(
    without(
      text,
      parts.map((part) => at(text, part)),
    ),
  ).toBe(rest);
});
