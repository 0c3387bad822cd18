// The help texts, written from the table of commands.
import type { CommandSpec, OptionSpec } from './arguments.ts';
import { type CommandName, commands, sharedOptions } from './commands.ts';

const FIRST_COLUMN = 26;

/** `lectern --help`. */
export function usage(): string {
  const rows = Object.entries(commands).map(([name, { summary }]) => row(name, summary));
  return [
    'Usage: lectern <command> [arguments] [options]',
    '',
    'Commands:',
    ...rows,
    '',
    ...optionRows('Options of every command:', sharedOptions),
    '',
    '“lectern <command> --help” says more. Exit codes: 0 ok, 1 something failed, 2 wrong usage.',
  ].join('\n');
}

/** `lectern clip --help`. */
export function usageOf(name: CommandName): string {
  const { operands, options, summary }: CommandSpec = commands[name];
  const takes = operands.max > 0 ? ` ${operands.usage}` : '';
  return [
    `Usage: lectern ${name}${takes} [options]`,
    '',
    `  ${summary}`,
    '',
    ...optionRows('Options:', { ...options, ...sharedOptions }),
  ].join('\n');
}

function optionRows(title: string, options: Readonly<Record<string, OptionSpec>>): string[] {
  return [
    title,
    ...Object.entries(options).map(([name, option]) =>
      row(`--${name}${shownValue(option)}`, option.help),
    ),
  ];
}

function shownValue(option: OptionSpec): string {
  if (option.kind === 'flag') return '';
  if (option.kind === 'choice') return ` ${option.choices.join('|')}`;
  return ` ${option.placeholder}`;
}

const row = (left: string, right: string) => `  ${left.padEnd(FIRST_COLUMN)}  ${right}`;
