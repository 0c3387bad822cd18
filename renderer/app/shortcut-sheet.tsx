// All the keys, in one dialog.
import { useTranslation } from 'react-i18next';
import { useLink } from '../lib/client.ts';
import { sayChord } from '../lib/say-keys.ts';
import { type Shortcut, shortcutsOn } from '../lib/shortcuts.ts';
import { Dialog } from '../ui/dialog.tsx';
import styles from './shortcut-sheet.module.css';

const groups = ['list', 'article', 'marks', 'app'] as const satisfies readonly Shortcut['group'][];
/** Keys that lists understand by themselves. */
const listKeys = ['arrows', 'range', 'toggle', 'arrange'] as const;

export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { host } = useLink();
  return (
    <Dialog title={t('shortcuts.title')} size="wide" onClose={onClose}>
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group}>
            <h3 className={styles.heading}>{t(`shortcuts.${group}`)}</h3>
            <dl className={styles.keys}>
              {group === 'list' &&
                listKeys.map((name) => (
                  <div key={name} className={styles.line}>
                    <dt>{t(`shortcuts.${name}`)}</dt>
                    <dd>
                      <kbd>{t(`keys.${name}`, { mod: sayChord('Mod'), alt: sayChord('Alt') })}</kbd>
                    </dd>
                  </div>
                ))}
              {shortcutsOn(host)
                .filter((shortcut) => shortcut.group === group)
                .map(({ command, chords }) => (
                  <div key={command} className={styles.line}>
                    <dt>{t(`commands.${command}`)}</dt>
                    <dd>
                      {chords.map((chord) => (
                        <kbd key={chord}>{sayChord(chord)}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
