// Where the library is.
import { useTranslation } from 'react-i18next';
import { useLink } from '../../lib/client.ts';
import { SettingLine } from '../../ui/setting-line.tsx';

export function LibraryPlace({ dir }: { readonly dir: string }) {
  const { t } = useTranslation();
  const link = useLink();
  return (
    <SettingLine
      name={t('settings.where')}
      hint={
        <>
          <code dir="ltr">{dir}</code>
          {link.host === 'web' && <> {t('settings.webLibrary')}</>}
        </>
      }
    />
  );
}
