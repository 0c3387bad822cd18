// What can be done with a highlight, beside it: another colour, a note, its words on the clipboard, away with it.
import { Copy, Quote, Trash2 } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { Button, Dialog, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Highlight, HighlightUid } from '#contract/types/highlight.ts';
import type { FrameBox } from '../../frame/messages/highlights.ts';
import { useClient } from '../../lib/client.ts';
import { colourOfKey, rememberColour } from '../../lib/highlight-colours.ts';
import { IconButton } from '../../ui/button.tsx';
import { ColourButtons, ColourDot } from '../../ui/colour-buttons.tsx';
import { cx } from '../../ui/cx.ts';
import overlay from '../../ui/overlay.module.css';
import { copyText } from './copying.ts';
import { useHighlightActions } from './highlight-actions.ts';
import { HighlightNote } from './highlight-note.tsx';
import styles from './highlight-popover.module.css';

interface HighlightPopoverProps {
  /** All that lie under the place; the first is meant until another is chosen. */
  readonly highlights: readonly Highlight[];
  /** In CSS pixels of the window. */
  readonly box: FrameBox;
  readonly startsInNote: boolean;
  readonly onClose: () => void;
}

export function HighlightPopover(props: HighlightPopoverProps) {
  const { highlights, box, startsInNote, onClose } = props;
  const { t } = useTranslation();
  const anchor = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<HighlightUid | null>(null);
  const highlight = highlights.find(({ uid }) => uid === chosen) ?? highlights[0];
  return (
    <>
      <div
        ref={anchor}
        className={styles.anchor}
        style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      />
      <Popover
        isOpen
        triggerRef={anchor}
        placement="bottom"
        offset={6}
        className={cx(overlay.popover, styles.popover)}
        onOpenChange={(open) => !open && onClose()}
      >
        <Dialog aria-label={t('highlights.one')} className={cx(styles.dialog)}>
          {highlights.length > 1 && (
            <ul className={styles.choices} aria-label={t('highlights.several')}>
              {highlights.map((one) => (
                <li key={one.uid}>
                  <Button
                    className={cx(styles.choice, one === highlight && styles.chosen)}
                    aria-pressed={one === highlight}
                    onPress={() => setChosen(one.uid)}
                  >
                    <ColourDot colour={one.colour} />
                    <span className={styles.quote} dir="auto">
                      {one.quote}
                    </span>
                  </Button>
                </li>
              ))}
            </ul>
          )}
          {highlight && (
            <OneHighlight highlight={highlight} startsInNote={startsInNote} onClose={onClose} />
          )}
        </Dialog>
      </Popover>
    </>
  );
}

interface OneHighlightProps {
  readonly highlight: Highlight;
  readonly startsInNote: boolean;
  readonly onClose: () => void;
}

function OneHighlight({ highlight, startsInNote, onClose }: OneHighlightProps) {
  const { t } = useTranslation();
  const client = useClient();
  const actions = useHighlightActions();
  const { uid } = highlight;
  const recolour = (colour: Highlight['colour']) => {
    rememberColour(colour);
    void actions.recolour([uid], colour);
  };
  useColourKeys(recolour);
  return (
    <div className={styles.one}>
      <div className={styles.actions}>
        <ColourButtons colour={highlight.colour} onChoose={recolour} />
        <span className={styles.space} />
        <IconButton
          icon={Copy}
          label={t('highlights.copy')}
          onPress={() => copyText(highlight.quote, 'copied')}
        />
        <IconButton
          icon={Quote}
          label={t('highlights.copyQuote')}
          onPress={() => {
            const text = client['highlights.export']({ uids: [uid], format: 'quote' });
            copyText(
              text.then((exported) => exported.text),
              'copiedQuote',
            );
          }}
        />
        <IconButton
          icon={Trash2}
          label={t('highlights.remove')}
          onPress={() => {
            onClose();
            void actions.remove([uid]);
          }}
        />
      </div>
      <HighlightNote key={uid} highlight={highlight} takesFocus={startsInNote} />
    </div>
  );
}

/** For as long as the popover is open, wherever in it the focus is. */
function useColourKeys(onColour: (colour: Highlight['colour']) => void): void {
  // With the drawing: the first key after it is one of them.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, target } = event;
      const isTyped = target instanceof HTMLTextAreaElement;
      const colour =
        isTyped || event.ctrlKey || event.metaKey || event.altKey ? null : colourOfKey(key);
      if (!colour) return;
      event.preventDefault();
      onColour(colour);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [onColour]);
}
