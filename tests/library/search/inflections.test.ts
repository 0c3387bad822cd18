// Which forms of a word are found beside it, and which neighbours are not.
import { expect, test } from 'vitest';
import { inflectionsIn, inflectionsOf } from '#library/search/inflections.ts';
import { tokensOf } from '#library/search/normalise.ts';
import { vocabularyOf } from '#library/search/vocabulary.ts';
import { vocabularyBuild } from '#library/search/vocabulary-build.ts';
import { makeSearchable } from './searchable.ts';

/** Words as they stand in texts. */
const vocabularyOfWords = (text: string) => {
  const words = [...new Set(tokensOf(text))].sort();
  return {
    beginningWith: (start: string) => words.filter((word) => word.startsWith(start)),
    count: (word: string) => (words.includes(word) ? 1 : 0),
  };
};

const forms = (lang: string, text: string, word: string) =>
  [...inflectionsIn(vocabularyOfWords(text), [lang])(word)].sort();

test('knows the forms of words in each language, in the index form', () => {
  const found = {
    en: forms('en', 'galaxy galaxies galactic lighthouse lighthouses light', 'galaxy'),
    enBack: forms('en', 'galaxy galaxies galactic', 'galaxies'),
    enVerb: forms('en', 'painted painting paints painter paint pain pains', 'paint'),
    de: forms('de', 'Leuchttürme Leuchttürmen Leuchtturms Leuchter Leuchttürmchen', 'leuchtturm'),
    deBack: forms('de', 'Fahrrad Fahrräder Fahrradweg fahren', 'fahrradern'),
    fr: forms('fr', 'cheval chevaux chevalier cheveu', 'chevaux'),
    es: forms('es', 'canción canciones cancionero', 'cancion'),
    it: forms('it', 'libro libri libreria', 'libri'),
    pt: forms('pt', 'janela janelas janeiro', 'janelas'),
    nl: forms('nl', 'boek boeken boekhandel', 'boek'),
    sv: forms('sv', 'flicka flickor flagga', 'flicka'),
    da: forms('da', 'dreng drenge drengen drengene drink', 'dreng'),
    nb: forms('nb', 'fjell fjellet fjellene fjær', 'fjell'),
    fi: forms('fi', 'kirjasto kirjastossa kirjastot kirjailija', 'kirjasto'),
    hu: forms('hu', 'könyv könyvek könyvet könyvben könyvtár könny', 'konyv'),
    ro: forms('ro', 'pădure păduri pădurea pădurile padoc', 'padure'),
    ruBare: forms('ru', 'чемоданов чемпион', 'чемодан'),
    ruEnding: forms('ru', 'чемодан чемпион', 'чемоданов'),
    ru: forms('ru', 'маяк маяки маяков маяками маятник', 'маяк'),
  };
  expect(found).toEqual({
    en: ['galaxies'],
    enBack: ['galaxy'],
    enVerb: ['painted', 'painting', 'paints'],
    de: ['leuchtturme', 'leuchtturmen', 'leuchtturms'],
    deBack: ['fahrrad', 'fahrrader'],
    fr: ['cheval'],
    es: ['canciones'],
    it: ['libro'],
    pt: ['janela'],
    nl: ['boeken'],
    sv: ['flickor'],
    da: ['drenge', 'drengen', 'drengene'],
    nb: ['fjellene', 'fjellet'],
    fi: ['kirjastossa', 'kirjastot'],
    hu: ['konyvben', 'konyvek', 'konyvet'],
    ro: ['padurea', 'paduri', 'padurile'],
    ruBare: ['чемоданов'],
    ruEnding: ['чемодан'],
    ru: ['маяками', 'маяки', 'маяков'],
  });
});

test('knows what Korean and Arabic write together with a noun', () => {
  const found = {
    ko: forms('ko', '도서관에서 도서관은 도서관 도서실 도서관장', '도서관'),
    koBack: forms('ko', '도서관 도서관을 도서', '도서관에서'),
    koShort: forms('ko', '책을 책상 책이', '책'),
    ar: forms('ar', 'المدرسة والمدرسة بالمدرسة للمدرسة مدرسي الدرس', 'مدرسة'),
    arBack: forms('ar', 'مدرسة ومدرسة مدرس', 'المدرسة'),
  };
  expect(found).toEqual({
    ko: ['도서관에서', '도서관은'],
    koBack: ['도서관', '도서관을'],
    koShort: ['책을', '책이'],
    ar: ['المدرسة', 'بالمدرسة', 'للمدرسة', 'والمدرسة'],
    arBack: ['مدرسة', 'ومدرسة'],
  });
  expect(forms('ar', 'بالكتاب للكتاب', 'كتاب')).toEqual(['بالكتاب', 'للكتاب']);
});

test('leaves alone what is short, of another script, or of a language without rules', () => {
  expect(forms('en', 'run runs cat cats', 'cat')).toEqual([]);
  expect(forms('en', 'маяк маяки', 'маяк')).toEqual([]);
  expect(forms('zh', 'painted painting', 'painted')).toEqual([]);
  expect(forms('en', 'painted painting', 'painted')).toEqual(['painting']);
});

test('speaks the languages of the library', async () => {
  const { context } = await makeSearchable({
    English: { text: 'A lighthouse, two lighthouses.', lang: 'en-GB' },
    Deutsch: { text: 'Ein Leuchtturm, zwei Leuchttürme.', lang: 'de' },
    Unknown: { text: 'маяк маяки', lang: null },
  });
  const steps = vocabularyBuild(context.db);
  while (!steps.step());
  const inflections = inflectionsOf(context.db, vocabularyOf(context.db));
  expect(inflections('lighthouse')).toEqual(['lighthouses']);
  expect(inflections('leuchtturm')).toEqual(['leuchtturme']);
  expect(inflections('маяк')).toEqual([]);
});
