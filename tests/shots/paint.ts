// Pictures for the sample articles, painted from a seed: hills in a few colours, as PNG; the curve of a tide, as SVG.
import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number];

export interface Scene {
  readonly sky: readonly [top: Colour, bottom: Colour];
  /** Farthest first. */
  readonly hills: readonly Colour[];
  readonly sun: { readonly x: number; readonly y: number; readonly colour: Colour } | null;
}

/** Hills before a sky. The same scene and size give the same bytes. */
export function paintHills(scene: Scene, width: number, height: number): Buffer {
  const pixels = Buffer.alloc((width * 3 + 1) * height);
  const edges = scene.hills.map((_, hill) =>
    Array.from({ length: width }, (__, x) => hillEdge(hill, x / width, height)),
  );
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const hill = edges.findLastIndex((edge) => y >= (edge[x] ?? height));
      const colour = scene.hills[hill] ?? skyAt(scene, x / width, y / height, width / height);
      pixels.set(colour, y * (width * 3 + 1) + 1 + x * 3);
    }
  }
  return pngOf(pixels, width, height);
}

function hillEdge(hill: number, x: number, height: number): number {
  const phase = hill * 2.4;
  const swell = Math.sin(x * (3 + hill) + phase) * 0.09 + Math.sin(x * 11 + phase * 3) * 0.025;
  return height * (0.52 + hill * 0.13 - swell);
}

function skyAt({ sky, sun }: Scene, x: number, y: number, aspect: number): Colour {
  if (sun && Math.hypot((x - sun.x) * aspect, y - sun.y) < 0.075) return sun.colour;
  const [top, bottom] = sky;
  const mix = (index: 0 | 1 | 2) =>
    Math.round(top[index] + (bottom[index] - top[index]) * Math.min(1, y * 1.6));
  return [mix(0), mix(1), mix(2)];
}

/** A fortnight of tides: twice a day, swelling from neaps to springs. */
export function drawTide(width: number, height: number): string {
  const points = Array.from({ length: width / 2 }, (_, step) => {
    const day = (step / (width / 2)) * 14;
    const range = 0.26 + 0.18 * Math.sin(((day - 3.7) / 14.76) * 2 * Math.PI * 2 * 0.5);
    const level = height * (0.5 - range * Math.sin((day / 0.5175) * 2 * Math.PI));
    return `${step * 2},${level.toFixed(1)}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<rect width="${width}" height="${height}" fill="#eef4f4"/>
<path d="M0 ${height / 2}H${width}" stroke="#9db6b8" stroke-dasharray="4 6"/>
<polyline points="${points.join(' ')}" fill="none" stroke="#0b5d69" stroke-width="3" stroke-linejoin="round"/>
</svg>
`;
}

function pngOf(rows: Buffer, width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8); // eight bits, red green blue
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
