// Reader content to change: pages of the web where the folder of test data is there, and always some of our own in
// several writings, with lists, tables, code, captions, quotations and emoji.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { makeCorpus, randomOf } from '../corpus.ts';
import { read } from '../read.ts';
import { sharedData } from '../shared-data.ts';
import { type Dice, diceOf } from './dice.ts';

export interface SourcePage {
  readonly name: string;
  readonly html: string;
}

/** So much of the pages is of our own. */
const OWN = 0.3;
const LANGUAGES = 'en de ru zh ja ar th hi ko fr he'.split(' ');
/** Texts shorter than this have too few places for highlights; longer ones would outweigh all others. */
const SHORTEST = 1000;
const LONGEST = 80_000;

export function sourcePages(seed: number, count: number): SourcePage[] {
  const own = Math.ceil(count * OWN);
  const shared = sharedPages(seed, count - own);
  return [...shared, ...ownPages(seed, count - shared.length)];
}

export function ownPages(seed: number, count: number): SourcePage[] {
  return Array.from({ length: count }, (_, at) => {
    const lang = LANGUAGES[at % LANGUAGES.length] as string;
    return { name: `own ${lang} ${at}`, html: ownPage(seed, at, lang) };
  });
}

function sharedPages(seed: number, count: number): SourcePage[] {
  const folder = sharedData('extraction/segments/html');
  if (folder === null) return [];
  const random = randomOf(seed);
  const names = readdirSync(folder)
    .sort()
    .map((name) => ({ name, rank: random() }))
    .sort((a, b) => a.rank - b.rank);
  const pages: SourcePage[] = [];
  for (const { name } of names) {
    if (pages.length >= count) break;
    const { html, readerText } = read(gunzipSync(readFileSync(join(folder, name))));
    if (readerText.length >= SHORTEST && readerText.length <= LONGEST) pages.push({ name, html });
  }
  return pages;
}

function ownPage(seed: number, at: number, lang: string): string {
  const corpus = makeCorpus(seed, [lang]);
  const dice = diceOf(Math.imul(seed, 31) + at);
  const paragraphs = [
    corpus.article(3 * at),
    corpus.article(3 * at + 1),
    corpus.article(3 * at + 2),
  ]
    .flatMap(({ text }) => text.split('\n\n'))
    .map((text) => decorated(text, dice));
  return paragraphs.map((text, place) => block(text, place, dice)).join('');
}

/** Sentences of a corpus have no quotation marks, dashes or emoji. */
const decorated = (text: string, dice: Dice): string =>
  text
    .split(/(?<=[.。।။។])/)
    .map((sentence) => {
      switch (dice.below(8)) {
        case 0:
          return `“${sentence.trim()}” `;
        case 1:
          return `${sentence} ${dice.pick(['🙂', '👩‍👩‍👧‍👦', '🇩🇪🇫🇷', '👍🏽', '❤️'])} `;
        case 2:
          return ` ${dice.pick(['’tis', 'R&amp;D', 'office — ', '1 &lt; 2', 'waﬄe', '3.5&nbsp;km'])} ${sentence}`;
        default:
          return sentence;
      }
    })
    .join('');

function block(text: string, place: number, dice: Dice): string {
  const sentences = text.split(/(?<=[.。।။។] ?)/).filter((one) => one.trim() !== '');
  const heading = `<h2>${(sentences[0] ?? text).slice(0, 60).replace(/&[^;]*$/, '')}</h2>`;
  switch (dice.below(9)) {
    case 0:
      return `<ul>${sentences.map((one) => `<li>${one}</li>`).join('')}</ul>`;
    case 1:
      return `<blockquote><p>${text}</p></blockquote>`;
    case 2:
      return `<table><tbody>${sentences
        .map((one, row) => `<tr><td>${row + 1}</td><td>${one}</td></tr>`)
        .join('')}</tbody></table>`;
    case 3:
      return `<figure><img src="asset:0" alt=""><figcaption>${text}</figcaption></figure>`;
    case 4:
      return `<pre><code>if (count === ${place}) {\n  return heron[${place}] - 1;\n}\n${'='.repeat(12)}</code></pre><p>${text}</p>`;
    case 5:
      return `${heading}<p>${text}</p>`;
    case 6:
      return `<p>${text.replace(/(\p{L}{3,}) (\p{L}{3,})/u, '<em>$1</em> <a href="https://example.org">$2</a>')}</p>`;
    default:
      return `<p>${text}</p>`;
  }
}
