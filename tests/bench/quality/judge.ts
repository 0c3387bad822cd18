// Grades documents for queries by the rules of RULES.md, and answers by these grades.
import type { QualityCollection, QualityDocument } from './collection.ts';
import type { QualityQuery } from './queries.ts';

/** Grades by document, those that are not relevant left out. */
export type Judgement = ReadonlyMap<number, number>;

export interface Figures {
  readonly ndcg: number;
  readonly success1: number;
  readonly success5: number;
}

/** What is looked for, and no mention of it. */
const MEANT = 3;
const DEPTH = 10;

export function gradeOf({ of }: QualityQuery, { grades, marked }: QualityDocument): number {
  const least = Math.min(...of.map((key) => grades.get(key) ?? 0));
  return least > 0 && of.some((key) => marked.has(key)) ? least + 1 : least;
}

export function judge({ documents }: QualityCollection, query: QualityQuery): Judgement {
  const graded = documents.map((document) => [document.id, gradeOf(query, document)] as const);
  return new Map(graded.filter(([, grade]) => grade > 0));
}

/** @param found ids of documents, best first */
export function figuresOf(found: readonly number[], judgement: Judgement): Figures {
  const gains = found.slice(0, DEPTH).map((id) => judgement.get(id) ?? 0);
  const ideal = [...judgement.values()].sort((a, b) => b - a).slice(0, DEPTH);
  const meant = Math.min(MEANT, ideal[0] ?? MEANT);
  const isThere = (within: number) =>
    gains.slice(0, within).some((gain) => gain >= meant) ? 1 : 0;
  return { ndcg: sumOf(gains) / sumOf(ideal), success1: isThere(1), success5: isThere(5) };
}

/** Discounted cumulative gain; a gain is the grade itself. */
const sumOf = (gains: readonly number[]): number =>
  gains.reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0);

/** A line a query, with everything relevant to it: two collections with the same lines are the same. */
export function linesOfJudgements(collection: QualityCollection): string[] {
  return collection.queries.map((query) => {
    const grades = [...judge(collection, query)].map(([id, grade]) => `${id}=${grade}`);
    return [query.class, query.lang, query.text, grades.join(' ')].join('\t');
  });
}
