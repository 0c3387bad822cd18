// Packs texts as a parse process does, beside the thread that writes them: lots of contents in, lots of packed ones out.
import { parentPort } from 'node:worker_threads';
import { packContent, type UnpackedContent } from '#library/clip/pack-content.ts';

parentPort?.on('message', (lot: UnpackedContent[]) => {
  const packed = lot.map(packContent);
  const memory = packed.flatMap(({ html, readerText }) => [html.buffer, readerText.buffer]);
  parentPort?.postMessage(packed, memory);
});
