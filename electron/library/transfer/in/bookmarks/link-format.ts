// A format whose items are the links of lists in HTML.
import type { FormatId } from '#contract/types/import.ts';
import { headText, textOf } from '../../source/entry-text.ts';
import { entriesNamed } from '../entries-named.ts';
import type { Fit, ImportFormat } from '../format.ts';
import { foundInEach } from '../found-in-each.ts';
import { readEach } from '../read-each.ts';
import { type ReadItem, toFound } from '../to-found.ts';
import { htmlTokens } from './html-tokens.ts';
import { type ListedLink, readLinks } from './read-links.ts';

interface LinkShape {
  readonly id: FormatId;
  /** Told by the beginning of a file. */
  readonly fitOf: (head: string) => Fit;
  readonly item: (link: ListedLink) => ReadItem;
}

const LIST_NAME = /\.(?:html?|xhtml)$/i;

export function linkFormat({ id, fitOf, item }: LinkShape): ImportFormat {
  return {
    id,
    async recognise(source) {
      let best: Fit = 'no';
      for (const entry of entriesNamed(source, LIST_NAME)) {
        const found = fitOf(await headText(entry));
        if (found === 'surely') return found;
        if (found === 'maybe') best = found;
      }
      return best;
    },
    read: (source, signal) =>
      readEach(source, LIST_NAME, async function* (entry) {
        if (fitOf(await headText(entry)) === 'no') return false;
        const lots = readLinks(htmlTokens(textOf(entry, signal)));
        yield* foundInEach(entry.path, lots, (lot) =>
          lot.map((link) => toFound(`${entry.path}, link ${link.number}`, item(link))),
        );
        return true;
      }),
  };
}
