// One app at a time: a second start hands its arguments to the first and ends. What it says is read in hand-over.ts.
import { app } from 'electron';
import type { HandOver } from './hand-over.ts';

/** @returns false where another instance runs and was told; then this one is to end */
export function handOver(mine: HandOver): boolean {
  return app.requestSingleInstanceLock({ ...mine });
}
