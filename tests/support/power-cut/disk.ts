// A disk as it may be found after a power cut: what was synced is there, the rest is or is not, in whole or in sectors. It
// takes a sync for honest, and a synced file keeps its name.
import { dirname } from 'node:path';
import type { Op } from './recording.ts';

const SECTOR_BYTES = 512;

interface File {
  durable: Buffer;
  pending: Op[];
}

/** A name that was given or taken, until its folder is synced. */
interface NameChange {
  readonly folder: string;
  undo(names: Map<string, File>): void;
}

/** How much of what was not synced is there: nothing, some writes, or some sectors of writes. */
export type Loss = 'dropped' | 'some' | 'torn';

export class Disk {
  readonly #names = new Map<string, File>();
  #changes: NameChange[] = [];

  apply(op: Op): void {
    const file = this.#names.get(op.path);
    if (op.kind === 'sync') {
      if (file) settle(file);
      else this.#changes = this.#changes.filter(({ folder }) => folder !== op.path);
    } else if (op.kind === 'unlink') {
      if (file) this.#rename(op.path, null, file);
    } else if (op.kind === 'rename') {
      if (file) this.#rename(op.path, op.to, file);
    } else if (file) {
      file.pending.push(op);
    } else {
      this.#names.set(op.path, { durable: Buffer.alloc(0), pending: [op] });
    }
  }

  #rename(from: string, to: string | null, file: File): void {
    const before = to === null ? undefined : this.#names.get(to);
    this.#names.delete(from);
    if (to !== null) this.#names.set(to, file);
    this.#changes.push({
      folder: dirname(to ?? from),
      undo(names) {
        if (to !== null) names.delete(to);
        if (to !== null && before) names.set(to, before);
        names.set(from, file);
      },
    });
  }

  /** The files that are found; they are to be used before the disk goes on. */
  cut(loss: Loss, random: () => number): Map<string, Buffer> {
    const names = new Map(this.#names);
    // A journaling file system loses the last of these, never one in the middle.
    const kept = loss === 'dropped' ? 0 : Math.floor(random() * (this.#changes.length + 1));
    for (const change of this.#changes.slice(kept).reverse()) change.undo(names);
    return new Map([...names].map(([path, file]) => [path, found(file, loss, random)]));
  }
}

function settle(file: File): void {
  for (const op of file.pending) file.durable = done(file.durable, op);
  file.pending = [];
}

function found({ durable, pending }: File, loss: Loss, random: () => number): Buffer {
  if (loss === 'dropped') return durable;
  let bytes: Buffer = Buffer.from(durable);
  for (const op of pending) {
    if (loss === 'torn' && op.kind === 'write') {
      for (let from = 0; from < op.bytes.byteLength; from += SECTOR_BYTES) {
        const sector = op.bytes.subarray(from, from + SECTOR_BYTES);
        if (random() < 0.5) bytes = done(bytes, { ...op, at: op.at + from, bytes: sector });
      }
    } else if (random() < 0.5) bytes = done(bytes, op);
  }
  return bytes;
}

/** In place, where there is room. */
function done(before: Buffer, op: Op): Buffer {
  if (op.kind === 'truncate') return resized(before, op.size);
  if (op.kind !== 'write') return before;
  const after = resized(before, Math.max(before.byteLength, op.at + op.bytes.byteLength));
  op.bytes.copy(after, op.at);
  return after;
}

function resized(before: Buffer, size: number): Buffer {
  if (size === before.byteLength) return before;
  const after = Buffer.alloc(size);
  before.copy(after);
  return after;
}
