// What becomes of one character when two texts are compared: forms of writing that say the same become the same.
// Learned once per character, so that folding a long text is a walk over numbers.

export const UnitKind = {
  unknown: 0,
  /** Becomes the one unit in `foldedUnit`. */
  one: 1,
  /** White space, soft hyphens, zero-width characters: no trace. */
  drop: 2,
  /** Becomes what `foldCluster` gives, or is half of a pair. */
  piece: 3,
  /** Belongs to the character before it. */
  mark: 4,
} as const;
export type UnitKind = (typeof UnitKind)[keyof typeof UnitKind];

const dropped = /[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cc}\u0640]/u;
/** Marks, and the later parts of Korean syllables that are written in parts. */
const mark = /[\p{M}\u1160-\u11ff]/u;
const quotation = /[\p{Pi}\p{Pf}'"`´‚„‟′″‴‵‶〃「」『』〝〞〟＂＇｀]/u;
const dash = /[\p{Pd}\u2212\u2043]/u;

const kinds = new Uint8Array(0x10000);
export const foldedUnit = new Uint16Array(0x10000);

/** Kind of a UTF-16 unit. */
export function kindOfUnit(unit: number): UnitKind {
  return (kinds[unit] as UnitKind) || learn(unit);
}

function learn(unit: number): UnitKind {
  const kind = classify(String.fromCharCode(unit), unit);
  kinds[unit] = kind;
  return kind;
}

function classify(char: string, unit: number): UnitKind {
  if (unit >= 0xd800 && unit <= 0xdfff) return UnitKind.piece;
  if (dropped.test(char)) return UnitKind.drop;
  if (mark.test(char)) return UnitKind.mark;
  const folded = foldAlone(char);
  if (folded.length !== 1) return UnitKind.piece;
  foldedUnit[unit] = folded.charCodeAt(0);
  return UnitKind.one;
}

/** Bounds what hostile text can make the memory of clusters grow to. */
const MOST_CLUSTERS = 8192;
const clusters = new Map<string, string>();

/** Folds a character with its marks. */
export function foldCluster(cluster: string): string {
  const known = clusters.get(cluster);
  if (known !== undefined) return known;
  const folded = foldAlone(cluster);
  if (clusters.size >= MOST_CLUSTERS) clusters.clear();
  clusters.set(cluster, folded);
  return folded;
}

/** Quotation marks first: some of them are taken apart by NFKC. */
function foldAlone(text: string): string {
  if (quotation.test(text)) return "'";
  if (dash.test(text)) return '-';
  const plain = text.normalize('NFKC').toLowerCase().normalize('NFKC');
  return plain.replace(new RegExp(dropped, 'gu'), '') || (dropped.test(text) ? '' : text);
}
