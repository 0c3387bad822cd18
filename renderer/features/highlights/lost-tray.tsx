// Highlights whose words are not found in the text any more: nothing is dropped, nothing moved without being asked.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HighlightUid, LostHighlight } from '#contract/types/highlight.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { FrameSelection } from '../../frame/messages/highlights.ts';
import type { FramePort } from '../../lib/frame-port.ts';
import { Button } from '../../ui/button.tsx';
import { ColourDot } from '../../ui/colour-buttons.tsx';
import { focusPanelAround } from '../../ui/side-panel.tsx';
import { type HighlightActions, useHighlightActions } from './highlight-actions.ts';
import styles from './lost-tray.module.css';

interface LostTrayProps {
  readonly uid: ArticleUid;
  readonly lost: readonly LostHighlight[];
  readonly port: FramePort;
}

/** Further ones follow when these have found a place. */
const SHOWN = 20;

export function LostTray({ uid, lost, port }: LostTrayProps) {
  const { t } = useTranslation();
  const actions = useHighlightActions();
  const selection = useSelection(uid, port);
  const [byHand, setByHand] = useState<HighlightUid | null>(null);
  return (
    <section className={styles.tray} aria-labelledby="lost-highlights">
      <h3 id="lost-highlights" className={styles.title}>
        {t('highlights.lost', { count: lost.length })}
      </h3>
      <p className={styles.hint}>{t('highlights.lostHint')}</p>
      <ul className={styles.entries}>
        {lost.slice(0, SHOWN).map((highlight) => (
          <Lost
            key={highlight.uid}
            highlight={highlight}
            actions={actions}
            port={port}
            selection={byHand === highlight.uid ? selection : null}
            isByHand={byHand === highlight.uid}
            onByHand={(isByHand) => setByHand(isByHand ? highlight.uid : null)}
          />
        ))}
      </ul>
    </section>
  );
}

interface LostProps {
  readonly highlight: LostHighlight;
  readonly actions: HighlightActions;
  readonly port: FramePort;
  readonly selection: FrameSelection | null;
  readonly isByHand: boolean;
  readonly onByHand: (isByHand: boolean) => void;
}

function Lost({ highlight, actions, port, selection, isByHand, onByHand }: LostProps) {
  const { t } = useTranslation();
  const { uid, quote, note, colour, guess } = highlight;
  const leaving = (work: () => Promise<unknown>) => {
    focusPanelAround(document.activeElement);
    void work();
  };
  const placeAtGuess = () => {
    if (!guess) return;
    const { start, end, text } = guess;
    leaving(() => actions.place(uid, { quote: text, prefix: '', suffix: '', start, end }));
  };
  const placeAtSelection = async () => {
    if (!selection) return;
    focusPanelAround(document.activeElement);
    const { quote: words, prefix, suffix, start, end } = selection;
    if (!(await actions.place(uid, { quote: words, prefix, suffix, start, end }))) return;
    port.send({ kind: 'clear-selection' });
    onByHand(false);
  };
  return (
    <li className={styles.entry}>
      <p className={styles.quote} dir="auto">
        <ColourDot colour={colour} /> {quote.slice(0, MAX_SHOWN)}
      </p>
      {note && (
        <p className={styles.note} dir="auto">
          {note.slice(0, MAX_SHOWN)}
        </p>
      )}
      {guess && (
        <div className={styles.guess}>
          <p className={styles.label}>{t('highlights.guess')}</p>
          <button
            type="button"
            className={styles.look}
            aria-label={t('highlights.look', { words: guess.text.slice(0, MAX_SHOWN) })}
            onClick={() =>
              port.send({ kind: 'show-range', uid, start: guess.start, end: guess.end })
            }
          >
            <span dir="auto">{guess.text.slice(0, MAX_SHOWN)}</span>
          </button>
        </div>
      )}
      {isByHand && <p className={styles.hint}>{t('highlights.placeHint')}</p>}
      <div className={styles.actions}>
        {isByHand ? (
          <>
            <Button kind="primary" isDisabled={!selection} onPress={() => void placeAtSelection()}>
              {t('highlights.placeSelected')}
            </Button>
            <Button kind="quiet" onPress={() => onByHand(false)}>
              {t('actions.cancel')}
            </Button>
          </>
        ) : (
          <>
            {guess && (
              <Button kind="primary" onPress={placeAtGuess}>
                {t('highlights.placeHere')}
              </Button>
            )}
            <Button onPress={() => onByHand(true)}>{t('highlights.placeByHand')}</Button>
            <Button onPress={() => leaving(() => actions.keepAsNote(uid))}>
              {t('highlights.keepAsNote')}
            </Button>
            <Button onPress={() => leaving(() => actions.remove([uid]))}>
              {t('highlights.delete')}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

/** Longer ones are known by their beginning. */
const MAX_SHOWN = 400;

/** What is selected in the article now. */
function useSelection(uid: ArticleUid, port: FramePort): FrameSelection | null {
  const [selection, setSelection] = useState<FrameSelection | null>(null);
  useEffect(
    () =>
      port.onNews((news, from) => {
        if (news.kind === 'selection' && from === uid) setSelection(news.selection);
      }),
    [port, uid],
  );
  return selection;
}
