// What recorder.c wrote down, read back.
import { readFileSync } from 'node:fs';

export type Op =
  | { readonly kind: 'write'; readonly path: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'sync'; readonly path: string }
  | { readonly kind: 'truncate'; readonly path: string; readonly size: number }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string };

const kinds = ['', 'write', 'sync', 'truncate', 'unlink', 'rename'] as const;
const HEAD_BYTES = 20;

export function readRecording(file: string): Op[] {
  const log = readFileSync(file);
  const ops: Op[] = [];
  for (let from = 0; from + HEAD_BYTES <= log.byteLength; ) {
    const kind = kinds[log.readUInt32LE(from)];
    const pathEnd = from + HEAD_BYTES + log.readUInt32LE(from + 4);
    const end = pathEnd + log.readUInt32LE(from + 8);
    const at = Number(log.readBigInt64LE(from + 12));
    const path = log.toString('utf8', from + HEAD_BYTES, pathEnd);
    const bytes = log.subarray(pathEnd, end);
    if (kind === 'write') ops.push({ kind, path, at, bytes });
    else if (kind === 'truncate') ops.push({ kind, path, size: at });
    else if (kind === 'rename') ops.push({ kind, path, to: bytes.toString('utf8') });
    else if (kind === 'sync' || kind === 'unlink') ops.push({ kind, path });
    else throw new Error('The recording is not as the recorder writes it');
    from = end;
  }
  return ops;
}
