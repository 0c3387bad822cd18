// The process that bench/peers.ts measures: `index NAME DIR COUNT` makes an index, `ask NAME DIR` opens it and asks.
// Prints one line of JSON. One of each per engine, so that none pays for another's memory.
import { performance } from 'node:perf_hooks';
import { openCorpus } from '../big-library.ts';
import type { EngineDocument } from '../engines/engine.ts';
import type { Peer } from './peer.ts';
import { peerQueries } from './peer-queries.ts';

// Loaded one at a time, since the memory of each counts.
const peers: Readonly<Record<string, () => Promise<Peer>>> = {
  Lectern: async () => (await import('./lectern-peer.ts')).lecternPeer,
  MiniSearch: async () => (await import('./minisearch-peer.ts')).miniSearchPeer,
  FlexSearch: async () => (await import('./flexsearch-peer.ts')).flexSearchPeer,
  Orama: async () => (await import('./orama-peer.ts')).oramaPeer,
  Recoll: async () => (await import('./recoll-peer.ts')).recollPeer,
};
const HITS = 20;
const ROUNDS = 3;

const [phase = '', name = '', dir = '', count = '0'] = process.argv.slice(2);
const peer = await peers[name]?.();
if (!peer) throw new Error(`There is no ${name}.`);
const corpus = await openCorpus();

if (phase === 'index') {
  // Made before it counts: an engine is not to pay for the corpus.
  const documents: EngineDocument[] = Array.from({ length: Number(count) }, (_, i) => ({
    ...corpus.article(i),
    id: i + 1,
    marks: '',
  }));
  const start = performance.now();
  await peer.index(documents, dir);
  const seconds = (performance.now() - start) / 1000;
  console.log(JSON.stringify({ seconds }));
} else {
  const queries = peerQueries(corpus);
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const engine = await peer.open(dir);
  const openMs = performance.now() - start;
  const times: Record<string, number[]> = {};
  for (const [className, texts] of Object.entries(queries)) {
    const quickest = texts.map(() => Number.POSITIVE_INFINITY);
    let hits = 0;
    for (let round = 0; round < ROUNDS; round++) {
      for (const [at, text] of texts.entries()) {
        const asked = performance.now();
        hits += (await engine.search(text, HITS)).length;
        quickest[at] = Math.min(quickest[at] as number, performance.now() - asked);
      }
    }
    // Finding nothing is quick.
    if (hits === 0) throw new Error(`${name} finds nothing for any ${className}.`);
    times[className] = quickest;
  }
  const memory = process.memoryUsage().rss - before;
  await engine.close();
  console.log(JSON.stringify({ openMs, memory, times }));
}
