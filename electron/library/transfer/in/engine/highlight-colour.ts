// Colours of highlights under the names that other programs have for them.
import { HighlightColour } from '#contract/types/highlight.ts';

const others: Readonly<Record<string, HighlightColour>> = {
  orange: 'yellow',
  red: 'pink',
  magenta: 'pink',
  violet: 'purple',
  indigo: 'purple',
  cyan: 'blue',
  teal: 'green',
};

/** Yellow, unless it is one of ours or near to one. */
export function toColour(name: string | null): HighlightColour {
  const wanted = name?.trim().toLowerCase() ?? '';
  const own = HighlightColour.safeParse(wanted);
  if (own.success) return own.data;
  return Object.hasOwn(others, wanted) ? (others[wanted] as HighlightColour) : 'yellow';
}
