// The part of a contract that one side answers.
import type { CallKind, Contract, NamesOf } from '#contract/define.ts';

/** The calls of one kind. */
export function callsOf<C extends Contract, K extends CallKind>(
  contract: C,
  kind: K,
): Pick<C, NamesOf<C, K>> {
  const ofKind = Object.entries(contract).filter(([, call]) => call.kind === kind);
  // The filter is what NamesOf says in types.
  return Object.fromEntries(ofKind) as Pick<C, NamesOf<C, K>>;
}
