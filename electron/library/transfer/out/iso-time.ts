// A time as all formats write it.

/** @param at milliseconds UTC. @returns ISO 8601 in UTC; null where there is none, or none that a calendar has */
export function isoTime(at: number | null): string | null {
  if (at === null) return null;
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
