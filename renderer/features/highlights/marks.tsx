// Highlighting in the open article: hears from its frame what is selected or was clicked, and shows what can be done.
import { type Ref, useImperativeHandle, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HighlightColour, HighlightUid } from '#contract/types/highlight.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { FrameBox, FrameSelection } from '../../frame/messages/highlights.ts';
import type { FramePort } from '../../lib/frame-port.ts';
import { highlightColours, lastColour, rememberColour } from '../../lib/highlight-colours.ts';
import { useHighlightsOf } from '../../lib/highlight-queries.ts';
import { useArticle } from '../../lib/queries.ts';
import type { MarkCommand } from '../../lib/shortcuts.ts';
import { copyText, quotation } from './copying.ts';
import { useHighlightActions } from './highlight-actions.ts';
import { HighlightPopover } from './highlight-popover.tsx';
import styles from './marks.module.css';
import { SelectionBar } from './selection-bar.tsx';
import { useFrameMarks } from './use-frame-marks.ts';
import { type MarkTarget, useTarget } from './use-target.ts';

export interface MarksHandle {
  run(command: MarkCommand): void;
  /** @returns whether something was open here that Escape has closed */
  leave(): boolean;
}

interface MarksProps {
  readonly uid: ArticleUid;
  readonly port: FramePort;
  /** Puts the keys into the article. */
  readonly onFocusArticle: () => void;
  /** A highlight that the article was opened for. */
  readonly target: MarkTarget | null;
  readonly ref?: Ref<MarksHandle>;
}

interface Opened {
  readonly uids: readonly HighlightUid[];
  readonly box: FrameBox;
  readonly startsInNote: boolean;
}

interface Made {
  readonly count: number;
  readonly uid: HighlightUid | null;
}

/** Give it the article's uid as its `key`. */
export function Marks({ uid, port, onFocusArticle, target, ref }: MarksProps) {
  const { t } = useTranslation();
  const { data: article } = useArticle(uid);
  const { data } = useHighlightsOf(uid);
  const actions = useHighlightActions();
  const [opened, setOpened] = useState<Opened | null>(null);
  /** The last that was made here, and how many. */
  const [made, setMade] = useState<Made>({ count: 0, uid: null });

  const add = async (
    selection: FrameSelection,
    colour: HighlightColour,
    opens: boolean,
    startsInNote = false,
  ) => {
    rememberColour(colour);
    const { quote, prefix, suffix, start, end } = selection;
    const highlight = await actions.add(uid, { quote, prefix, suffix, start, end }, colour);
    // Where it was not made the words stay selected: nothing has to be done again.
    if (!highlight) return;
    port.send({ kind: 'clear-selection' });
    setMade(({ count }) => ({ count: count + 1, uid: highlight.uid }));
    if (opens) setOpened({ uids: [highlight.uid], box: selection.box, startsInNote });
  };
  const { selected, focused, said } = useFrameMarks(uid, port, data?.highlights, {
    onWish: ({ selection, colour, opens }) => void add(selection, colour ?? lastColour(), opens),
    onMarked: (uids, box) => setOpened({ uids: uids as HighlightUid[], box, startsInNote: false }),
  });

  useTarget(uid, port, data?.highlights, target);

  useImperativeHandle(ref, () => ({
    run(command) {
      onFocusArticle();
      if (command === 'caret') port.send({ kind: 'caret' });
      else if (command === 'next-highlight') port.send({ kind: 'step-highlight', by: 1 });
      else if (command === 'previous-highlight') port.send({ kind: 'step-highlight', by: -1 });
      else {
        const colour = highlightColours.find((one) => command === `highlight-${one}`) ?? null;
        // What is selected goes before the highlight that keys have gone to.
        if (colour && focused && !selected.selection) void actions.recolour([focused.uid], colour);
        else port.send({ kind: 'highlight-now', colour });
      }
    },
    leave() {
      if (!selected.selection && !selected.trouble) return false;
      port.send({ kind: 'clear-selection' });
      return true;
    },
  }));

  const { selection, trouble } = selected;
  const shown = (opened?.uids ?? [])
    .map((one) => data?.highlights.find((highlight) => highlight.uid === one))
    .filter((highlight) => highlight !== undefined);
  const box = port.box();
  const inWindow = (at: FrameBox): FrameBox => ({
    ...at,
    x: at.x + (box?.x ?? 0),
    y: at.y + (box?.y ?? 0),
  });
  // Undone, it is not said any more.
  const isMade = data?.highlights.some((highlight) => highlight.uid === made.uid) ?? false;
  const isSeen = (at: FrameBox) => at.y + at.height > 0 && at.y < (box?.height ?? 0);

  return (
    <>
      <output className={styles.said}>
        {said || (isMade && !selection && t('highlights.made', { count: made.count }))}
      </output>
      {trouble && <p className={styles.trouble}>{t(`highlights.${trouble}`)}</p>}
      {selection && selection.by !== 'keys' && !opened && isSeen(selection.box) && (
        <SelectionBar
          box={inWindow(selection.box)}
          isBelow={selection.by === 'touch'}
          onColour={(colour) => void add(selection, colour, false)}
          onNote={() => void add(selection, lastColour(), true, true)}
          onCopy={() => copyText(selection.quote, 'copied')}
          onCopyQuote={() => copyText(quotation(selection.quote, article), 'copiedQuote')}
        />
      )}
      {opened && shown.length > 0 && (
        <HighlightPopover
          highlights={shown}
          box={inWindow(opened.box)}
          startsInNote={opened.startsInNote}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}
