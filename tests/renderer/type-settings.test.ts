// How an article is set: what was chosen for it alone lies over the general choice.
import { expect, it } from 'vitest';
import { Settings } from '#contract/types/settings.ts';
import { typeOf } from '../../renderer/lib/type-settings.ts';

const settings = Settings.parse({ theme: 'sepia', fontSize: 21, density: 'compact' });
const general = {
  theme: 'sepia',
  face: 'serif',
  fontSize: 21,
  measure: 66,
  lineHeight: 1.6,
  margin: 1,
  align: 'start',
  hyphenate: true,
};

it('follows the general choice, and takes nothing else from the settings', () => {
  expect(typeOf(settings, null)).toEqual(general);
});

it('has its own where it was chosen, also what is false or nothing', () => {
  expect(typeOf(settings, { face: 'legible', hyphenate: false, margin: 0 })).toEqual({
    ...general,
    face: 'legible',
    hyphenate: false,
    margin: 0,
  });
});
