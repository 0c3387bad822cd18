// A page that is nothing but a door: no link leads anywhere, few words, and something to press or to wait for. Articles stand
// among links, and say more. What it wants to know is told by its fields and words; else it is a check.
import type { StandIn } from '#contract/page.ts';
import { estimateWords } from '../word-count.ts';
import { sentencesOf } from './sentences.ts';
import type { Sight } from './sight.ts';
import { CONSENT } from './words-consent.ts';

const FEW = 45;
const GATE = 4;
/** A page of nothing but a few words and a script that comes back says less than one with a button. */
const WAITS = 2.5;

const COMES_BACK = /location\.reload\(|location\s*=\s*location|http-equiv=.refresh/i;
/** The visitor's own address, which no text has a use for. */
const VISITOR = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/;

/** @returns what it is, and what it counts; null for a page that is no door */
export function gateOf(sight: Sight): { readonly kind: StandIn; readonly score: number } | null {
  const { lines, controls, code, links, passwords, names } = sight;
  const text = lines.map((line) => line.text).join('\n');
  const words = estimateWords(text);
  if (links > 0 || words === 0 || words > FEW || sight.isArticle) return null;
  if (passwords + names > 0) return { kind: 'login', score: GATE };
  const isAboutData = sentencesOf(text).some((one) => CONSENT.loose.test(one));
  if (controls.length > 1 && isAboutData) return { kind: 'consent', score: GATE };
  if (controls.length > 0) return { kind: 'check', score: GATE };
  const waits = code.some((one) => COMES_BACK.test(one)) || VISITOR.test(text);
  return waits ? { kind: 'check', score: WAITS } : null;
}
