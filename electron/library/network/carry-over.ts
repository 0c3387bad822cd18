// What a backup does not bring back: what was asked of the network since it was made happened all the same, and who has switched
// the network off did not mean to switch it on.
import { findSettings, putSetting } from '../settings/settings-repo.ts';
import { type ReadDb, transaction, type WriteDb } from '../storage/database.ts';
import { copyLedger } from './network-repo.ts';

/** @param to what takes the place of `from` */
export function carryNetworkOver(from: ReadDb, to: WriteDb): void {
  transaction(to, () => {
    copyLedger(from, to);
    putSetting(to, 'network', findSettings(from).network);
  });
}
