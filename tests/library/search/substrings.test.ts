// In languages that write no spaces any two neighbouring characters are found, and never two that are not neighbours.
import { expect, test } from 'vitest';
import { search } from '#library/search/search-page.ts';
import { makeCorpus } from '../../support/corpus.ts';
import { makeSearchable, type Searchable } from './searchable.ts';

const unspaced = ['zh', 'ja', 'th', 'lo', 'km', 'my'];
const letters = /^[\p{L}\p{M}ー々〆]+$/u;

/** Every piece of `length` characters of a text that holds letters and their marks only. */
function piecesOf(text: string, length: number): string[] {
  const characters = [...text.normalize('NFC')];
  const pieces = characters.map((_, at) => characters.slice(at, at + length).join(''));
  return [...new Set(pieces)].filter(
    (piece) => [...piece].length === length && letters.test(piece),
  );
}

const finds = ({ context }: Searchable, text: string, title: string): boolean =>
  search(context, text, { limit: 200 }).hits.some(({ article }) => article.title === title);

const sentences: Record<string, string> = {
  zh: '北京图书馆保存了很多历史文献，𠀋字也在其中。',
  ja: '東京都の図書館でデータを検索した。人々はサーバーへ。',
  th: 'ห้องสมุดประชาชนอยู่ในกรุงเทพ ทำงานทุกวัน น้ำใสไหลเย็น',
  lo: 'ຫໍສະໝຸດແຫ່ງຊາດຢູ່ນະຄອນຫຼວງວຽງຈັນ ດື່ມນ້ຳ',
  km: 'បណ្ណាល័យជាតិនៅរាជធានីភ្នំពេញ។ ខ្ញុំស្រឡាញ់សៀវភៅ',
  my: 'ရန်ကုန်မြို့မှာ စာကြည့်တိုက်ရှိတယ်။ ကျွန်တော်ဖတ်တယ်',
};
const signs = /^[\p{M}ำຳ]+$/u;

test('finds every piece of two characters of sentences', async () => {
  const library = await makeSearchable(sentences);
  const missed: string[] = [];
  let tried = 0;
  for (const [lang, sentence] of Object.entries(sentences)) {
    for (const length of [1, 2, 3]) {
      for (const piece of piecesOf(sentence, length)) {
        tried++;
        if (!finds(library, piece, lang)) missed.push(`${lang} ${piece}`);
      }
    }
  }
  expect(missed).toEqual([]);
  expect(tried).toBeGreaterThan(300);
});

test('finds every piece of generated articles, and no two characters that do not meet', async () => {
  const corpus = makeCorpus(11, unspaced);
  const articles = Array.from({ length: 12 }, (_, i) => corpus.article(i));
  const library = await makeSearchable(
    Object.fromEntries(articles.map(({ text }, i) => [`article ${i}`, text])),
  );
  const missed: string[] = [];
  const wrong: string[] = [];
  let tried = 0;
  let absent = 0;
  articles.forEach(({ text, lang }, i) => {
    const there = new Set(piecesOf(text, 2));
    for (const piece of there) {
      tried++;
      if (!finds(library, piece, `article ${i}`)) missed.push(`${lang} ${piece}`);
    }
    // Punctuation does not part neighbours, and ໝ is ຫມ. Signs of one letter are the same in any order.
    const joined = text.normalize('NFKD').replace(/[^\p{L}\p{M}]/gu, '');
    for (const [first = '', second = ''] of [...there].map((piece) => [...piece])) {
      const turned = second + first;
      if (signs.test(turned) || !letters.test(turned) || joined.includes(turned.normalize('NFKD')))
        continue;
      absent++;
      if (finds(library, turned, `article ${i}`)) wrong.push(`${lang} ${turned}`);
    }
  });
  expect({ missed, wrong }).toEqual({ missed: [], wrong: [] });
  expect(tried).toBeGreaterThan(500);
  expect(absent).toBeGreaterThan(300);
});
