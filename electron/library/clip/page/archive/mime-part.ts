// One part of a MIME message (RFC 2045): its headers, and its body as the bytes that were put in.

export interface MimePart {
  /** By lower-case name; the first of a name counts. */
  readonly headers: ReadonlyMap<string, string>;
  /** As it stands in the message. */
  readonly body: Uint8Array;
}

/** Headers end here at the latest: a message without a body is no reason to read 200 MB of lines. */
const MAX_HEADER_BYTES = 64 * 1024;

export function readPart(bytes: Uint8Array): MimePart {
  const head = Buffer.from(bytes.subarray(0, MAX_HEADER_BYTES)).toString('latin1');
  const end = /\r?\n[ \t]*\r?\n|^[ \t]*\r?\n/.exec(head);
  const length = end ? end.index + end[0].length : head.length;
  const headers = new Map<string, string>();
  const lines = head.slice(0, end?.index ?? head.length).replace(/\r?\n[ \t]+/g, ' ');
  for (const line of lines.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (name !== '' && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: bytes.subarray(length) };
}

/** `text/html; charset="x"`: the kind in lower case, and a parameter of it. */
export function mediaTypeOf({ headers }: MimePart): string {
  const type = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return type === '' ? 'text/plain' : type;
}

export function parameterOf({ headers }: MimePart, name: string): string | null {
  const type = headers.get('content-type') ?? '';
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(type);
  return found?.[1] ?? found?.[2] ?? null;
}

/** Anything unknown is taken as it stands, like 7bit, 8bit and binary. */
export function decodeBody({ headers, body }: MimePart): Uint8Array {
  switch (headers.get('content-transfer-encoding')?.trim().toLowerCase()) {
    case 'base64':
      // Node's decoder passes over line ends, and stops at the first byte that cannot be one of it.
      return Buffer.from(Buffer.from(body).toString('latin1'), 'base64');
    case 'quoted-printable':
      return decodeQuotedPrintable(body);
    default:
      return body;
  }
}

const EQUALS = 0x3d;
const CR = 0x0d;
const LF = 0x0a;

/** What is no escape stands for itself, as lenient readers have it. */
function decodeQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const decoded = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte !== EQUALS) {
      decoded[length++] = byte;
      continue;
    }
    let next = at + 1;
    // White space at the end of a line was added on the way.
    while (bytes[next] === 0x20 || bytes[next] === 0x09) next++;
    if (next >= bytes.length) break;
    if (bytes[next] === LF || (bytes[next] === CR && bytes[next + 1] === LF)) {
      at = bytes[next] === LF ? next : next + 1;
      continue;
    }
    const value = hex(bytes[at + 1]) * 16 + hex(bytes[at + 2]);
    if (Number.isNaN(value)) decoded[length++] = byte;
    else {
      decoded[length++] = value;
      at += 2;
    }
  }
  return decoded.subarray(0, length);
}

function hex(byte: number | undefined): number {
  if (byte === undefined) return Number.NaN;
  return Number.parseInt(String.fromCharCode(byte), 16);
}
