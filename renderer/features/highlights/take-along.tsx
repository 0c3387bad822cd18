// Takes highlights out of the library: onto the clipboard, or into a file.
import { Copy, FileDown, Quote, Share } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HighlightFilter, HighlightFormat, HighlightUid } from '#contract/types/highlight.ts';
import { useClient, useLink } from '../../lib/client.ts';
import { saveText } from '../../lib/save-text.ts';
import { toastError } from '../../lib/toasts.ts';
import { IconButton } from '../../ui/button.tsx';
import { MenuAction, MenuButton } from '../../ui/menu.tsx';
import { copyText } from './copying.ts';
import { EXPORT_NAME, type ExportFile, exportFiles, exportName } from './export-files.ts';

interface TakeAlongProps {
  /** Those that are selected; where none is, all that the filter finds. */
  readonly selected: ReadonlySet<HighlightUid>;
  readonly filter: HighlightFilter;
  readonly count: number;
}

export function TakeAlong({ selected, filter, count }: TakeAlongProps) {
  const { t } = useTranslation();
  const client = useClient();
  const link = useLink();
  const taken = async (format: HighlightFormat) => {
    const which = selected.size > 0 ? { uids: [...selected] } : { filter };
    return (await client['highlights.export']({ ...which, format })).text;
  };
  const save = (file: ExportFile) => {
    taken(file.format)
      .then((text) => saveText(link, { name: EXPORT_NAME, ending: file.ending, text }))
      .catch((error: unknown) => toastError(error));
  };
  const label = t('highlightsPage.take', { count: selected.size || count });
  return (
    <MenuButton label={label} button={<IconButton icon={Share} label={label} />}>
      <MenuAction
        icon={Copy}
        label={t('highlightsPage.copyMarkdown')}
        onAction={() => copyText(taken('markdown'), 'copied')}
      />
      <MenuAction
        icon={Quote}
        label={t('highlightsPage.copyQuotes')}
        onAction={() => copyText(taken('quote'), 'copiedQuote')}
      />
      {exportFiles.map((file) => (
        <MenuAction
          key={file.format}
          icon={FileDown}
          label={t('highlightsPage.save', { name: exportName(file) })}
          onAction={() => save(file)}
        />
      ))}
    </MenuButton>
  );
}
