// What becomes of each character in the index form. Learned once per character and kept in tables, so that folding a
// text is a walk over numbers.
import { inOneOrder } from './thai-signs.ts';

/** What the fold does at a character. */
export const Kind = {
  unknown: 0,
  /** Becomes the one unit in `unitFold`; a space there ends a token. */
  one: 1,
  /** Ends a token, and is no single unit. */
  space: 2,
  /** Leaves no trace: soft hyphens, zero-width characters, marks of direction, tatweel. */
  drop: 3,
  /** Becomes the text that `pieceOf` gives. */
  piece: 4,
  /** Belongs to the character before it. */
  mark: 5,
  /** A token by itself: Chinese and Japanese are found by any run of characters. */
  alone: 6,
  /** Part of a run that is indexed by pairs: scripts that write no spaces between words. */
  run: 7,
  /** A vowel or tone sign in such a run. */
  runMark: 8,
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/** The token characters of the index (its `categories`), before exceptions. */
const token = /[\p{L}\p{N}\p{Co}]/u;
const mark = /\p{M}/u;
const enclosing = /\p{Me}/u;
const ignorable = /\p{Default_Ignorable_Code_Point}/u;
const alone =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3006\u30fc]/u;
const pairs = /(?!\p{Nd})[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** In these scripts marks are accents or optional vowels; elsewhere (Hindi!) leaving one out makes another word. */
const marksDoNotMatter =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{N}]/u;
/** Written one for the other with apostrophes, which end tokens: м'ята, мʼята. */
const apostropheLetter = /[\u02b9-\u02bf\u02c8\u02ca-\u02cc\u02ee\ua78b\ua78c]/u;
/** Vowels and finals of Korean syllables written apart, and the voice marks of half-width kana. */
const joining = /[\u1160-\u11ff\ud7b0-\ud7ff\uff9e\uff9f]/;
/** `word¹`, `3½`, `①`: numbers beside a word, not part of it. Those below the line are: H₂O. */
const numberApart = /(?![\u2080-\u2089])\p{No}/u;
const digit = /\p{Nd}/u;

/** Letters that Unicode does not take apart, and letters of other keyboards and languages for the same letter. */
// biome-ignore format: one line per script
const sameAs = new Map(
  Object.entries({
    ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ħ: 'h', þ: 'th', ð: 'd', ŧ: 't',
    ı: 'i', ς: 'σ',
    ٱ: 'ا', ى: 'ي', ی: 'ي', ک: 'ك', ہ: 'ه', ە: 'ه',
  }),
);

/** Cyrillic letters in their own right that Unicode takes apart: й ї ў ѓ ќ. Other marks there are stress or ё. */
const lettersOfTheirOwn = new Set(['и\u0306', 'і\u0308', 'у\u0306', 'г\u0301', 'к\u0301']);

/** Two ways to write the same sign of Devanagari: चाँद, चांद. */
const CHANDRABINDU = '\u0901';
export const ANUSVARA = '\u0902';
/** The dot below is left out as often as not: ज़रूरी, जरूरी. */
const NUKTA = '\u093c';
const VIRAMA = 0x094d;
const devanagari = /\p{Script=Devanagari}/u;
/** A nasal before a consonant of its own kind is as often written as a dot: हिन्दी, हिंदी. */
const stopsAfterNasal = new Map(
  Object.entries({ ङ: 'कखगघ', ञ: 'चछजझ', ण: 'टठडढ', न: 'तथदध', म: 'पफबभ' }),
);

/** Whether a nasal, with nothing but its virama, stands for the dot. @param next what follows */
export function isDotted(cluster: string, next: string): boolean {
  if (cluster.length !== 2 || cluster.charCodeAt(1) !== VIRAMA) return false;
  return next !== '' && stopsAfterNasal.get(cluster.charAt(0))?.includes(next) === true;
}

/** By UTF-16 unit; `unknown` until it was met. */
export const kinds = new Uint8Array(0x10000);
/** Folded unit of each unit of kind `one` or `alone`. */
export const unitFold = new Uint16Array(0x10000);
/** The same for kind `one` alone, and 0 for every other and what was not met: one look says both, in the loop that sees every unit. */
export const oneFold = new Uint16Array(0x10000);
const PLAIN = 1;
const PLAIN_IN_RUN = 2;
/** `PLAIN` units are separators, and what lower-casing turns into what stands in the index; of a run those that stand there as they are. */
const plainUnits = new Uint8Array(0x10000);
for (let unit = 0; unit < 0x80; unit++) {
  const char = String.fromCharCode(unit);
  kinds[unit] = Kind.one;
  plainUnits[unit] = PLAIN;
  unitFold[unit] = /[a-z0-9]/i.test(char) ? char.toLowerCase().charCodeAt(0) : 32;
  oneFold[unit] = unitFold[unit] as number;
}

/** Whether a token was made from a script that is indexed by pairs of characters. */
export const isOfRun = (token: string): boolean => pairs.test(token);
/** Whether a token is a single Chinese or Japanese character. */
export const isAlone = (token: string): boolean => alone.test(token);

/** Bounds what hostile text can make these grow to. */
const MAX_CACHED = 8192;
function remember<K, V>(cache: Map<K, V>, key: K, value: V): V {
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(key, value);
  return value;
}
const beyondKinds = new Map<number, Kind>();
const pieces = new Map<string, string>();
const clusters = new Map<string, string>();
const runClusters = new Map<number, string>();

