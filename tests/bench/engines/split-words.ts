// Words for engines that split text at spaces by themselves: Chinese by the segmenter that comes with Node, and no
// accents, as their manuals advise for texts in many languages.

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const han = /\p{Script=Han}/u;

export function splitWords(text: string): string[] {
  const words: string[] = [];
  for (const word of text.split(/[^\p{L}\p{N}\p{M}]+/u)) {
    if (word === '') continue;
    if (!han.test(word)) words.push(foldWord(word));
    else for (const { segment } of segmenter.segment(word)) words.push(foldWord(segment));
  }
  return words;
}

export const foldWord = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/(?<!и)\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase();
