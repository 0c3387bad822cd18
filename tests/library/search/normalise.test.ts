// The index form of texts, and that the way back, the token rules of SQLite and other spellings agree with it.
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexText } from '#library/search/index-text.ts';
import { normalise, normaliseMapped, tokensOf } from '#library/search/normalise.ts';
import { makeCorpus } from '../../support/corpus.ts';
import { vocabularies } from '../../support/corpus-words.ts';

const cases: Record<string, string> = {
  'Don’t panic, e-mail!': 'don t panic e mail ',
  "don't don‘t donʼt": 'don t don t don t',
  'Straße ẞ Æther œuvre Øre Đ ł ħ þ ð': 'strasse ss aether oeuvre ore d l h th d',
  'İstanbul IŞIK ışık DIYARBAKIR': 'istanbul isik isik diyarbakir',
  'Σίσυφος ΟΔΥΣΣΕΎΣ ᾳ': 'σισυφοσ οδυσσευσ α',
  'Ёлка ёлка а́ йод ЙОД Їжак Ўсё Ќе': 'елка елка а йод йод їжак ўсе ќе',
  'كِتَاب مُحَمَّد': 'كتاب محمد',
  'أإآٱ ؤ ئ ى ی ک ـسـ': 'اااا و ي ي ي ك س',
  שָׁלוֹם: 'שלום',
  'हिन्दी क़ चाँद': 'हिंदी क चांद',
  'सम्बन्ध अङ्क पञ्च घण्टा': 'संबंध अंक पंच घंटा',
  'न्याय जन्म अन्न उन्हें सन्': 'न्याय जन्म अन्न उन्हें सन्',
  'ไทย ทำ': 'ไท ทย ย ทํ ํา า ',
  'น้ำ น\u0e49\u0e4dา น\u0e4d\u0e49า น\u0e33\u0e49': 'น้ ้ํ ํา า '.repeat(4),
  'ນ້ຳ ນ\u0ec9\u0ecdາ ນ\u0ecd\u0ec9າ': 'ນ້ ້ໍ ໍາ າ '.repeat(3),
  'เเม แม': 'แม ม แม ม ',
  'ລາວ ខ្មែរ မြန်': 'ລາ າວ ວ ខ្ ្ម មែ ែរ រ မြ ြန န် ် ',
  'データ、知识': 'デ ー タ 知 识 ',
  'ﾃﾞｰﾀ ガ カ゛': 'デ ー タ ガ カ ',
  '㍿ ㈱ 々〆〇': '株 式 会 社 株 々 〆 〇 ',
  '한국어 ＡＢＣ１２３': '한국어 abc123',
  'Lectern™ word¹ H₂O 3½ №5 ①': 'lectern tm word 1 h2o 3 1 2 no 5 1 ',
  '٢٠٢٤ ۲۰۲۴ २०२४ ๒๐': '2024 2024 2024 20',
  'ปี๒๕๖๗ครับ ໒໐ ២០ ၂၀': 'ปี ี 2567 คร รั ับ บ 20 20 20',
  '𠀋字 𝐀𝐁 🙂 x\u{1f468}\u200d\u{1f469}y': '𠀋 字 ab x y',
  'soft\u00adhyphen zero\u200bwidth \u202ertl\u202c \ufeffbom': 'softhyphen zerowidth rtl bom',
  'lone \ud800 x\udc00y \0 nul\0nul': 'lone x y nul nul',
  '\u0301 stray \u0301': 'stray ',
};

test('folds as it should', () => {
  expect(Object.fromEntries(Object.keys(cases).map((text) => [text, normalise(text)]))).toEqual(
    cases,
  );
});

test('takes composed and decomposed spellings for the same', () => {
  for (const { words } of Object.values(vocabularies)) {
    for (const word of words) {
      const spellings = [word, word.normalize('NFC'), word.normalize('NFD'), word.toUpperCase()];
      expect(new Set(spellings.map(normalise))).toEqual(new Set([normalise(word)]));
    }
  }
});

/** UTF-16 units, halves of pairs among them, with more of what is special here. */
const anyText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) },
      fc.constantFrom('a', 'B', ' ', 'é', '\u0301', '\u0323', 'ก', 'ิ', '字', 'が', 'か', '\u3099'),
      fc.constantFrom(
        'İ',
        'ß',
        'ﷺ',
        '㍿',
        '한',
        '\u1112\u1161\u11ab',
        'й',
        '\u0640',
        '\u200d',
        '𠀋',
      ),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

