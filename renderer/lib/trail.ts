// The articles that were open one after the other in this window, for Back and Forward. Lists between them are no steps:
// the browser's own history has those.
import { useState } from 'react';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { Navigation, Place } from './place.ts';

interface Trail {
  readonly places: readonly Place[];
  /** Where in it one is; -1 while it is empty. */
  readonly at: number;
  /** What a step has asked for: until it is there, the route still names the one that is being left. */
  readonly awaited: ArticleUid | null;
}

export const noTrail: Trail = { places: [], at: -1, awaited: null };

/** Longer than anybody remembers. */
const LONGEST = 100;

/** @param place the one that the route names now @returns the same trail where nothing is new */
export function visited(trail: Trail, place: Place): Trail {
  if (place.article === null) return trail;
  const here = trail.places[trail.at];
  if (trail.awaited !== null) {
    return place.article === trail.awaited ? { ...trail, awaited: null } : trail;
  }
  if (here?.article === place.article) return trail;
  const places = [...trail.places.slice(0, trail.at + 1), place].slice(-LONGEST);
  return { places, at: places.length - 1, awaited: null };
}

/** @returns the trail one step on, null where it ends */
export function stepped(trail: Trail, by: 1 | -1, isOpen: boolean): Trail | null {
  // From a list, back is the article that was open last.
  const at = by === -1 && !isOpen ? trail.at : trail.at + by;
  const to = trail.places[at];
  return to ? { ...trail, at, awaited: to.article } : null;
}

export interface Steps {
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  step(by: 1 | -1): void;
}

export function useTrail({ place, go }: Navigation): Steps {
  const [stored, setTrail] = useState(noTrail);
  const trail = visited(stored, place);
  if (trail !== stored) setTrail(trail);
  const isOpen = place.article !== null;
  return {
    canGoBack: stepped(trail, -1, isOpen) !== null,
    canGoForward: stepped(trail, 1, isOpen) !== null,
    step(by) {
      const next = stepped(trail, by, isOpen);
      const to = next?.places[next.at];
      if (!next || !to) return;
      setTrail(next);
      go(to);
    },
  };
}
