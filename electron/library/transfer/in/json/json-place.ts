// Where in a JSON file one is, by its brackets, quotes and colons: above, in or below the array that is looked for.

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const SPACE = 0x20;
/** A name that is looked for is shorter. */
const MAX_NAME = 64;

interface Level {
  readonly isArray: boolean;
  /** Of the member that one is in, while names are looked at. */
  name: string;
  /** Of the element that one is in. */
  index: number;
}

export class JsonPlace {
  isInString = false;
  depth = 0;
  readonly #path: readonly string[];
  /** Only down to the array: what lies in its elements is counted, not kept. */
  readonly #levels: Level[] = [];
  /** Of the array that one is inside of; 0 for none. */
  #inside = 0;
  #isEscaped = false;
  #hasBegun = false;
  #hasForeign = false;
  /** Of the text that was read last, where it may be a name. */
  #name: number[] | null = null;

  constructor(path: readonly string[]) {
    this.#path = path;
  }

  get isInside(): boolean {
    return this.#inside > 0;
  }

  /** Neither deeper nor higher than the elements begin. */
  get isAtElement(): boolean {
    return this.#inside > 0 && this.depth === this.#inside;
  }

  /** Everything that was opened is closed, and it began with a bracket. */
  get isWhole(): boolean {
    return this.#hasBegun && this.depth === 0 && !this.isInString && !this.#hasForeign;
  }

  within(): readonly number[] {
    return this.#path.flatMap((part, level) =>
      part === '*' ? [this.#levels[level]?.index ?? 0] : [],
    );
  }

  quote(): void {
    this.isInString = true;
    this.#name = this.#inside === 0 && this.depth <= this.#path.length ? [] : null;
  }

  inString(byte: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === BACKSLASH) this.#isEscaped = true;
    else if (byte === QUOTE) {
      this.isInString = false;
      return;
    }
    if (this.#name && this.#name.length < MAX_NAME) this.#name.push(byte);
  }

  open(isArray: boolean): void {
    if (this.#hasBegun && this.depth === 0) this.#hasForeign = true;
    this.#hasBegun = true;
    this.depth++;
    if (this.#inside > 0 || this.depth > this.#path.length + 1) return;
    this.#levels.length = this.depth - 1;
    this.#levels.push({ isArray, name: '', index: 0 });
    if (isArray && this.#isAsked()) this.#inside = this.depth;
  }

  close(): void {
    if (this.isAtElement) this.#inside = 0;
    if (this.depth > 0) this.depth--;
    else this.#hasForeign = true;
  }

  comma(): void {
    const level = this.#levels[this.depth - 1];
    if (this.#inside === 0 && level?.isArray) level.index++;
  }

  /** Everything between brackets, quotes and commas. */
  other(byte: number): void {
    if (this.#inside > 0) return;
    if (byte === COLON) {
      const level = this.#levels[this.depth - 1];
      if (level && this.#name) level.name = String.fromCharCode(...this.#name);
    } else if (byte > SPACE && this.depth === 0 && !isMark(byte)) this.#hasForeign = true;
  }

  #isAsked(): boolean {
    if (this.depth !== this.#path.length + 1) return false;
    return this.#path.every((part, at) => {
      const level = this.#levels[at];
      return part === '*' ? level?.isArray : !level?.isArray && level?.name === part;
    });
  }
}

/** Of the byte order mark before UTF-8. */
const isMark = (byte: number): boolean => byte === 0xef || byte === 0xbb || byte === 0xbf;
