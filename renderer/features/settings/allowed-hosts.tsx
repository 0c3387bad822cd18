// Hosts of one's own that may be fetched from although they are private.
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hostIn } from '../../lib/host-in.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { FormField, FormProblem } from '../../ui/form-field.tsx';
import { SettingLine } from '../../ui/setting-line.tsx';
import styles from './settings-page.module.css';

interface AllowedHostsProps {
  readonly hosts: readonly string[];
  readonly isDisabled: boolean;
  readonly onChange: (hosts: string[]) => void;
}

export function AllowedHosts({ hosts, isDisabled, onChange }: AllowedHostsProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const add = () => {
    const host = hostIn(typed);
    setWrong(host === null);
    if (host === null) return;
    setTyped('');
    if (!hosts.includes(host)) onChange([...hosts, host]);
  };
  return (
    <>
      <SettingLine name={t('settings.hosts')} hint={t('settings.hostsHint')} />
      {hosts.length > 0 && (
        <ul className={styles.hosts} aria-label={t('settings.hosts')}>
          {hosts.map((host) => (
            <li key={host} className={styles.host}>
              <code dir="ltr">{host}</code>
              <IconButton
                icon={X}
                label={t('settings.removeHost', { host })}
                isDisabled={isDisabled}
                onPress={() => onChange(hosts.filter((one) => one !== host))}
              />
            </li>
          ))}
        </ul>
      )}
      {!isDisabled && (
        <form
          className={styles.add}
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <FormField
            label={t('settings.hostLabel')}
            value={typed}
            onChange={setTyped}
            maxLength={300}
            isPlain
            dir="ltr"
          />
          <Button type="submit">{t('settings.addHost')}</Button>
        </form>
      )}
      {isWrong && <FormProblem>{t('settings.notHost')}</FormProblem>}
    </>
  );
}
