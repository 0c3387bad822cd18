// Pages for benchmarks: an article of made-up sentences between the navigation, teasers and comments of a site.
import { randomOf } from '../support/corpus.ts';

const SUBJECTS = [
  'The reef',
  'An old library',
  'Her workshop',
  'The night train',
  'A small archive',
];
const VERBS = ['holds', 'remembers', 'outlives', 'describes', 'explains', 'measures', 'collects'];
const OBJECTS = [
  'more than anyone had counted',
  'the letters of three generations',
  'what the harbour used to sound like',
  'a slow kind of attention',
  'the weather of forty years',
  'a map without borders',
];

/**
 * @param id makes the page, its title and its address unlike all others
 * @param bytes about how long the page is to be; half of it is the article
 */
export function makePage(id: number, bytes: number): string {
  const next = randomOf(id + 1);
  const pick = (from: readonly string[]) => from[Math.floor(next() * from.length)] ?? '';
  const sentence = () =>
    `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)}, as note ${Math.floor(next() * 9000)} says. `;
  const paragraph = () =>
    Array.from({ length: 5 }, sentence).join('') +
    `<a href="/notes/${Math.floor(next() * 500)}">See the notes</a>.`;
  const teaser = (n: number) =>
    `<li class="teaser"><a href="/story/${n}"><span class="kicker">More</span> ${sentence()}</a></li>`;

  let article = '';
  while (article.length < bytes / 2) article += `<p>${paragraph()}</p>\n`;
  let around = '';
  for (let n = 0; around.length < bytes / 4; n++) around += teaser(n);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Report ${id} | The Example</title>
<meta property="og:site_name" content="The Example"><meta name="author" content="A. Writer">
<link rel="canonical" href="https://example.org/report/${id}"></head><body>
<nav><ul>${around}</ul></nav><main><article><h1>Report ${id}</h1><p class="byline">By A. Writer</p>
${article}</article></main><aside><ul>${around}</ul></aside><footer>© The Example</footer></body></html>`;
}
