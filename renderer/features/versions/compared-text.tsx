// The text of a comparison: what came and went is marked by an element, a line and a sign, and not by colour alone.
import { type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparedParagraph, ComparedRun } from '#contract/types/comparison.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './compared-text.module.css';
import { fold, upTo } from './fold.ts';

interface ComparedTextProps {
  readonly paragraphs: readonly ComparedParagraph[];
  readonly ref: RefObject<HTMLDivElement | null>;
}

/** A text that is another from its first word to its last is not drawn at once. */
const DRAWN_AT_ONCE = 400;

export function ComparedText({ paragraphs, ref }: ComparedTextProps) {
  const { t } = useTranslation();
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set());
  const [drawn, setDrawn] = useState(DRAWN_AT_ONCE);
  /** Where what was folded begins: the button that opened it is gone, and its place has the focus. */
  const [opened, setOpened] = useState<number | null>(null);
  useEffect(() => {
    if (opened === null) return;
    ref.current?.querySelector<HTMLElement>(`[data-at="${opened}"]`)?.focus();
  }, [ref, opened]);
  const { parts, isCut } = upTo(fold(paragraphs, unfolded), drawn);
  return (
    <div ref={ref} className={styles.text}>
      {parts.map((part) =>
        part.kind === 'folded' ? (
          <Button
            key={part.start}
            kind="quiet"
            onPress={() => {
              setUnfolded(new Set([...unfolded, part.start]));
              setOpened(part.start);
            }}
          >
            {t('comparison.unchanged', { count: part.count })}
          </Button>
        ) : (
          part.paragraphs.map((paragraph, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the text is what it is known by
            <Paragraph key={part.start + at} at={part.start + at} paragraph={paragraph} />
          ))
        ),
      )}
      {isCut && (
        <Button kind="quiet" onPress={() => setDrawn(drawn + DRAWN_AT_ONCE)}>
          {t('comparison.more')}
        </Button>
      )}
    </div>
  );
}

const signs = { kept: '', added: '+', removed: '−', changed: '±' } as const;

interface ParagraphProps {
  /** Its place in the text. */
  readonly at: number;
  readonly paragraph: ComparedParagraph;
}

function Paragraph({ at, paragraph: { kind, runs } }: ParagraphProps) {
  return (
    <p
      className={cx(styles.paragraph, styles[kind])}
      dir="auto"
      data-change={kind === 'kept' ? undefined : kind}
      data-sign={signs[kind]}
      data-at={at}
      tabIndex={-1}
    >
      {runs.map((run, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <Run key={nth} run={run} />
      ))}
    </p>
  );
}

function Run({ run: { kind, text } }: { readonly run: ComparedRun }) {
  if (kind === 'added') return <ins className={styles.ins}>{text}</ins>;
  if (kind === 'removed') return <del className={styles.del}>{text}</del>;
  return text;
}

/** Puts the focus on the next changed paragraph, or the one before; from the last one to the first. */
export function stepToChange(text: HTMLElement, by: 1 | -1): void {
  const changes = [...text.querySelectorAll<HTMLElement>('[data-change]')];
  const now = changes.indexOf(document.activeElement as HTMLElement);
  const next = now < 0 && by < 0 ? changes.length - 1 : now + by;
  const wanted = changes[(next + changes.length) % changes.length];
  wanted?.focus({ preventScroll: true });
  wanted?.scrollIntoView({ block: 'center' });
}
