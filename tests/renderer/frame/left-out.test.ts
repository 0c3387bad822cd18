// What the frame of left-out passages takes for a message of the window, and what it does not.
import { expect, it } from 'vitest';
import { readToLeftOut } from '../../../renderer/frame/messages/left-out.ts';

const settings = {
  theme: 'dark',
  face: 'serif',
  fontSize: 19,
  measure: 66,
  lineHeight: 1.6,
  margin: 1,
  align: 'start',
  hyphenate: true,
  dimImages: true,
};
const labels = { restore: 'a', restoreNamed: 'b', remove: 'c', removeNamed: 'd' };
const block = { number: 3, state: 'removed', text: 'Menu' };
const whole = { kind: 'left-out', settings, labels, html: '<p>x</p>', blocks: [block] };

it('is a message where all of it is in shape', () => {
  expect(readToLeftOut(whole)).toEqual(whole);
  expect(readToLeftOut({ kind: 'left-out-step', by: -1 })).toEqual({
    kind: 'left-out-step',
    by: -1,
  });
});

it.each([
  ['nothing', null],
  ['another kind', { ...whole, kind: 'open' }],
  ['no text', { ...whole, html: 7 }],
  ['no labels', { ...whole, labels: { ...labels, remove: null } }],
  ['no settings', { ...whole, settings: {} }],
  ['no list of blocks', { ...whole, blocks: {} }],
  ['a block in no state', { ...whole, blocks: [block, { ...block, state: 'gone' }] }],
  ['a block without a number', { ...whole, blocks: [{ ...block, number: -1 }] }],
  ['a step to nowhere', { kind: 'left-out-step', by: 2 }],
])('is none: %s', (_, data) => {
  expect(readToLeftOut(data)).toBeNull();
});
