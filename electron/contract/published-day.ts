// The day on which an article was published, as hosts and window write it above the text.

const KNOWN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/;

/**
 * @param published ISO 8601: a time with the page's own offset, a day, a month or a year
 * @param language BCP 47
 * @returns as much of it as is known, in the page's own time zone; null where it is no date
 */
export function publishedDay(published: string, language: string): string | null {
  const [known = '', , month, day] = KNOWN.exec(published) ?? [];
  const date = Date.parse(`${known}${month ? '' : '-01'}${day ? '' : '-01'}T00:00:00Z`);
  if (Number.isNaN(date)) return null;
  return new Intl.DateTimeFormat(language, {
    year: 'numeric',
    ...(month && { month: 'long' }),
    ...(day && { day: 'numeric' }),
    timeZone: 'UTC',
  }).format(date);
}
