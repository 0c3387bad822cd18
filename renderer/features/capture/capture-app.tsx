// All that is ours in the capture window: the bar, and what stands below it while there is no page.
import {
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { CaptureState } from '#contract/capture.ts';
import { LibraryError } from '#contract/errors.ts';
import type { CaptureLink } from '../../lib/capture-link.ts';
import { setRootTheme } from '../../lib/theme.ts';
import { ErrorNotice, Notice } from '../../ui/notice.tsx';
import styles from './capture-bar.module.css';
import { CaptureBar } from './capture-bar.tsx';
import { FindRow } from './find-row.tsx';
import { OutcomeRow } from './outcome-row.tsx';
import { SessionRow } from './session-row.tsx';
import { useCaptureClip } from './use-capture-clip.ts';

export function CaptureApp({ link }: { readonly link: CaptureLink }) {
  const state = useSyncExternalStore(link.onState, link.state);
  // The window shows its ground until the shell has said how things are.
  return state && <CaptureWindow link={link} state={state} />;
}

interface CaptureWindowProps {
  readonly link: CaptureLink;
  readonly state: CaptureState;
}

function CaptureWindow({ link, state }: CaptureWindowProps) {
  const { t } = useTranslation();
  const clip = useCaptureClip(link);
  const address = useRef<HTMLInputElement>(null);
  const words = useRef<HTMLInputElement>(null);
  const [isFinding, setFinding] = useState(false);
  const [isSessionOpen, setSessionOpen] = useState(false);
  /** Of what was asked here, rather than of the page. */
  const [problem, setProblem] = useState<{ readonly error: unknown } | null>(null);
  const top = useTop(link);
  useEffect(() => setRootTheme(state.theme), [state.theme]);
  useEffect(() => {
    if (link.state()?.url === null) address.current?.focus();
  }, [link]);
  // What went wrong on the way to a page is over once another is there.
  const place = `${state.url} ${state.hasPage}`;
  const lastPlace = useRef(place);
  useEffect(() => {
    if (lastPlace.current !== place) setProblem(null);
    lastPlace.current = place;
  }, [place]);

  const endFind = useCallback(() => {
    setFinding(false);
    const client = link.client();
    client['capture.endFind']({}).catch(() => undefined);
    client['capture.focusPage']({}).catch(() => undefined);
  }, [link]);
  const { start } = clip;
  useEffect(
    () =>
      link.onKey((key) => {
        if (key === 'address') address.current?.focus();
        else if (key === 'find') {
          setFinding(true);
          words.current?.select();
        } else if (key === 'clip-page') start('page');
        else if (key === 'clip-selection') start('selection');
      }),
    [link, start],
  );

  const ofPage = state.problem && new LibraryError(state.problem.code, state.problem.message);
  const shown = problem ?? (ofPage && state.hasPage ? { error: ofPage } : null);
  return (
    <div className={styles.window}>
      <header className={styles.top} ref={top}>
        <h1 className={styles.unseen}>{t('capture.title')}</h1>
        <CaptureBar
          link={link}
          state={state}
          clip={clip}
          address={address}
          isFinding={isFinding}
          onFind={() => (isFinding ? endFind() : setFinding(true))}
          isSessionOpen={isSessionOpen}
          onSession={() => setSessionOpen(!isSessionOpen)}
          onProblem={(error) => setProblem({ error })}
        />
        {isFinding && <FindRow link={link} found={state.found} field={words} onClose={endFind} />}
        {isSessionOpen && (
          <SessionRow
            link={link}
            isKept={state.isSessionKept}
            onProblem={(error) => setProblem({ error })}
          />
        )}
        <div role="status">
          <OutcomeRow
            clip={clip}
            file={state.file}
            problem={shown}
            onDismiss={() => {
              setProblem(null);
              link
                .client()
                ['capture.dismiss']({})
                .catch(() => undefined);
            }}
            onShow={(uid) => {
              link
                .client()
                ['capture.showArticle']({ uid })
                .catch(() => undefined);
            }}
          />
        </div>
        {state.isLoading && <div className={styles.loading} />}
      </header>
      {/* Below the page, once there is one. */}
      <main className={styles.below}>
        {ofPage && !state.hasPage && (
          <ErrorNotice
            error={ofPage}
            onRetry={() => {
              link
                .client()
                ['capture.reload']({})
                .catch(() => undefined);
            }}
          />
        )}
        {!ofPage && !state.hasPage && (
          <Notice title={t('capture.start')} hint={t('capture.startHint')} />
        )}
      </main>
    </div>
  );
}

/** Tells the shell how high the bar is, so that the page begins below it. */
function useTop(link: CaptureLink): RefObject<HTMLElement | null> {
  const top = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const bar = top.current;
    if (!bar) return undefined;
    const tell = () => {
      const { height } = bar.getBoundingClientRect();
      link
        .client()
        ['capture.setTop']({ height })
        .catch(() => undefined);
    };
    const observer = new ResizeObserver(tell);
    observer.observe(bar);
    return () => observer.disconnect();
  }, [link]);
  return top;
}
