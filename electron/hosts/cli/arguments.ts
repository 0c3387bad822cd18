// Reads a command line against the table of commands. Knows nothing of what the commands do.

export type OptionSpec =
  | { readonly kind: 'flag'; readonly help: string }
  /** May be given once; given again, the last counts. */
  | { readonly kind: 'text'; readonly placeholder: string; readonly help: string }
  /** May be given any number of times. */
  | { readonly kind: 'texts'; readonly placeholder: string; readonly help: string }
  | { readonly kind: 'choice'; readonly choices: readonly string[]; readonly help: string }
  | {
      readonly kind: 'number';
      readonly placeholder: string;
      readonly min: number;
      readonly max: number;
      readonly help: string;
    };

export interface CommandSpec {
  readonly summary: string;
  /** How the arguments read in the usage line, and how many there may be. */
  readonly operands: { readonly usage: string; readonly min: number; readonly max: number };
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** A word with one dash in front is an argument, not an option: `-word` means something in a query. */
  readonly dashWords?: true;
}

export type CommandTable = Readonly<Record<string, CommandSpec>>;

export interface Invocation {
  readonly command: string;
  readonly operands: readonly string[];
  readonly options: Options;
}

/** What was given, by name of the option. */
export class Options {
  readonly #values: ReadonlyMap<string, readonly string[]>;

  constructor(values: ReadonlyMap<string, readonly string[]>) {
    this.#values = values;
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }
  text(name: string): string | undefined {
    return this.#values.get(name)?.at(-1);
  }
  texts(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }
  /** Checked to be a whole number within its bounds. */
  number(name: string): number | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : Number(text);
  }
}

/** The command line cannot be understood: exit code 2. */
export class UsageError extends Error {
  /** Whose usage would help, where the command was understood. */
  readonly command: string | null;

  constructor(message: string, command: string | null = null) {
    super(message);
    this.name = 'UsageError';
    this.command = command;
  }
}

/** `help` where that was asked for, of a command or of the whole. */
export type Reading =
  | { readonly kind: 'run'; readonly invocation: Invocation }
  | { readonly kind: 'help'; readonly command: string | null }
  | { readonly kind: 'version' };

/**
 * @param shared options that every command has, accepted before the command, too
 * @throws UsageError
 */
export function readArguments(
  argv: readonly string[],
  commands: CommandTable,
  shared: Readonly<Record<string, OptionSpec>>,
): Reading {
  const values = new Map<string, string[]>();
  const operands: string[] = [];
  let command: string | null = null;
  let onlyOperands = false;

  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    const spec = command === null ? null : commands[command];
    const isOption =
      !onlyOperands &&
      word.length > 1 &&
      word.startsWith('-') &&
      !(spec?.dashWords && !word.startsWith('--'));

    if (!isOption) {
      if (command !== null) operands.push(word);
      else if (word === 'help') return { kind: 'help', command: knownOrNull(argv[at + 1]) };
      else if (Object.hasOwn(commands, word)) command = word;
      else throw new UsageError(`There is no command “${word}”.`);
      continue;
    }
    if (word === '--') {
      onlyOperands = true;
      continue;
    }
    if (word === '--help' || word === '-h') return { kind: 'help', command };
    if (word === '--version') return { kind: 'version' };

    const [name, joined] = splitOption(word);
    const known = { ...spec?.options, ...shared };
    const option = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!option) {
      throw new UsageError(
        command === null
          ? `There is no option “${word}”.`
          : `“lectern ${command}” has no option “${word}”.`,
        command,
      );
    }
    let value = '';
    if (option.kind === 'flag') {
      if (joined !== null) throw new UsageError(`The option --${name} takes no value.`, command);
    } else {
      const given = joined ?? argv[++at];
      if (given === undefined) throw new UsageError(`The option --${name} needs a value.`, command);
      value = checked(name, option, given, command);
    }
    values.set(name, [...(values.get(name) ?? []), value]);
  }

  if (command === null) throw new UsageError('No command was given.');
  checkOperands(command, commands[command], operands);
  return { kind: 'run', invocation: { command, operands, options: new Options(values) } };

  function knownOrNull(name: string | undefined): string | null {
    return name !== undefined && Object.hasOwn(commands, name) ? name : null;
  }
}

/** `--name` or `--name=value`; one dash names nothing we have, so it stays for the message. */
function splitOption(word: string): [name: string, value: string | null] {
  if (!word.startsWith('--')) return [word, null];
  const equals = word.indexOf('=');
  return equals < 0 ? [word.slice(2), null] : [word.slice(2, equals), word.slice(equals + 1)];
}

function checked(
  name: string,
  option: Exclude<OptionSpec, { kind: 'flag' }>,
  value: string,
  command: string | null,
): string {
  if (option.kind === 'number') {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= option.min && number <= option.max)) {
      const range = `a whole number from ${option.min} to ${option.max}`;
      throw new UsageError(`The option --${name} takes ${range}, not “${value}”.`, command);
    }
  }
  if (option.kind === 'choice' && !option.choices.includes(value)) {
    const choices = option.choices.join(', ');
    throw new UsageError(`The option --${name} takes one of ${choices}, not “${value}”.`, command);
  }
  return value;
}

function checkOperands(command: string, spec: CommandSpec | undefined, operands: string[]) {
  if (!spec) return;
  const { min, max, usage } = spec.operands;
  if (operands.length < min) {
    throw new UsageError(`“lectern ${command}” needs ${usage}.`, command);
  }
  if (operands.length > max) {
    throw new UsageError(
      `“lectern ${command}” does not know what to do with “${operands[max]}”.`,
      command,
    );
  }
}
