// `npm run bench:quality [-- --held-out]`: how good the answers of search are, beside those of other engines, by the
// judgements of quality/RULES.md. Nobody tunes on the held-out seed. `--misses` names what the last of ours got wrong,
// `--judgements` prints queries with all that is relevant to them. The exit code says whether ours is ahead of all others.
import { parseArgs } from 'node:util';
import type { Engine, EngineDocument } from './engines/engine.ts';
import { openFlexSearch } from './engines/flexsearch.ts';
import { openFts5 } from './engines/fts5.ts';
import { Lectern } from './engines/lectern.ts';
import { openLike } from './engines/like.ts';
import { openMiniSearch } from './engines/minisearch.ts';
import { openOrama } from './engines/orama.ts';
import { makeCollection, type QualityDocument } from './quality/collection.ts';
import { type Figures, figuresOf, judge, linesOfJudgements } from './quality/judge.ts';
import { type QueryClass, queryClasses } from './quality/queries.ts';

const WORKING_SEED = 1;
const HELD_OUT_SEED = 20_261_126;
const DEPTH = 10;

const { values } = parseArgs({
  options: {
    'held-out': { type: 'boolean', default: false },
    judgements: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
  },
});
const seed = values['held-out'] ? HELD_OUT_SEED : WORKING_SEED;
if (values.misses && values['held-out']) {
  throw new Error('Single queries of the held-out seed are not to be looked at.');
}
const collection = makeCollection(seed);

if (values.judgements) {
  for (const line of linesOfJudgements(collection)) console.log(line);
  process.exit(0);
}

const asGiven = (document: QualityDocument): EngineDocument => ({
  id: document.id,
  title: document.title,
  text: document.text,
  author: document.author ?? '',
  site: document.site,
  marks: [...document.highlights, document.note ?? ''].join('\n'),
});

interface Scored {
  readonly engine: string;
  readonly figures: readonly Figures[];
}

async function score(engine: Engine): Promise<Scored> {
  const figures: Figures[] = [];
  for (const query of collection.queries) {
    const found = await engine.search(query.text, DEPTH);
    figures.push(figuresOf(found, judge(collection, query)));
  }
  await engine.close();
  return { engine: engine.name, figures };
}

const lectern = await Lectern.open(collection.documents);
const documents = collection.documents.map(asGiven);
const ours: Scored[] = [];
for (const engine of lectern.engines()) ours.push(await score(engine));
await lectern.close();
const TITLE_FIRST = 'bm25(document, 10.0, 1.0, 4.0, 4.0, 4.0)';
const others = [
  await score(openFts5(documents, { name: 'FTS5 unicode61', tokenizer: 'unicode61' })),
  await score(
    openFts5(documents, {
      name: 'FTS5 unicode61, titles first',
      tokenizer: 'unicode61',
      rank: TITLE_FIRST,
    }),
  ),
  await score(openFts5(documents, { name: 'FTS5 porter', tokenizer: 'porter unicode61' })),
  await score(openMiniSearch(documents)),
  await score(openMiniSearch(documents, 'AND')),
  await score(await openOrama(documents)),
  await score(await openOrama(documents, 0)),
  await score(openFlexSearch(documents)),
  await score(openLike(documents)),
];

const meanOf = ({ figures }: Scored, what: keyof Figures, only: QueryClass | null): number => {
  const counted = figures.filter(
    (_, at) => only === null || collection.queries[at]?.class === only,
  );
  return counted.reduce((sum, one) => sum + one[what], 0) / counted.length;
};
const columns: readonly (QueryClass | null)[] = [null, ...queryClasses];
const titles = { ndcg: 'nDCG@10', success1: 'success@1', success5: 'success@5' } as const;

console.log(`${documents.length} documents, ${collection.queries.length} queries, seed ${seed}`);
for (const [what, title] of Object.entries(titles) as [keyof Figures, string][]) {
  console.log(`\n| ${title} | all | ${queryClasses.join(' | ')} |`);
  console.log(`| --- |${columns.map(() => ' ---: |').join('')}`);
  for (const scored of [...ours, ...others]) {
    const cells = columns.map((only) => meanOf(scored, what, only).toFixed(3));
    console.log(`| ${scored.engine} | ${cells.join(' | ')} |`);
  }
}

const best = (from: readonly Scored[], only: QueryClass | null): Scored =>
  from.toSorted((a, b) => meanOf(b, 'ndcg', only) - meanOf(a, 'ndcg', only))[0] as Scored;
for (const our of ours) {
  const behind = columns.flatMap((only) => {
    const other = best(others, only);
    const isBehind = meanOf(our, 'ndcg', only) < meanOf(other, 'ndcg', only);
    return isBehind ? [`${only ?? 'all'} (${other.engine})`] : [];
  });
  console.log(`\n${our.engine}: behind in ${behind.join(', ') || 'no class'}.`);
}
const margin = meanOf(best(ours, null), 'ndcg', null) - meanOf(best(others, null), 'ndcg', null);
console.log(
  `\nOurs is ${margin > 0 ? 'ahead' : 'BEHIND'} by ${Math.abs(margin).toFixed(3)} over all.`,
);
process.exitCode = margin > 0 ? 0 : 1;

if (values.misses) {
  for (const [at, { class: itsClass, lang, text }] of collection.queries.entries()) {
    const { ndcg = 0, success1 = 0 } = ours.at(-1)?.figures[at] ?? {};
    if (ndcg < 0.8) console.log([ndcg.toFixed(2), success1, itsClass, lang, text].join('\t'));
  }
}
