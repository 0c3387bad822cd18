// A client of a contract for tests.
import type { Client, Contract } from '#contract/define.ts';
import type { Dispatch } from '#contract/rpc.ts';

/** A client without a wire: input and answer are cloned as any wire would, the answer is parsed. */
export function clientOf<C extends Contract>(contract: C, dispatch: Dispatch): Client<C> {
  return new Proxy({} as Client<C>, {
    get: (_, name) =>
      typeof name === 'string' && name !== 'then'
        ? async (input: unknown, signal = new AbortController().signal) => {
            const answer = await dispatch(name, structuredClone(input), signal);
            return contract[name]?.output.parse(structuredClone(answer));
          }
        : undefined,
  });
}
