// All that can be chosen, section by section. What is chosen counts at once.
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLink } from '../../lib/client.ts';
import { exactTime } from '../../lib/format.ts';
import { hrefTo } from '../../lib/place.ts';
import { useLibraryInfo, useSettings } from '../../lib/queries.ts';
import { sayChord } from '../../lib/say-keys.ts';
import type { TellTargets } from '../../lib/selection.ts';
import { toastError } from '../../lib/toasts.ts';
import { trashTimes } from '../../lib/trash-times.ts';
import { ChoiceLine, LinkLine, SettingLine, SwitchLine } from '../../ui/setting-line.tsx';
import { WidePage } from '../../ui/wide-page.tsx';
import { AllowedHosts } from './allowed-hosts.tsx';
import { DesktopSwitches } from './desktop-switches.tsx';
import { LibraryPlace } from './library-place.tsx';
import styles from './settings-page.module.css';
import { ThemeChoice } from './theme-choice.tsx';
import { TypeChoices } from './type-choices.tsx';
import { Updates } from './updates.tsx';
import { WatchedFolder } from './watched-folder.tsx';

interface SettingsPageProps {
  /** The button that calls the sidebar, where that does not stand beside the page. */
  readonly menu: ReactNode;
  /** Null where it comes as a drawer. */
  readonly sidebar: { readonly isShown: boolean; toggle(): void } | null;
  /** No article stands in a row of this page. */
  readonly onTargets: TellTargets;
}

const densities = ['comfortable', 'compact'] as const;
const regions = ['system', 'US', 'GB'] as const;
/** A day that no country takes for a month. */
const EXAMPLE = new Date(2026, 11, 24, 17, 30).getTime();

export function SettingsPage({ menu, sidebar, onTargets }: SettingsPageProps) {
  const { t } = useTranslation();
  const { host } = useLink();
  const info = useLibraryInfo();
  const isReadOnly = info?.readOnly ?? false;
  const { settings, isKnown, keep } = useSettings();
  useEffect(() => onTargets(null, null), [onTargets]);
  const change = (part: Partial<typeof settings>) =>
    void keep(part).catch((error: unknown) => toastError(error));
  const isDisabled = isReadOnly || !isKnown;
  return (
    <WidePage menu={menu} title={t('shelves.settings')}>
      <div className={styles.body}>
        <Section id="appearance">
          <div className={styles.group}>
            <ThemeChoice theme={settings.theme} onChange={(theme) => change({ theme })} />
          </div>
          <ChoiceLine
            name={t('settings.density')}
            hint={t('settings.densityHint')}
            value={settings.density}
            options={densities.map((value) => ({
              value,
              label: t(`settings.densities.${value}`),
            }))}
            isDisabled={isDisabled}
            onChange={(density) => change({ density })}
          />
          {sidebar && (
            <SwitchLine
              name={t('settings.sidebar')}
              hint={t('settings.sidebarHint', { keys: sayChord('Mod+b') })}
              isOn={sidebar.isShown}
              onChange={sidebar.toggle}
            />
          )}
        </Section>
        <Section id="reading">
          <p className={styles.hint}>{t('settings.readingHint')}</p>
          <div className={styles.type}>
            <TypeChoices article={null} hasTheme={false} />
          </div>
        </Section>
        <Section id="clipping">
          <WatchedFolder isReadOnly={isReadOnly} />
          <SettingLine name={t('settings.together')} hint={t('settings.togetherHint')} />
          <AllowedHosts
            hosts={settings.allowedHosts}
            isDisabled={isDisabled}
            onChange={(allowedHosts) => change({ allowedHosts })}
          />
        </Section>
        <Section id="library">{info && <LibraryPlace dir={info.dir} />}</Section>
        <Section id="backups">
          <LinkLine
            name={t('settings.storageLink')}
            hint={t('settings.storageHint')}
            href={hrefTo({ kind: 'storage' })}
            label={t('settings.openPage')}
          />
          <ChoiceLine
            name={t('settings.trash')}
            hint={t('settings.trashHint')}
            value={
              trashTimes.find((time) => time === String(settings.emptyTrashAfterDays)) ?? 'never'
            }
            options={trashTimes.map((value) => ({
              value,
              label:
                value === 'never' ? t('trash.never') : t('trash.after', { count: Number(value) }),
            }))}
            isDisabled={isDisabled}
            onChange={(time) =>
              change({ emptyTrashAfterDays: time === 'never' ? null : Number(time) })
            }
          />
        </Section>
        <Section id="privacy">
          <SwitchLine
            name={t('network.switch')}
            hint={t(settings.network ? 'network.on' : 'network.off')}
            isOn={settings.network}
            isDisabled={isDisabled}
            onChange={(network) => change({ network })}
          />
          <LinkLine
            name={t('settings.ledger')}
            hint={t('settings.ledgerHint')}
            href={hrefTo({ kind: 'network' })}
            label={t('settings.openPage')}
          />
          <SettingLine name={t('settings.remote')} hint={t('settings.remoteHint')} />
        </Section>
        {host === 'desktop' && (
          <Section id="desktop">
            <DesktopSwitches />
          </Section>
        )}
        <Section id="language">
          <SettingLine name={t('settings.languageIs')} hint={t('settings.languageHint')} />
          <ChoiceLine
            name={t('settings.region')}
            hint={t('settings.regionHint', { example: exactTime(EXAMPLE) })}
            value={settings.region}
            options={regions.map((value) => ({ value, label: t(`settings.regions.${value}`) }))}
            isDisabled={isDisabled}
            onChange={(region) => change({ region })}
          />
        </Section>
        <Section id="about">
          {host === 'desktop' && <Updates />}
          <LinkLine
            name={t('shelves.about')}
            hint={t('settings.aboutHint')}
            href={hrefTo({ kind: 'about' })}
            label={t('settings.openPage')}
          />
        </Section>
      </div>
    </WidePage>
  );
}

type SectionId =
  | 'appearance'
  | 'reading'
  | 'clipping'
  | 'library'
  | 'backups'
  | 'privacy'
  | 'desktop'
  | 'language'
  | 'about';

function Section({ id, children }: { readonly id: SectionId; readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <section className={styles.section} aria-labelledby={`settings-${id}`}>
      <h2 id={`settings-${id}`} className={styles.heading}>
        {t(`settings.${id}`)}
      </h2>
      {children}
    </section>
  );
}
