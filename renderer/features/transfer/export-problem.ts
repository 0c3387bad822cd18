// Why an export did not happen, in a sentence.
import { useTranslation } from 'react-i18next';
import { errorText } from '../../lib/error-text.ts';
import type { ExportState } from './use-export.ts';

export function useExportProblem(state: ExportState): string | null {
  const { t } = useTranslation();
  if (state.kind !== 'failed') return null;
  const { key, detail } = errorText(state.error);
  return detail ?? t(key);
}
