// Where a picture or a style sheet may lie beside a page that was saved with its files: `companion:…`, by a path from the page.

/** A path from the page; nothing for an address of the network, or of the root of a disk or a site. */
export const companionOf = (address: string): string[] =>
  /^(?:[a-z][a-z\d+.-]*:|[/\\])/i.test(address) ? [] : [`companion:${decodedPath(address)}`];

/**
 * Where nothing says where the page once was, all its pictures can only be beside it: from the root of its site, which is the
 * folder of the page if it is anything, and under the place at which it lay when it was saved.
 */
export function companionOfStray(address: string): string[] {
  if (/^(?:\/\/|\\\\)/.test(address)) return [];
  const [, folderAndName] = /^file:.*?([^/\\]+[/\\][^/\\]+)$/is.exec(address) ?? [];
  return companionOf(folderAndName ?? address.replace(/^[/\\]+/, ''));
}

/** A path beside the page as the file system has it; browsers take a `\` that is not encoded for a `/`. */
function decodedPath(path: string): string {
  const bare = path
    .replace(/[?#].*$/s, '')
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '');
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare; // A bare % in the name: it is not encoded, then.
  }
}
