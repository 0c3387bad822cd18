// Takes highlights out of the library: onto the clipboard, or into a file of the browser.
import { Copy, FileDown, Quote, Share } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HighlightFilter, HighlightFormat, HighlightUid } from '#contract/types/highlight.ts';
import { useClient, useLink } from '../../lib/client.ts';
import { toastError } from '../../lib/toasts.ts';
import { IconButton } from '../../ui/button.tsx';
import { MenuAction, MenuButton } from '../../ui/menu.tsx';
import { copyText } from './copying.ts';

interface TakeAlongProps {
  /** Those that are selected; where none is, all that the filter finds. */
  readonly selected: ReadonlySet<HighlightUid>;
  readonly filter: HighlightFilter;
  readonly count: number;
}

const files = [
  { format: 'markdown', name: 'highlights.md', type: 'text/markdown' },
  { format: 'csv', name: 'highlights.csv', type: 'text/csv' },
  { format: 'json', name: 'highlights.json', type: 'application/json' },
] as const;

export function TakeAlong({ selected, filter, count }: TakeAlongProps) {
  const { t } = useTranslation();
  const client = useClient();
  const link = useLink();
  const taken = async (format: HighlightFormat) => {
    const which = selected.size > 0 ? { uids: [...selected] } : { filter };
    return (await client['highlights.export']({ ...which, format })).text;
  };
  const save = ({ format, name, type }: (typeof files)[number]) => {
    taken(format)
      .then((text) => download(new Blob([text], { type }), name))
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
      {link.host === 'web' &&
        files.map((file) => (
          <MenuAction
            key={file.format}
            icon={FileDown}
            label={t('highlightsPage.save', { name: file.name })}
            onAction={() => save(file)}
          />
        ))}
    </MenuButton>
  );
}

function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The browser has taken it over by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
