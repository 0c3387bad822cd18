// Whether a page is what was asked for, or what a site shows in its place: that there is no such page, a fault of its own,
// a check for robots, the question for consent, a login. Evidence is weighed against text that has nothing to do with it: an article about
// such pages, or with a banner or a login beside it, is an article.
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { StandIn } from '#contract/page.ts';
import { closest, isElement, namesOf } from '../tree.ts';
import { estimateWords } from '../word-count.ts';
import { type ConsentZone, consentZoneOf } from './consent-zone.ts';
import { gateOf } from './gate.ts';
import { isHeadline, saysOnly, titleSaysOnly } from './headings.ts';
import { hear } from './hear.ts';
import { type Line, wordsOf } from './lines.ts';
import { IS_LOST, lostScore } from './lost.ts';
import * as marks from './marks.ts';
import { sentencesOf } from './sentences.ts';
import { type Sight, sightOf } from './sight.ts';
import type { Wording } from './wording.ts';
import { CHECK } from './words-check.ts';
import { CONSENT } from './words-consent.ts';
import { FAULT } from './words-fault.ts';
import { LOGIN } from './words-login.ts';
import { MISSING } from './words-missing.ts';

/** Needed where nothing else stands on the page. */
const BASE = 1.5;
/** Words of other text that are worth one more. */
const PER_POINT = 18;
/** A banner for consent is on most pages: beside any text it says little. */
const PER_POINT_CONSENT = 11;
/** A page with more words that is not headed by what it is, is none; one with far more is none in any case. */
const LONG = 300;
const TOO_LONG = 500;
/** What it counts that a page says nothing else. */
const ALONE = 1.5;
/** What a headline counts against it; consent and a login are asked for over articles as well. */
const HEADED_ELSE: Readonly<Record<StandIn, number>> = {
  missing: 1,
  fault: 1,
  check: 1,
  consent: 4,
  login: 1,
};
/** With fewer words on a page its code tells more than they do. */
const FEW = 40;
/** What it counts against it that the head tells of an article; that may be asked for all the same. */
const ARTICLE: Readonly<Record<StandIn, number>> = {
  missing: 3,
  fault: 3,
  check: 3,
  consent: 2,
  login: 1.5,
};
/** What it counts that nothing is to be seen but a check. */
const EMPTY = 1.5;

const wordings: Readonly<Record<StandIn, Wording>> = {
  missing: MISSING,
  fault: FAULT,
  check: CHECK,
  consent: CONSENT,
  login: LOGIN,
};

export interface Weighed {
  readonly kind: StandIn;
  readonly score: number;
  readonly needed: number;
}

/** @param url where the page was found, as far as that is known */
export function standInOf(document: Tree.Document, url: string | null): StandIn | null {
  const [best] = weigh(document, url);
  return best && best.score >= best.needed ? best.kind : null;
}

/** Every kind with what speaks for it, the likeliest first. Empty for a page with a lot of text. */
export function weigh(document: Tree.Document, url: string | null): Weighed[] {
  const sight = sightOf(document);
  if (!sight) return [];
  const zone = consentZoneOf(sight);
  const lines = sight.lines.filter((line) => !line.isBeside && !zone.lines.has(line));
  const page = { sight, zone, lines, gate: gateOf(sight), url: url ?? '' };
  const words = wordsOf(lines);
  if (words > TOO_LONG) return [];
  return StandIn.options
    .filter((kind) => words <= LONG || headingScore(kind, page) > 0)
    .map((kind) => ({ kind, ...weighKind(kind, page) }))
    .sort((a, b) => b.score - b.needed - (a.score - a.needed));
}

interface Page {
  readonly sight: Sight;
  readonly zone: ConsentZone;
  /** What stands in the middle of the page, without what is about consent. */
  readonly lines: readonly Line[];
  readonly gate: ReturnType<typeof gateOf>;
  readonly url: string;
}

