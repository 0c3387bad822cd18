// How much a text looks like the language that an older encoding was made for.

interface Candidate {
  readonly label: string;
  /** 0 for anything, 1 for a text that is surely of that language. */
  readonly score: (text: string) => number;
  /** Two bytes to a character, the second of which may be an ASCII letter. */
  readonly isWide?: boolean;
}

/** Below it a text is taken for none of these. */
export const ENOUGH = 0.5;

/** The share of certain characters among all beyond ASCII, in relation to the share that real texts have. */
const like =
  (characters: RegExp, usual: number) =>
  (text: string): number => {
    const foreign = text.match(/[^\p{ASCII}\s\u00a0-\u00bf\u2000-\u206f]/gu)?.length ?? 0;
    const found = text.match(characters)?.length ?? 0;
    return foreign === 0 ? 0 : Math.min(1, found / foreign / usual);
  };

/** Half of a Japanese text is kana; in other languages' bytes there are none, or the half-width ones. */
const KANA = /[\u3041-\u3096\u30a1-\u30fa\u30fc]/gu;
const HALF_KANA = /[\uff61-\uff9f]/gu;
const japanese = (text: string): number => like(KANA, 0.3)(text) - like(HALF_KANA, 0.5)(text);

/** The hundred characters that make up two fifths of any Chinese text, in both ways of writing. */
const HAN =
  /[的一是不了人我在有他这這中大来來上国國个個到说說们們为為子和你地出道也时時年得就那要下以生会會自着著去之过過家学學对對可她里裡后後小么麼心多天而能好都然没沒日于於起还還发發成事只作当當想看文无無开開手十用主行方又如前所本见見经經头頭面公同三已老从從动動两兩长長]/gu;
const chinese = like(HAN, 0.2);

const korean = (text: string): number => {
  const share = like(/[\uac00-\ud7a3]/gu, 1)(text);
  // Chinese bytes read as Korean are two thirds Hangul, but hardly ever these.
  return share < 0.8
    ? 0
    : share * like(/[이다는을의에가고하은한지도를로사서리기인아나]/gu, 0.3)(text);
};

const russian = like(/[оеаинтсрвлкмдпуяыьі]/gu, 0.75);
const greek = like(/[αοιετσνηυρπκμλςάίόέή]/gu, 0.8);
const hebrew = like(/[יוהלאתרבמשנ]/gu, 0.65);
const arabic = like(/[اليمنوترسبهعدف]/gu, 0.75);
const thai = like(/[านรอกเงมยลวดที่ส้ต]/gu, 0.6);

/** In this order where two score alike: of two encodings that differ in rare characters the more frequent first. */
export const CANDIDATES: readonly Candidate[] = [
  { label: 'shift_jis', isWide: true, score: japanese },
  { label: 'euc-jp', isWide: true, score: japanese },
  { label: 'gb18030', isWide: true, score: (text) => chinese(text) - like(KANA, 0.5)(text) },
  { label: 'big5', isWide: true, score: chinese },
  { label: 'euc-kr', isWide: true, score: korean },
  { label: 'windows-1251', score: russian },
  { label: 'koi8-r', score: russian },
  { label: 'ibm866', score: russian },
  { label: 'iso-8859-5', score: russian },
  { label: 'x-mac-cyrillic', score: russian },
  { label: 'windows-1253', score: greek },
  { label: 'windows-1255', score: hebrew },
  { label: 'windows-1256', score: arabic },
  { label: 'windows-874', score: thai },
];
