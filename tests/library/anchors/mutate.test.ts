// The promise about changed articles, on a few pages of our own. `npm run bench:anchors` measures it on many.
import { describe, expect, it } from 'vitest';
import { diceOf } from '../../support/mutate/dice.ts';
import { MarkedPage } from '../../support/mutate/marked-page.ts';
import { ownPages } from '../../support/mutate/pages.ts';
import { placingTable, sumOf } from '../../support/mutate/placing-table.ts';
import { changeWords } from '../../support/mutate/words.ts';

describe('the mutator', () => {
  it('knows where every character went', () => {
    const page = new MarkedPage('<p>An owl  hears.</p><p>A stork carries.</p>');
    const [first] = page.textNodes();
    if (!first) throw new Error('no text');
    page.replace(first, 3, 6, 'heron', false);
    page.replace(first, 0, 0, 'Now: ', false);
    const { text, starts } = page.places();
    expect(text).toBe('Now: An heron hears.\nA stork carries.');
    expect(starts[page.text.indexOf('owl')]).toBe(-1);
    for (const word of ['An', 'hears', 'stork'])
      expect(starts[page.text.indexOf(word)]).toBe(text.indexOf(word));
  });

  it('does the same for the same seed', () => {
    const changed = (seed: number) => {
      const page = new MarkedPage('<p>An owl hears a mouse under the snow and waits.</p>');
      changeWords(page, diceOf(seed), [{ start: 3, end: 30 }]);
      return page.places().text;
    };
    expect(changed(7)).toBe(changed(7));
    expect(new Set([1, 2, 3, 4, 5, 6].map(changed)).size).toBeGreaterThan(1);
  });
});

describe('highlights in articles that changed', () => {
  const { rows } = placingTable(ownPages(11, 11), 12, 11);

  it.each(rows)('$kind', ({ exist, right }) => {
    // So few pages in invented language allow for one or two more than the promise does.
    expect(exist - right).toBeLessThanOrEqual(Math.ceil(0.05 * exist) + 1);
  });

  it('are all found where nothing changed, and are changed within where words do', () => {
    const [none, words] = ['none', 'words changed'].map((name) =>
      rows.find(({ kind }) => kind === name),
    );
    expect(none?.right).toBe(none?.highlights);
    expect(words?.changedInside).toBeGreaterThan(0.3 * (words?.highlights ?? Infinity));
  });

  it('are hardly ever placed wrong', () => {
    const all = sumOf(rows);
    expect(all.highlights).toBe(rows.length * 11 * 12);
    expect(all.wrong / all.highlights).toBeLessThan(0.005);
    expect(all.right / all.exist).toBeGreaterThan(0.97);
    expect(all.gone).toBeGreaterThan(0);
  });
});
