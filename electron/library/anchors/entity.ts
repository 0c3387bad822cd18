// Entities that stand in a text because somebody escaped it twice: `&amp;` for an ampersand.

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  zwj: '',
  zwnj: '',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  lsaquo: '‹',
  rsaquo: '›',
  hellip: '…',
  middot: '·',
  bull: '•',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  times: '×',
  euro: '€',
  pound: '£',
  sect: '§',
  frac12: '½',
};
const entity = /&(?:amp;){0,3}(?:#(\d{1,7});|#[xX]([0-9a-fA-F]{1,6});|([a-zA-Z]{2,8}\d{0,2});|)/y;

/** The character that is meant at an ampersand, and how many units spell it. */
export function entityAt(text: string, at: number): { readonly meant: string; width: number } {
  entity.lastIndex = at;
  const [whole, decimal, hex, name] = entity.exec(text) ?? ['&'];
  const escaped = whole.startsWith('&amp;');
  if (decimal !== undefined || hex !== undefined) {
    const point = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    if (point > 0 && point <= 0x10ffff)
      return { meant: String.fromCodePoint(point), width: whole.length };
  }
  if (name !== undefined) {
    const meant = NAMED[name] ?? letterOf(name);
    if (meant !== null) return { meant, width: whole.length };
  }
  return { meant: '&', width: escaped ? whole.lastIndexOf('amp;') + 4 : 1 };
}

const MARKS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030a',
  caron: '\u030c',
};

/** `eacute`, `Uuml` and the like. */
function letterOf(name: string): string | null {
  if (name === 'szlig') return 'ß';
  const added = MARKS[name.slice(1)];
  return added === undefined ? null : `${name[0]}${added}`.normalize('NFC');
}
