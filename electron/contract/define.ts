// How a contract is written: a table of named calls, from which handlers and clients derive their types.
import type { z } from 'zod';

/** `query` reads and may be answered by any read-only connection; `command` writes and goes to the owner. */
export type CallKind = 'query' | 'command';

export interface Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: CallKind;
  readonly input: I;
  readonly output: O;
}

export type Contract = Readonly<Record<string, Call>>;

export const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'query', input, output }) as const;

export const command = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'command', input, output }) as const;

/** The answering side. A handler gets parsed input, and a signal that aborts when its caller gives up. */
export type Handlers<C extends Contract> = {
  readonly [Name in keyof C]: (
    input: z.output<C[Name]['input']>,
    signal: AbortSignal,
  ) => z.input<C[Name]['output']> | Promise<z.input<C[Name]['output']>>;
};

/** The asking side, whatever wire lies between. @throws LibraryError */
export type Client<C extends Contract> = {
  readonly [Name in keyof C]: (
    input: z.input<C[Name]['input']>,
    signal?: AbortSignal,
  ) => Promise<z.output<C[Name]['output']>>;
};

/** The names of a contract's calls of one kind. */
export type NamesOf<C extends Contract, K extends CallKind> = {
  [Name in keyof C]: C[Name]['kind'] extends K ? Name : never;
}[keyof C];
