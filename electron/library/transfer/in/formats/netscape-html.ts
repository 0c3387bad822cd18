// Bookmarks as browsers export them, and with them Raindrop, Pinboard, Shaarli and others, each with attributes of their own.
import { linkFormat } from '../bookmarks/link-format.ts';
import { emptyItem } from '../found-item.ts';
import { readSaved } from '../read-moment.ts';
import { isTrue, parts, someText, titleUnless } from '../some-text.ts';

export const netscapeHtml = linkFormat({
  id: 'netscape-html',
  fitOf(head) {
    if (/<!doctype\s+netscape-bookmark-file-1\b/i.test(head)) return 'surely';
    if (!/<dl\b/i.test(head)) return 'no';
    // Many write it without: nobody else dates links in such a list.
    if (/<dt>\s*<(?:h3|a)\s[^>]*\badd_date=/i.test(head)) return 'surely';
    return /<dt>\s*<(?:h3\b|a\s)/i.test(head) ? 'maybe' : 'no';
  },
  item({ attributes, title, folders, note }) {
    const url = pageOf((attributes.get('href') ?? '').trim());
    if (/^place:/i.test(url)) return { ignored: 'Searches of the browser, which are no pages.' };
    if (attributes.has('feedurl'))
      return { ignored: 'Subscriptions to feeds, which are no pages.' };
    return {
      ...emptyItem,
      url: someText(url),
      title: titleUnless(title, url),
      savedAt: readSaved(attributes.get('add_date')),
      // Pinboard's mark for what is still to be read.
      status: isTrue(attributes.get('toread') ?? '') ? 'unread' : null,
      // Raindrop's heart.
      starred: isTrue(attributes.get('data-important') ?? ''),
      tags: parts(attributes.get('tags') ?? '', ','),
      collections: folders.length > 0 ? [folders] : [],
      note: someText(note),
    };
  },
});

/** What Firefox shows in its reader view has an address of its own around that of the page. */
function pageOf(href: string): string {
  const inside = /^about:reader\?url=([^&#]+)/i.exec(href)?.[1];
  if (inside === undefined) return href;
  try {
    return decodeURIComponent(inside);
  } catch {
    return href; // It is not percent-encoded, and so no such address.
  }
}
