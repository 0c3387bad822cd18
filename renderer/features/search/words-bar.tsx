// Stands over an article that a search led to: at which of the words' places one is, and the way to the others.
import { type Ref, useEffect, useImperativeHandle, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FramePort } from '../../lib/frame-port.ts';
import { PlaceSteps, type Places } from '../../ui/place-steps.tsx';
import styles from './words-bar.module.css';

export interface WordsBarHandle {
  /** @returns false where there is nothing to step through */
  step(by: 1 | -1): boolean;
}

interface WordsBarProps {
  readonly port: FramePort;
  /** What was searched for. */
  readonly words: readonly string[];
  readonly ref?: Ref<WordsBarHandle>;
}

/** Nothing, until the frame has told of places, and once it was closed. */
export function WordsBar({ port, words, ref }: WordsBarProps) {
  const { t } = useTranslation();
  const [places, setPlaces] = useState<Places | null>(null);
  const [isClosed, setClosed] = useState(false);
  useEffect(
    () =>
      port.onNews((news) => {
        if (news.kind === 'at-word') setPlaces({ count: news.count, index: news.index });
      }),
    [port],
  );
  const isThere = places !== null && places.count > 0 && !isClosed;
  const step = (by: 1 | -1) => port.send({ kind: 'step-word', by });
  useImperativeHandle(ref, () => ({
    step(by) {
      if (isThere) step(by);
      return isThere;
    },
  }));
  if (!isThere) return null;
  return (
    <section className={styles.bar} aria-label={t('search.inArticle')}>
      <p className={styles.words}>
        {words.map((word) => (
          <mark key={word} dir="auto">
            {word}
          </mark>
        ))}
      </p>
      <PlaceSteps
        places={places}
        onStep={step}
        onClose={() => {
          port.send({ kind: 'clear-words' });
          setClosed(true);
        }}
      />
    </section>
  );
}
