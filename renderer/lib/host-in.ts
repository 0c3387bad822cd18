// The host that somebody typed, perhaps as a whole address.

/** @returns `host` or `host:port`, lower case; null where it is none */
export function hostIn(typed: string): string | null {
  const text = typed.trim();
  const address = /^https?:\/\//i.test(text) ? text : `http://${text}`;
  if (text === '' || /\s/.test(text) || !URL.canParse(address)) return null;
  const { host, username, password } = new URL(address);
  return host === '' || username !== '' || password !== '' ? null : host;
}
