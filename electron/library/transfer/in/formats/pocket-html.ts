// Pocket's older export, `ril_export.html`: two lists of links, of what was not read yet and of what was.
import { linkFormat } from '../bookmarks/link-format.ts';
import { emptyItem } from '../found-item.ts';
import { readSaved } from '../read-moment.ts';
import { parts, someText, titleUnless } from '../some-text.ts';

export const pocketHtml = linkFormat({
  id: 'pocket-html',
  fitOf(head) {
    if (!/<a\s[^>]*\btime_added=/i.test(head)) return 'no';
    const isNamed = /<title>\s*Pocket Export\s*<\/title>/i.test(head);
    return isNamed || /\btime_added=["']?\d{9,}/i.test(head) ? 'surely' : 'maybe';
  },
  item({ attributes, title, heading }) {
    const url = attributes.get('href') ?? '';
    const isRead = /archive/i.test(heading);
    return {
      ...emptyItem,
      url: someText(url),
      title: titleUnless(title, url),
      savedAt: readSaved(attributes.get('time_added')),
      status: isRead ? 'finished' : 'unread',
      archived: isRead,
      tags: parts(attributes.get('tags') ?? '', ','),
    };
  },
});
