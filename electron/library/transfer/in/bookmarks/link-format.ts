// A format whose items are the links of lists in HTML.
import type { FormatId } from '#contract/types/import.ts';
import type { Problem } from '#contract/types/problem.ts';
import { headText, textOf } from '../../source/entry-text.ts';
import { entriesNamed } from '../entries-named.ts';
import type { Fit, ImportFormat } from '../format.ts';
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
        try {
          let lot = await lots.next();
          for (; !lot.done; lot = await lots.next()) {
            for (const link of lot.value) {
              yield toFound(`${entry.path}, link ${link.number}`, item(link));
            }
          }
          if (!lot.value) yield { place: entry.path, problem: cutOff };
          return true;
        } finally {
          // Closes the file where nobody wants the rest.
          await lots.return(false);
        }
      }),
  };
}

const cutOff: Problem = {
  code: 'invalid_input',
  message: 'The file ends in the middle: what follows is missing.',
};
