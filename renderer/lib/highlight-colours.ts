// The colours of highlights in the order of their keys, and the one that was used last.
import type { HighlightColour } from '#contract/types/highlight.ts';
import { recall, remember } from './view-memory.ts';

export const highlightColours = [
  'yellow',
  'green',
  'blue',
  'pink',
  'purple',
] as const satisfies readonly HighlightColour[];

export function lastColour(): HighlightColour {
  const last = recall('highlight-colour');
  return highlightColours.find((colour) => colour === last) ?? 'yellow';
}

export const rememberColour = (colour: HighlightColour): void =>
  remember('highlight-colour', colour);

/** `3` → blue. */
export const colourOfKey = (key: string): HighlightColour | null =>
  /^[1-5]$/.test(key) ? (highlightColours[Number(key) - 1] ?? null) : null;
