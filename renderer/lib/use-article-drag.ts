// Dragging a row of a list: its article, or all that are selected where it is one of them.
import type { DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleSummary } from '#contract/types/article.ts';
import { startDrag } from './dragged.ts';
import { isSelected, type Selected, type Selection } from './selection.ts';

/** @param selected the same selection in the words of the library */
export function useArticleDrag(
  selection: Selection,
  selected: Selected | null,
): (event: DragEvent, article: ArticleSummary | undefined) => void {
  const { t } = useTranslation();
  return (event, article) => {
    if (!article) {
      event.preventDefault();
      return;
    }
    const isOne = !selected || !isSelected(selection, article.uid) || selected.count === 1;
    const articles = isOne ? { uids: [article.uid] } : selected.articles;
    const words = isOne
      ? article.title || t('list.untitled')
      : t('list.count', { count: selected.count });
    startDrag(event, { kind: 'articles', articles }, words);
  };
}
