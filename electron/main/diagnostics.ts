// What helps to look into a fault, as text for the clipboard: versions, screens, and the end of the log. No Electron here.
// Nothing in it says what somebody reads: the log holds no titles and no text, and addresses, names and folders are taken out
// of it once more.

export interface DiagnosticFacts {
  /** Name and version of everything that matters, in the order in which it is shown. */
  readonly versions: Readonly<Record<string, string>>;
  /** `open`, or the code of what keeps it from opening. */
  readonly library: string;
  /** Milliseconds since 1970 of the crashes that are still known, the newest first. */
  readonly crashes: readonly number[];
  /** The end of the log. */
  readonly log: string;
}

const LOG_LINES = 60;

/** @param home the person's folder, which carries their name */
export function diagnosticsOf(facts: DiagnosticFacts, home: string): string {
  const lines = facts.log.trimEnd().split('\n').slice(-LOG_LINES);
  return [
    ...Object.entries(facts.versions).map(([name, version]) => `${name}: ${version}`),
    `Library: ${facts.library}`,
    `Crashes: ${facts.crashes.map((at) => new Date(at).toISOString()).join(', ') || 'none'}`,
    '',
    ...lines.map((line) => withoutNames(line, home)),
    '',
  ].join('\n');
}

/** Errors of the system name files, and sentences for a person name what they are about in quotation marks. */
export function withoutNames(line: string, home: string): string {
  return line
    .replaceAll(home, '~')
    .replace(/[a-z][a-z0-9+.-]*:\/\/[^\s'"”)]+/gi, '[address]')
    .replace(/“[^”]*”?/g, '“…”')
    .replace(/'[^']*[/\\][^']*'/g, "'…'")
    .replace(/(?<![\w.])(?:~|[A-Z]:)?(?:[/\\][^\s/\\:'"”)]+){2,}/g, '[path]');
}