/** Kind of the character that begins at `at`. */
export function kindOf(text: string, at: number): Kind {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdfff) return (kinds[unit] as Kind) || learn(unit);
  const point = text.codePointAt(at) as number;
  if (point < 0x10000) return Kind.space; // Half of a pair.
  return beyondKinds.get(point) ?? remember(beyondKinds, point, classify(point));
}

/** Folded text of a character of kind `piece`, with spaces where tokens begin or end. */
export function pieceOf(text: string, at: number, width: number): string {
  const char = text.substr(at, width);
  return pieces.get(char) ?? remember(pieces, char, foldChar(char));
}

/** Folded text of a character with its marks. */
export function clusterFold(cluster: string): string {
  return clusters.get(cluster) ?? remember(clusters, cluster, foldCluster(cluster));
}

/** The same for what stands in a run, nearly always a letter or a letter with one sign: by number, since taking it out takes longer. */
export function runFold(text: string, start: number, end: number): string {
  if (end - start > 2) return clusterFold(text.slice(start, end));
  const unit = text.charCodeAt(start);
  const sign = end - start === 2 ? text.charCodeAt(start + 1) : 0;
  const key = unit * 0x10000 + sign;
  return runClusters.get(key) ?? remember(runClusters, key, clusterFold(text.slice(start, end)));
}

/** Kind of a unit met for the first time. */
export function learn(unit: number): Kind {
  if (unit >= 0xd800 && unit <= 0xdfff) return Kind.unknown; // Only a pair can be known.
  const kind = classify(unit);
  if (kind === Kind.one || kind === Kind.alone) {
    unitFold[unit] = foldChar(String.fromCharCode(unit)).trim().charCodeAt(0) || 32;
  }
  if (kind === Kind.one) {
    const folded = unitFold[unit] as number;
    oneFold[unit] = folded;
    const isPlain =
      folded === 32 || folded === String.fromCharCode(unit).toLowerCase().charCodeAt(0);
    plainUnits[unit] = isPlain ? PLAIN : 0;
  }
  if (kind === Kind.run || kind === Kind.runMark) {
    const char = String.fromCharCode(unit);
    plainUnits[unit] = foldCluster(char) === char ? PLAIN_IN_RUN : 0;
  }
  kinds[unit] = kind;
  return kind;
}

/**
 * Where the next character stands whose case is not all that folding changes; the text's length if there is none.
 * @param runsPass whether letters that stand in the index as they are pass, of scripts that write no spaces
 */
export function nextIntricate(text: string, from: number, runsPass = false): number {
  let at = nextBeyondAscii(text, from);
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      at = nextBeyondAscii(text, at);
      continue;
    }
    if (kinds[unit] === Kind.unknown) learn(unit);
    const plain = plainUnits[unit];
    if (plain !== PLAIN && !(runsPass && plain === PLAIN_IN_RUN)) return at;
    at++;
  }
  return text.length;
}

/** Of ASCII nothing but the case changes, and a pattern passes over it several times as quickly as a loop. */
function nextBeyondAscii(text: string, from: number): number {
  beyondAscii.lastIndex = from;
  return beyondAscii.test(text) ? beyondAscii.lastIndex - 1 : text.length;
}

const beyondAscii = /[^\0-\x7f]/g;

function classify(point: number): Kind {
  const char = String.fromCodePoint(point);
  if (ignorable.test(char) || char === 'ـ') return Kind.drop;
  if (pairs.test(char) && mark.test(char)) return Kind.runMark;
  if (pairs.test(char) && token.test(char)) return Kind.run;
  if (mark.test(char) || joining.test(char)) return Kind.mark;
  const folded = foldChar(char);
  if (folded === '') return Kind.drop;
  const bare = folded.trim();
  if (bare === '') return point > 0xffff ? Kind.space : Kind.one;
  if (bare.length > 1 || point > 0xffff) return Kind.piece;
  if (bare === folded) return Kind.one;
  return alone.test(bare) ? Kind.alone : Kind.piece;
}

function foldChar(char: string): string {
  const folded = foldCluster(char);
  // ™ and ℃ stand beside words, not in them.
  return token.test(char) && !numberApart.test(char) ? folded : ` ${folded} `;
}

function foldCluster(cluster: string): string {
  let folded = '';
  let base = '';
  for (const char of inOneOrder(cluster.normalize('NFKD').toLowerCase())) {
    if (ignorable.test(char) || char === 'ـ') continue;
    if (mark.test(char)) {
      if ((base === '' && !pairs.test(char)) || enclosing.test(char)) continue;
      if (marksDoNotMatter.test(base) && !lettersOfTheirOwn.has(base + char)) continue;
      if (char === NUKTA && devanagari.test(base)) continue;
      folded += char === CHANDRABINDU ? ANUSVARA : char;
    } else if (token.test(char) && !apostropheLetter.test(char)) {
      base = char;
      folded += sameAs.get(char) ?? westernDigit(char);
    } else {
      base = '';
      folded += ' ';
    }
  }
  return [...folded.normalize('NFC')].map((c) => (alone.test(c) ? ` ${c} ` : c)).join('');
}

/** 0-9 for the digits of any script. */
function westernDigit(char: string): string {
  if (!digit.test(char)) return char;
  const point = char.codePointAt(0) as number;
  let zero = point;
  while (point - zero < 9 && digit.test(String.fromCodePoint(zero - 1))) zero--;
  return String(point - zero);
}
