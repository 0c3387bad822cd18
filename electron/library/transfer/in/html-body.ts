// HTML that another program extracted, as the content of an article: a page around a fragment, so that its characters and its title are
// beyond doubt.
import { escapeHtml } from '../escape-html.ts';
import type { FoundContent } from './found-item.ts';

interface Named {
  readonly title: string | null;
  readonly lang: string | null;
}

export function htmlBody(html: string, { title, lang }: Named): FoundContent {
  const said = lang === null ? '' : ` lang="${escapeHtml(lang)}"`;
  const head = `<meta charset="utf-8">${title === null ? '' : `<title>${escapeHtml(title)}</title>`}`;
  return {
    kind: 'body',
    name: null,
    async open() {
      const page = `<!DOCTYPE html><html${said}><head>${head}</head><body>${html}</body></html>`;
      return { bytes: new TextEncoder().encode(page), companions: null };
    },
  };
}
