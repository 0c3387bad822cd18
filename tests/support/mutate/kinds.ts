// The kinds of change, by name, as the rows of the table have them.
import {
  changeEntities,
  changeLigatures,
  changeQuotationMarks,
  changeSoftHyphens,
  changeSpace,
} from './characters.ts';
import type { Dice } from './dice.ts';
import type { MarkedPage } from './marked-page.ts';
import {
  addParagraphs,
  joinParagraphs,
  moveParagraphs,
  removeParagraphs,
  splitParagraphs,
} from './paragraphs.ts';
import { changeWords, type Span } from './words.ts';

export interface Surroundings {
  readonly dice: Dice;
  readonly highlights: readonly Span[];
  /** Paragraphs of other pages. */
  readonly foreign: readonly string[];
}
type Change = (page: MarkedPage, around: Surroundings) => void;

const single = {
  'words changed': (page, { dice, highlights }) => changeWords(page, dice, highlights),
  'paragraphs added': (page, { dice, foreign }) => addParagraphs(page, dice, foreign),
  'paragraphs removed': (page, { dice }) => removeParagraphs(page, dice),
  'paragraphs moved': (page, { dice }) => moveParagraphs(page, dice),
  'paragraphs split': (page, { dice }) => splitParagraphs(page, dice),
  'paragraphs joined': (page, { dice }) => joinParagraphs(page, dice),
  entities: (page, { dice }) => changeEntities(page, dice),
  'white space': (page, { dice }) => changeSpace(page, dice),
  ligatures: (page, { dice }) => changeLigatures(page, dice),
  'quotation marks': (page, { dice }) => changeQuotationMarks(page, dice),
  'soft hyphens': (page, { dice }) => changeSoftHyphens(page, dice),
} as const satisfies Record<string, Change>;

const changes: readonly Change[] = Object.values(single);

export const kinds: Readonly<Record<string, Change>> = {
  none: () => {},
  ...single,
  'three at once': (page, around) => {
    for (let count = 0; count < 3; count++) around.dice.pick(changes)(page, around);
  },
};
