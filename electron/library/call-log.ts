// One line in the log for every call: its name, how it ended, how long it took. Never what it was about.
import { toWire } from '#contract/errors.ts';
import type { Dispatch } from '#contract/rpc.ts';
import type { Logger } from './ports.ts';

/** A call that takes longer is worth a look: the window answers a click within 100 ms. */
const SLOW_MS = 40;
/** Wait for networks, disks and parsers, and are expected to. */
const EXPECTED_SLOW = /^(clip\.|exports\.|library\.check$)/;

export function logged(dispatch: Dispatch, log: Logger): Dispatch {
  return async (name, input, signal) => {
    const from = performance.now();
    const write = (outcome: string) => {
      const ms = Math.round(performance.now() - from);
      // A name that is no call's is foreign text.
      const line = `${/^[a-zA-Z.]{1,40}$/.test(name) ? name : 'unknown call'} ${outcome} ${ms}ms`;
      if (ms > SLOW_MS && !EXPECTED_SLOW.test(name)) log.warn(line);
      else log.info(line);
    };
    try {
      const value = await dispatch(name, input, signal);
      write('ok');
      return value;
    } catch (error) {
      write(toWire(error).code);
      throw error;
    }
  };
}
