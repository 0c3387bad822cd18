// What of a paragraph's words was kept, added and removed, in runs that can be read: a changed phrase is one removal and one
// addition, not a change for each of its words.
import type { ComparedRun } from '#contract/types/comparison.ts';
import { type Budget, longestCommon, type Match } from './longest-common.ts';
import { hasWord, isSpace, numbering, tokensOf } from './tokens.ts';

export interface ComparedWords {
  readonly runs: ComparedRun[];
  /** Whether words that stayed were not looked for, because too much differs. */
  readonly isCoarse: boolean;
}

export function compareWords(from: string, to: string, budget: Budget): ComparedWords {
  const numberOf = numbering();
  const [old, now] = [tokensOf(from), tokensOf(to)];
  const number = (token: string) => numberOf(isSpace(token) ? ' ' : token);
  const [oldNumbers, nowNumbers] = [old.map(number), now.map(number)];
  let start = 0;
  while (start < old.length && oldNumbers[start] === nowNumbers[start]) start++;
  let [oldEnd, nowEnd] = [old.length, now.length];
  while (oldEnd > start && nowEnd > start && oldNumbers[oldEnd - 1] === nowNumbers[nowEnd - 1]) {
    oldEnd--;
    nowEnd--;
  }
  const middle = longestCommon(
    oldNumbers.slice(start, oldEnd),
    nowNumbers.slice(start, nowEnd),
    budget,
  );
  const matches: Match[] = [];
  for (let at = 0; at < start; at++) matches.push([at, at]);
  for (const [inOld, inNow] of middle ?? []) matches.push([start + inOld, start + inNow]);
  for (let at = oldEnd; at < old.length; at++) matches.push([at, at - oldEnd + nowEnd]);
  return { runs: joined(runsOf(matches, old, now)), isCoarse: middle === null };
}

/** What is kept reads as it does now. */
function runsOf(
  matches: readonly Match[],
  old: readonly string[],
  now: readonly string[],
): ComparedRun[] {
  const runs: ComparedRun[] = [];
  let kept = '';
  let [atOld, atNow] = [0, 0];
  const changeUpTo = (untilOld: number, untilNow: number) => {
    if (atOld === untilOld && atNow === untilNow) return;
    if (kept) runs.push({ kind: 'kept', text: kept });
    kept = '';
    const [removed, added] = [old.slice(atOld, untilOld), now.slice(atNow, untilNow)];
    if (removed.length > 0) runs.push({ kind: 'removed', text: removed.join('') });
    if (added.length > 0) runs.push({ kind: 'added', text: added.join('') });
  };
  for (const [inOld, inNow] of matches) {
    changeUpTo(inOld, inNow);
    kept += now[inNow];
    [atOld, atNow] = [inOld + 1, inNow + 1];
  }
  changeUpTo(old.length, now.length);
  if (kept) runs.push({ kind: 'kept', text: kept });
  return runs;
}

/** Between two changes, space and signs alone do not make them two. */
function joined(runs: readonly ComparedRun[]): ComparedRun[] {
  const out: ComparedRun[] = [];
  let [removed, added] = ['', ''];
  const flush = () => {
    if (removed) out.push({ kind: 'removed', text: removed });
    if (added) out.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  runs.forEach(({ kind, text }, at) => {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (removed && added && at < runs.length - 1 && !hasWord(text)) {
      removed += text;
      added += text;
    } else {
      flush();
      out.push({ kind, text });
    }
  });
  flush();
  return out;
}