function weighKind(kind: StandIn, page: Page): { score: number; needed: number } {
  const { sight, zone } = page;
  const wording = wordings[kind];
  const isConsent = kind === 'consent';
  const heard = hear(wording, isConsent ? [...zone.lines] : page.lines);
  const headings = headingScore(kind, page);
  const said = Math.min(2, heard.said) * 1.5;
  const structure = structureScore(kind, page);
  const isElse = isHeadedElse(page, wording);
  const lost = kind === 'missing' ? lostScore(page) : 0;
  const gate = page.gate?.kind === kind ? page.gate.score : 0;
  // A form, a name, a script are on many pages: without a word to it they say half as much.
  const isSpokenOf =
    headings > 0 ||
    said > 0 ||
    sight.isEmpty ||
    (kind === 'login' && !isElse && wordsOf(page.lines) < FEW);
  // Said among little else it weighs more than said once in a text.
  const share = heard.saidWords / Math.max(1, heard.saidWords + heard.other);
  const score =
    (said > 0 || structure >= 2 ? headings : Math.min(headings, MERE_HEADINGS)) +
    said +
    (isConsent ? 0 : share * ALONE) +
    (kind === 'check' && sight.isEmpty && said + structure > 0 ? EMPTY : 0) +
    (isSpokenOf ? structure : structure / 2) +
    lost +
    gate +
    (/noindex|none/.test(sight.robots) ? 0.5 : 0) -
    (sight.isArticle ? ARTICLE[kind] : 0) -
    (isElse && lost < IS_LOST && gate === 0 ? HEADED_ELSE[kind] : 0);
  if (!isConsent) return { score, needed: BASE + heard.other / PER_POINT };
  const other = heard.other / 4 + wordsOf(page.lines);
  if (gate > 0) return { score, needed: BASE + other / PER_POINT };
  return { score, needed: BASE + other / PER_POINT_CONSENT };
}

/** What headings count at most where nothing else speaks for it. */
const MERE_HEADINGS = 3.5;
/** Headings that are looked at; those that follow are of something else. */
const MOST_HEADINGS = 3;
/** Words of a heading that may say it in a sentence. */
const LONGEST_SENTENCE = 9;

function headingScore(kind: StandIn, page: Page): number {
  const { sight, zone, lines } = page;
  const wording = wordings[kind];
  const isSentence = (text: string) =>
    estimateWords(text) <= LONGEST_SENTENCE && sentencesOf(text).some(wording.says);
  // Under a headline of something else the title is that headline, and other headings are about a part of it.
  const isElse = isHeadedElse(page, wording);
  const title =
    !isElse && titleSaysOnly(wording, sight.title) ? 3 : isSentence(sight.title) ? 1.5 : 0;
  const main = kind === 'consent' ? [...zone.lines] : lines;
  const headings = main.filter(({ heading }) => heading > 0 && heading < 4).slice(0, MOST_HEADINGS);
  const printed = headings.map(({ text }) =>
    saysOnly(wording, text) ? 2 : isSentence(text) ? 1.5 : 0,
  );
  return title + Math.max(0, ...printed) * (isElse ? 0.5 : 1);
}

function structureScore(kind: StandIn, page: Page): number {
  const { sight, zone, lines, url } = page;
  const leads = (path: RegExp) =>
    (path.test(url) ? 1 : 0) +
    (sight.targets.some((one) => path.test(one)) ||
    (sight.isEmpty && sight.code.some((one) => path.test(marks.GOES_TO.exec(one)?.[1] ?? '')))
      ? 0.5
      : 0);
  switch (kind) {
    case 'missing':
      return (
        (marks.MISSING_NAME.test(sight.rootNames) ? 2 : lines.some(isNamedMissing) ? 1.5 : 0) +
        leads(marks.MISSING_PATH)
      );
    case 'fault':
      return marks.FAULT_NAME.test(sight.rootNames) ? 1.5 : 0;
    case 'check':
      return (
        (sight.checks > 0
          ? 2.5
          : wordsOf(lines) < FEW && sight.code.some((one) => marks.CHECK_CODE.test(one))
            ? 1.5
            : 0) + leads(marks.CHECK_PATH)
      );
    case 'consent':
      return (
        (zone.hasAccept ? 2 : zone.lines.size > 0 ? 0.5 : 0) +
        leads(marks.CONSENT_PATH) -
        (lines.some(isAboutElse) ? 1 : 0)
      );
    case 'login':
      return (
        (sight.passwords > 0 ? 3 : sight.names > 0 ? 1 : 0) +
        (marks.LOGIN_NAME.test(sight.rootNames) ? 0.5 : 0) +
        leads(marks.LOGIN_PATH)
      );
  }
}

/** A heading over something else than the question for consent. */
const isAboutElse = ({ heading, text }: Line): boolean => heading > 0 && !saysOnly(CONSENT, text);

/** Its first heading is its title, and is about something else: an article, most likely. */
function isHeadedElse({ sight, lines }: Page, wording: Wording): boolean {
  const first = lines.find(({ heading }) => heading > 0 && heading < 4);
  return first !== undefined && isHeadline(wording, first.text, sight.title);
}

const isNamedMissing = ({ element }: Line): boolean =>
  closest(element, (up) => isElement(up) && marks.MISSING_NAME.test(namesOf(up))) !== null;
