// Letters that mean something by their shape (ℝ, 𝔤, 𝐯): Unicode has a sign for each, and browsers draw no other way of
// asking for them.

/** Where the letters from A to Z, then from a to z, begin. */
const LETTERS: Readonly<Record<string, number>> = {
  bold: 0x1d400,
  italic: 0x1d434,
  'bold-italic': 0x1d468,
  script: 0x1d49c,
  'bold-script': 0x1d4d0,
  fraktur: 0x1d504,
  'double-struck': 0x1d538,
  'bold-fraktur': 0x1d56c,
  'sans-serif': 0x1d5a0,
  'bold-sans-serif': 0x1d5d4,
  'sans-serif-italic': 0x1d608,
  'sans-serif-bold-italic': 0x1d63c,
  monospace: 0x1d670,
};
const DIGITS: Readonly<Record<string, number>> = {
  bold: 0x1d7ce,
  'double-struck': 0x1d7d8,
  'sans-serif': 0x1d7e2,
  'bold-sans-serif': 0x1d7ec,
  monospace: 0x1d7f6,
};
/** Those that were there before the others, and are left out among them. */
const OLDER: Readonly<Record<string, string>> = {
  italic: 'hℎ',
  script: 'BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ',
  fraktur: 'CℭHℌIℑRℜZℨ',
  'double-struck': 'CℂHℍNℕPℙQℚRℝZℤ',
};

/** @param variant as in MathML's `mathvariant`; others leave the letters as they are */
export function styled(letters: string, variant: string): string {
  if (!Object.hasOwn(LETTERS, variant)) return letters;
  const older = [...(OLDER[variant] ?? '')];
  return letters.replace(/[A-Za-z\d]/g, (sign) => {
    const at = older.indexOf(sign);
    if (at >= 0) return older[at + 1] ?? sign;
    const code = sign.charCodeAt(0);
    const digits = DIGITS[variant];
    if (code < 0x41)
      return digits === undefined ? sign : String.fromCodePoint(digits + code - 0x30);
    const first = LETTERS[variant] ?? 0;
    return String.fromCodePoint(first + (code < 0x61 ? code - 0x41 : code - 0x61 + 26));
  });
}
