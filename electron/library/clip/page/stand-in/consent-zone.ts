// Where on a page it is about consent: a banner beside an article, or all that there is.
import { attr, closest, isElement, namesOf, type Parent, parentOf } from '../tree.ts';
import { estimateWords } from '../word-count.ts';
import { isHeadline, saysOnly } from './headings.ts';
import type { Line } from './lines.ts';
import { CONSENT_NAME } from './marks.ts';
import { sentencesOf } from './sentences.ts';
import type { Sight } from './sight.ts';
import { lower } from './wording.ts';
import { ACCEPT, CONSENT } from './words-consent.ts';

export interface ConsentZone {
  readonly lines: ReadonlySet<Line>;
  /** There is a button to say yes, or no. */
  readonly hasAccept: boolean;
}

/** What has as many words explains something. */
const EXPLAINS = 8;
/** So much of a zone has to be about consent. */
const MOSTLY = 0.4;
/** And so much of what is around it, to be one with it. */
const ALONE = 0.75;
/** No question is longer. */
const MOST_WORDS = 1200;

export function consentZoneOf({ title, lines, controls }: Sight): ConsentZone {
  const wordsIn = new Map<Parent, number>();
  for (const { element, words } of lines)
    for (let up: Parent | null = element; words > 0 && up; up = parentOf(up))
      wordsIn.set(up, (wordsIn.get(up) ?? 0) + words);
  const explains = (any: Parent): boolean => (wordsIn.get(any) ?? 0) >= EXPLAINS;
  const share = aboutWithin(lines, wordsIn);
  // Whatever holds the headline of the page is no box beside it.
  const headline = lines.find(
    ({ heading, text }) => heading === 1 && isHeadline(CONSENT, text, title),
  );
  const holdsHeadline = new Set<Parent>();
  for (let up: Parent | null = headline?.element ?? null; up; up = parentOf(up))
    holdsHeadline.add(up);
  const isZone = (any: Parent, most = MOSTLY): boolean =>
    explains(any) && share(any) >= (holdsHeadline.has(any) ? most : MOSTLY);

  const zones = new Set<Parent>();
  let hasAccept = false;
  for (const { label, element } of controls) {
    if (!ACCEPT.test(lower(label))) continue;
    const zone = closest(element, explains);
    if (!zone || !isZone(zone, ALONE)) continue;
    zones.add(zone);
    hasAccept = true;
    // And what is around it, as far as that is about nothing else either.
    for (let up = parentOf(zone); up && isElement(up) && !NEVER.has(up.tagName); up = parentOf(up))
      if (!holdsHeadline.has(up) && share(up) >= ALONE) zones.add(up);
  }
  for (const named of namedAround(lines))
    if (isZone(named, Number.POSITIVE_INFINITY)) zones.add(named);
  const isInside = ({ element }: Line) => closest(element, (any) => zones.has(any)) !== null;
  return { lines: new Set(zones.size === 0 ? [] : lines.filter(isInside)), hasAccept };
}

/** What calls itself after consent, as near to each line as there is. */
function namedAround(lines: readonly Line[]): Set<Parent> {
  const known = new Map<Parent, Parent | null>();
  const namedFrom = (any: Parent): Parent | null => {
    const path: Parent[] = [];
    let found: Parent | null | undefined;
    for (let up: Parent | null = any; up && found === undefined; up = parentOf(up)) {
      found = isNamed(up) ? up : known.get(up);
      path.push(up);
    }
    for (const one of path) known.set(one, found ?? null);
    return found ?? null;
  };
  return new Set(lines.flatMap(({ element }) => namedFrom(element) ?? []));
}

/** Tells which part of the words within an element is about consent. Asked for few elements, and for large ones not at all. */
function aboutWithin(lines: readonly Line[], wordsIn: ReadonlyMap<Parent, number>) {
  const shares = new Map<Parent, number>();
  return (any: Parent): number => {
    const known = shares.get(any);
    if (known !== undefined) return known;
    const words = wordsIn.get(any) ?? 0;
    let about = 0;
    if (words <= MOST_WORDS)
      for (const line of lines)
        if (line.words > 0 && closest(line.element, (up) => up === any))
          about += aboutConsent(line.text) * line.words;
    const share = about / Math.max(1, words);
    shares.set(any, share);
    return share;
  };
}

/** The part of a text that is about consent, if only by a word. */
function aboutConsent(text: string): number {
  let all = 0;
  let about = 0;
  for (const one of sentencesOf(text)) {
    const words = estimateWords(one);
    all += words;
    if (CONSENT.says(one) || CONSENT.loose.test(one) || saysOnly(CONSENT, one)) about += words;
  }
  return about / Math.max(1, all);
}

const NEVER = new Set(['html', 'body', 'article']);
const WHOLE = new Set([...NEVER, 'main']);
const isNamed = (any: Parent): boolean =>
  isElement(any) &&
  !WHOLE.has(any.tagName) &&
  (CONSENT_NAME.test(namesOf(any)) || /cookie|consent/i.test(attr(any, 'aria-label') ?? ''));
