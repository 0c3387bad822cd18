// The window's only page as a host gives it out.

/**
 * index.html with what the window has to know of its host at the beginning of its head.
 * Its own files are named from the root, so that a reload of a deeper route finds them.
 */
export function windowPage(index: string, metas: Readonly<Record<string, string>>): string {
  const lines = Object.entries(metas).map(([name, content]) => {
    const key = name === 'csp-nonce' ? 'property' : 'name';
    return `<meta ${key}="${name}" content='${content.replace(/[&'<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}'>`;
  });
  return index
    .replace(/<head[^>]*>/i, (head) => `${head}\n${lines.join('\n')}`)
    .replace(/\b(src|href)="\.\//g, '$1="/');
}
