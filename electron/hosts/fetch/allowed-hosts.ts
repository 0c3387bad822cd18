// The hosts that a person named as reachable although they are private or this very machine.

/**
 * @param allowHosts `host`, which allows all its ports, or `host:port`; compared whole, ignoring case
 */
export function isAllowedHost(url: URL, allowHosts: readonly string[]): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return allowHosts.some((entry) => {
    const named = parseEntry(entry.trim());
    return named?.host === url.hostname && (named.port === null || named.port === port);
  });
}

/** `localhost`, `localhost:8000`, `192.168.1.5`, `[::1]:8000`, `::1`; null for what names no host. */
function parseEntry(entry: string): { host: string; port: string | null } | null {
  const [, name = '', port = null] = /^(\[[^\]]+\]|[^:]+)(?::(\d{1,5}))?$/.exec(entry) ?? [];
  // More colons than one, and no brackets: an IPv6 address, which has brackets in a URL.
  const host = name === '' && entry.includes(':') ? `[${entry}]` : name;
  if (host === '' || /[/?#@\\]/.test(host) || !URL.canParse(`http://${host}/`)) return null;
  return { host: new URL(`http://${host}/`).hostname, port: port && String(Number(port)) };
}
