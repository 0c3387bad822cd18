// What stands above and below the text of an article outside: where it is from, and what its reader made of it. Every word is
// escaped here; the text between is what the sanitiser let through.
import type { ExportedArticle } from '../exported-article.ts';
import { isoTime } from '../iso-time.ts';
import { escapeMarkup, webAddress } from './escape-markup.ts';

export const languageOf = ({ lang, dir }: Pick<ExportedArticle, 'lang' | 'dir'>): string => {
  const language = lang !== null && /^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i.test(lang) ? lang : null;
  return `${language === null ? '' : ` lang="${language}"`}${dir === null ? '' : ` dir="${dir}"`}`;
};

/** What programs read of a page that was saved: its address as browsers write it down, its author, its day. */
export function factsOf({ url, author, publishedAt }: ExportedArticle): string[] {
  const address = webAddress(url)?.replaceAll('--', '-%2D').replaceAll('>', '%3E') ?? null;
  const length = `${address?.length ?? 0}`.padStart(4, '0');
  const named = { author, 'article:published_time': publishedAt };
  return [
    ...(address === null ? [] : [`<!-- saved from url=(${length})${address} -->`]),
    ...Object.entries(named).flatMap(([name, value]) =>
      value === null ? [] : [`<meta name="${name}" content="${escapeMarkup(value)}">`],
    ),
  ];
}

export function headOf(article: ExportedArticle, level: 'h1' | 'h2' = 'h1'): string {
  const { title, author, siteName, publishedAt, savedAt, tags, url } = article;
  const address = webAddress(url);
  const source =
    address === null ? '' : `<a href="${escapeMarkup(address)}">${escapeMarkup(address)}</a>`;
  const lines = [
    [author, siteName, publishedAt?.slice(0, 10)]
      .filter(Boolean)
      .map((part) => escapeMarkup(part ?? ''))
      .join(' · '),
    source,
    [`Saved ${isoTime(savedAt)?.slice(0, 10) ?? ''}`, ...tags.map((tag) => `#${tag}`)]
      .map(escapeMarkup)
      .join(' · '),
  ].filter((line) => line !== '');
  return `<header>
<${level} dir="auto">${escapeMarkup(title)}</${level}>
${lines.map((line) => `<p class="about" dir="auto">${line}</p>`).join('\n')}
</header>`;
}

/** Note and highlights; nothing where there are none. */
export function marksOf({ note, highlights }: ExportedArticle, level: 'h2' | 'h3' = 'h2'): string {
  const parts: string[] = [];
  if (note?.trim()) {
    parts.push(`<section>
<${level}>Note</${level}>
<p class="note" dir="auto">${escapeMarkup(note.trim())}</p>
</section>`);
  }
  if (highlights.length > 0) {
    const quotes = highlights.map(
      ({ quote, note: own, colour }) =>
        `<blockquote dir="auto"><p><mark class="${colour}">${escapeMarkup(quote)}</mark></p></blockquote>${
          own.trim() ? `\n<p class="note" dir="auto">${escapeMarkup(own.trim())}</p>` : ''
        }`,
    );
    parts.push(`<section>
<${level}>Highlights</${level}>
${quotes.join('\n')}
</section>`);
  }
  return parts.join('\n');
}
