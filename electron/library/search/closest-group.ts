// Chooses the places of a text that show best why it was found.
import type { Span } from './needles.ts';
import type { Place } from './places.ts';

/** Words further apart than this cannot stand in one passage with something around them. */
const CLUSTER_LENGTH = 160;
/** What a word is worth that another passage shows already. */
const SHOWN_WORTH = 0.25;

export interface Group extends Span {
  readonly worth: number;
}

/** How much a needle says: those that are rare in this text a little more. */
export type WorthOf = (needle: number) => number;

export function worthIn(places: readonly Place[], shown: ReadonlySet<number>): WorthOf {
  const total = new Map<number, number>();
  for (const { needle } of places) total.set(needle, (total.get(needle) ?? 0) + 1);
  return (needle) => (shown.has(needle) ? SHOWN_WORTH : 1) + 1 / (total.get(needle) ?? 1);
}

/**
 * The closest group of the most different words; among equals the first.
 * @param places in order, not empty
 */
export function closestGroup(places: readonly Place[], worthOf: WorthOf): Group {
  const inside = new Map<number, number>();
  let worth = 0;
  let best = { worth: -1, from: 0, to: 0 };
  let from = 0;
  for (let to = 0; to < places.length; to++) {
    const last = places[to] as Place;
    if (!inside.get(last.needle)) worth += worthOf(last.needle);
    inside.set(last.needle, (inside.get(last.needle) ?? 0) + 1);
    while (last.end - (places[from] as Place).start > CLUSTER_LENGTH && from < to) {
      const { needle } = places[from++] as Place;
      const left = (inside.get(needle) ?? 0) - 1;
      inside.set(needle, left);
      if (left === 0) worth -= worthOf(needle);
    }
    // The small margin keeps rounding from preferring a later group.
    if (worth > best.worth + 1e-9) best = { worth, from, to };
  }
  const group = places.slice(best.from, best.to + 1);
  return {
    start: (places[best.from] as Place).start,
    end: group.reduce((end, one) => Math.max(end, one.end), 0),
    worth: best.worth,
  };
}
