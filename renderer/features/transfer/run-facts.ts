// What became of an import, in a line.
import { useTranslation } from 'react-i18next';
import type { ImportRun } from '#contract/types/import.ts';

export const outcomes = ['imported', 'merged', 'skipped', 'failed'] as const;

export function useRunFacts({ state, undone, done, total, counts }: ImportRun): string {
  const { t } = useTranslation();
  if (undone) return t('transfer.undone');
  const sums = outcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => t(`transfer.sums.${outcome}`, { count: counts[outcome] }));
  switch (state) {
    case 'running':
      return t('transfer.progress', { done, count: total });
    case 'stopped':
      return [t('transfer.stoppedAt', { done, count: total }), ...sums].join(' · ');
    case 'failed':
      return t('transfer.failed');
    case 'done':
      return sums.length > 0 ? sums.join(' · ') : t('transfer.nothingIn');
  }
}
