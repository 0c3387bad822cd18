// The site of an address, as one calls it. Addresses of an import may be anything.
export function siteOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return new URL(url).hostname.replace(/^www\./, '') || null;
}
