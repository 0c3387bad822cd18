// The bar: where the window is, where it can go, and what can be clipped.
import {
  ArrowLeft,
  ArrowRight,
  BookmarkPlus,
  KeyRound,
  RotateCw,
  Search,
  TextSelect,
  X,
} from 'lucide-react';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureState } from '#contract/capture.ts';
import type { CaptureLink } from '../../lib/capture-link.ts';
import { Button } from '../../ui/button.tsx';
import { BarButton } from './bar-button.tsx';
import styles from './capture-bar.module.css';
import type { CaptureClip } from './use-capture-clip.ts';

interface CaptureBarProps {
  readonly link: CaptureLink;
  readonly state: CaptureState;
  readonly clip: CaptureClip;
  readonly address: RefObject<HTMLInputElement | null>;
  readonly isFinding: boolean;
  readonly onFind: () => void;
  readonly isSessionOpen: boolean;
  readonly onSession: () => void;
  readonly onProblem: (error: unknown) => void;
}

export function CaptureBar(props: CaptureBarProps) {
  const { link, state, clip, address, isFinding, onFind, isSessionOpen, onSession } = props;
  const { t } = useTranslation();
  const ask = (work: (client: ReturnType<CaptureLink['client']>) => Promise<unknown>) =>
    void (async () => work(link.client()))().catch(props.onProblem);
  const isBusy = clip.outcome.kind === 'running';
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('capture.bar')}>
      <div className={styles.group}>
        <BarButton
          icon={ArrowLeft}
          label={t('capture.back')}
          chord="Alt+ArrowLeft"
          isDisabled={!state.canGoBack}
          onPress={() => ask((client) => client['capture.back']({}))}
        />
        <BarButton
          icon={ArrowRight}
          label={t('capture.forward')}
          chord="Alt+ArrowRight"
          isDisabled={!state.canGoForward}
          onPress={() => ask((client) => client['capture.forward']({}))}
        />
        {state.isLoading ? (
          <BarButton
            icon={X}
            label={t('capture.stop')}
            onPress={() => ask((client) => client['capture.stop']({}))}
          />
        ) : (
          <BarButton
            icon={RotateCw}
            label={t('capture.reload')}
            chord="Mod+r"
            isDisabled={state.url === null}
            onPress={() => ask((client) => client['capture.reload']({}))}
          />
        )}
      </div>
      <AddressField
        field={address}
        url={state.url}
        onGo={(typed) => ask((client) => client['capture.go']({ address: typed }))}
      />
      <div className={styles.group}>
        <BarButton
          icon={Search}
          label={t('capture.find')}
          chord="Mod+f"
          pressed={isFinding}
          isDisabled={!state.hasPage}
          onPress={onFind}
        />
        <BarButton
          icon={KeyRound}
          label={t('capture.session')}
          pressed={isSessionOpen}
          onPress={onSession}
        />
      </div>
      <div className={styles.clips}>
        <BarButton
          icon={TextSelect}
          label={t('capture.clipSelection')}
          chord="Mod+Shift+s"
          isDisabled={!state.hasPage || state.isPdf || isBusy}
          onPress={() => clip.start('selection')}
        />
        <Button
          kind="primary"
          icon={BookmarkPlus}
          isDisabled={!state.hasPage || isBusy}
          onPress={() => clip.start('page')}
        >
          {t(state.isPdf ? 'capture.clipPdf' : 'capture.clipPage')}
        </Button>
      </div>
    </div>
  );
}

interface AddressFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly url: string | null;
  readonly onGo: (typed: string) => void;
}

function AddressField({ field, url, onGo }: AddressFieldProps) {
  const { t } = useTranslation();
  /** Null where nobody types: what somebody types stays, wherever the page goes meanwhile. */
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <form
      className={styles.address}
      onSubmit={(event) => {
        event.preventDefault();
        onGo(typed ?? url ?? '');
        setTyped(null);
      }}
    >
      <input
        ref={field}
        className={styles.field}
        type="text"
        inputMode="url"
        dir="ltr"
        spellCheck={false}
        autoComplete="off"
        aria-label={t('capture.address')}
        placeholder={t('capture.addressPlaceholder')}
        value={typed ?? url ?? ''}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setTyped(null);
        }}
        onBlur={() => {
          if (typed?.trim() === '') setTyped(null);
        }}
      />
    </form>
  );
}
