// Pairs put together: articles of which each is nearly the same as at least one other of its group.
import type { Pair } from './pair-repo.ts';

export interface Group {
  /** The greatest id first: ids grow with every clip. */
  readonly articleIds: readonly number[];
  /** Of its least similar pair. */
  readonly similarity: number;
}

/** The group with the newest article first. */
export function groupsOf(pairs: readonly Pair[]): Group[] {
  const parents = new Map<number, number>();
  const rootOf = (id: number): number => {
    let root = id;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
    if (root !== id) parents.set(id, root);
    return root;
  };
  for (const { articleId, otherId } of pairs) {
    const [one, other] = [rootOf(articleId), rootOf(otherId)];
    if (one !== other) parents.set(one, other);
  }
  const groups = new Map<number, { ids: Set<number>; similarity: number }>();
  for (const { articleId, otherId, similarity } of pairs) {
    const root = rootOf(articleId);
    const group = groups.get(root) ?? { ids: new Set<number>(), similarity: 1 };
    group.ids.add(articleId).add(otherId);
    group.similarity = Math.min(group.similarity, similarity);
    groups.set(root, group);
  }
  return [...groups.values()]
    .map(({ ids, similarity }) => ({ articleIds: [...ids].sort((a, b) => b - a), similarity }))
    .sort((a, b) => (b.articleIds[0] ?? 0) - (a.articleIds[0] ?? 0));
}
