// How an article is set: the general choice, and over it what was chosen for this article alone.
import { useQueryClient } from '@tanstack/react-query';
import type { Article } from '#contract/types/article.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { ArticleType, Settings, TypeSettings } from '#contract/types/settings.ts';
import { useClient } from './client.ts';
import { useArticle, useSettings } from './queries.ts';
import { queryKeys } from './query-keys.ts';

/** What a change of the type is meant for. */
export type TypeScope = 'all' | 'article';

export function typeOf(settings: Settings, own: ArticleType | null): TypeSettings {
  const { theme, face, fontSize, measure, lineHeight, margin, align, hyphenate } = settings;
  const general = { theme, face, fontSize, measure, lineHeight, margin, align, hyphenate };
  const chosen = Object.entries(own ?? {}).filter(([, value]) => value !== undefined);
  return { ...general, ...Object.fromEntries(chosen) };
}

/** @param uid the open article, or null for the general choice alone */
export function useTypeSettings(uid: ArticleUid | null) {
  const client = useClient();
  const queries = useQueryClient();
  const { data: article } = useArticle(uid);
  const { settings, preview, keep } = useSettings();
  const own = article?.type ?? null;

  const show = (type: ArticleType | null) => {
    if (uid === null) return;
    queries.setQueryData<Article>(queryKeys.article(uid), (known) => known && { ...known, type });
  };
  const keepOwn = async (type: ArticleType | null) => {
    if (uid === null) return;
    await queries.cancelQueries({ queryKey: queryKeys.article(uid) });
    show(type);
    try {
      await client['reading.setType']({ uid, type });
    } catch (error) {
      await queries.invalidateQueries({ queryKey: queryKeys.article(uid) });
      throw error;
    }
  };

  return {
    settings,
    /** What is chosen for the open article alone; null where it follows the general choice. */
    own,
    valuesFor: (scope: TypeScope) => typeOf(settings, scope === 'article' ? own : null),
    /** Shows a choice at once, without keeping it: for a slider that is being moved. */
    preview: (scope: TypeScope, change: ArticleType) =>
      scope === 'all' ? preview(change as Partial<Settings>) : show({ ...own, ...change }),
    /** Keeps a choice. @throws LibraryError */
    keep: (scope: TypeScope, change: ArticleType) =>
      scope === 'all' ? keep(change as Partial<Settings>) : keepOwn({ ...own, ...change }),
    keepGeneral: keep,
    /** What this article has of its own becomes the general choice. @throws LibraryError */
    async takeForAll() {
      if (own) await keep(own as Partial<Settings>);
      await keepOwn(null);
    },
    /** @throws LibraryError */
    backToGeneral: () => keepOwn(null),
  };
}