test('maps every unit back to where it came from', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { text: folded, offsets } = normaliseMapped(text);
      expect(folded).toBe(normalise(text));
      expect(offsets.length).toBe(folded.length + 1);
      expect(offsets[folded.length]).toBe(text.length);
      let last = 0;
      for (const offset of offsets) {
        expect(offset).toBeGreaterThanOrEqual(last);
        last = offset;
      }
    }),
    { numRuns: 500 },
  );
});

test('writes tokens between single spaces and nothing else', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(normalise(text)).not.toMatch(/^ | {2}|[^\p{L}\p{N}\p{Co}\p{M} ]/u);
    }),
    { numRuns: 500 },
  );
});

test('folds the parts of a text as it folds the whole', () => {
  const corpus = makeCorpus(5, Object.keys(vocabularies));
  for (let i = 0; i < 40; i++) {
    const { text } = corpus.article(i);
    const lines = text.split('\n').filter((line) => line !== '');
    expect(tokensOf(text)).toEqual(lines.flatMap(tokensOf));
  }
});

/** Of each text, the tokens that the index has of what it is given. */
function tokensInIndex(texts: readonly string[]): string[][] {
  const db = new Database(':memory:');
  db.exec(`CREATE VIRTUAL TABLE text USING fts5(
      body, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'");
    CREATE VIRTUAL TABLE token USING fts5vocab(text, 'instance');`);
  const insert = db.prepare('INSERT INTO text (rowid, body) VALUES (?, ?)');
  db.transaction(() => {
    for (const [at, text] of texts.entries()) insert.run(at, text);
  })();
  const found: string[][] = texts.map(() => []);
  const rows = db.prepare<[], { doc: number; term: string }>(
    'SELECT doc, term FROM token ORDER BY doc, offset',
  );
  for (const { doc, term } of rows.iterate()) found[doc]?.push(term);
  db.close();
  return found;
}

const everyCharacter = (around: (char: string) => string): string[] =>
  Array.from({ length: 0x20000 / 64 }, (_, lot) =>
    Array.from({ length: 64 }, (_, at) => around(String.fromCodePoint(64 * lot + at))).join(''),
  );

test('SQLite sees the same tokens, for every character of the first two planes', () => {
  const texts = everyCharacter((char) => `a ${char} `);
  expect(tokensInIndex(texts.map(normalise))).toEqual(texts.map(tokensOf));
});

test('what the index is given of a text has its tokens, though only some of it is folded', () => {
  const corpus = makeCorpus(6, Object.keys(vocabularies));
  // Each by itself, far from the next, and between letters and signs.
  const far = 'It’s A “plain” WORD, e-mail—or #2… \n'.repeat(10);
  const texts = [
    ...everyCharacter((char) => `a ${char} B${char}C’${char} `),
    ...Object.keys(cases).map((text) => `${far}${text} ${far}${text}`),
    ...fc
      .sample(fc.array(fc.oneof(anyText, fc.constant(far))), { numRuns: 300, seed: 1 })
      .map((parts) => parts.join('')),
    ...Array.from({ length: 30 }, (_, i) => corpus.article(i).text),
  ];
  expect(tokensInIndex(texts.map(indexText))).toEqual(texts.map(tokensOf));
  // ASCII goes in as it is; the control is a text that must not.
  expect(indexText(far)).toBe(far);
  expect(indexText(`${far} Café ${far}`)).toBe(`${far} cafe ${far}`);
  expect(tokensInIndex(['Café'])).not.toEqual([tokensOf('Café')]);
});

test('takes long texts of any kind', () => {
  const kinds = [
    'word ',
    'e\u0301',
    'e\u0301\u0323'.repeat(50),
    'ก',
    'กิ',
    '字',
    '😀',
    '\ud800',
    'ﷺ',
  ];
  for (const kind of kinds) {
    const text = kind.repeat(Math.ceil(80_000 / kind.length));
    const { text: folded, offsets } = normaliseMapped(text);
    expect(offsets.length).toBe(folded.length + 1);
    expect(normalise(text)).toBe(folded);
  }
});
