// Takes what is dropped anywhere on the window. While something is dragged over it, it says what will happen.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toastDone, toastError } from '../../lib/toasts.ts';
import type { ClipSource } from './clip-source.ts';
import { DropQuestion } from './drop-question.tsx';
import styles from './drop-zone.module.css';
import { carriesClips, readDrop } from './dropped.ts';

interface DropZoneProps {
  readonly onClip: (sources: readonly ClipSource[]) => void;
  /** A file or a folder of another service, or of Lectern. */
  readonly onImport: (whole: File) => void;
  /** Whatever is dropped is to be imported. */
  readonly alwaysImports: boolean;
  /** Moves on whenever something is dragged over the article's frame, which swallows drags of its own. */
  readonly draggedOverFrame: number;
}

export function DropZone(props: DropZoneProps) {
  const { onClip, onImport, alwaysImports, draggedOverFrame } = props;
  const { t } = useTranslation();
  const [over, setOver] = useState({ window: false, frame: 0 });
  const isOver = over.window || draggedOverFrame > over.frame;
  const [asked, setAsked] = useState<{ sources: readonly ClipSource[]; whole: File } | null>(null);
  /** A link of our own being dragged around is no offer to clip it. */
  const ownDrag = useRef(false);

  useEffect(() => {
    const hide = () => setOver({ window: false, frame: draggedOverFrame });
    const takes = (event: DragEvent) =>
      !ownDrag.current && event.dataTransfer !== null && carriesClips(event.dataTransfer);
    const onOver = (event: DragEvent) => {
      if (!takes(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setOver((now) => (now.window ? now : { ...now, window: true }));
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) hide();
    };
    const onDrop = (event: DragEvent) => {
      hide();
      if (!takes(event) || !event.dataTransfer) return;
      event.preventDefault();
      readDrop(event.dataTransfer, alwaysImports).then(
        ({ sources, whole }) => {
          if (whole && sources.length > 0) setAsked({ sources, whole });
          else if (whole) onImport(whole);
          else if (sources.length > 0) onClip(sources);
          else
            toastDone({ title: t('clip.nothingDropped'), detail: t('clip.nothingDroppedDetail') });
        },
        (error: unknown) => toastError(error),
      );
    };
    const onStart = () => {
      ownDrag.current = true;
    };
    const onEnd = () => {
      ownDrag.current = false;
    };
    const listeners = {
      dragenter: onOver,
      dragover: onOver,
      dragleave: onLeave,
      drop: onDrop,
      dragstart: onStart,
      dragend: onEnd,
    } as const;
    for (const [name, listener] of Object.entries(listeners)) {
      window.addEventListener(name as keyof typeof listeners, listener);
    }
    return () => {
      for (const [name, listener] of Object.entries(listeners)) {
        window.removeEventListener(name as keyof typeof listeners, listener);
      }
    };
  }, [onClip, onImport, alwaysImports, t, draggedOverFrame]);

  if (asked) {
    return (
      <DropQuestion
        name={asked.whole.name}
        onClip={() => onClip(asked.sources)}
        onImport={() => onImport(asked.whole)}
        onClose={() => setAsked(null)}
      />
    );
  }
  if (!isOver) return null;
  return (
    <div className={styles.zone}>
      <div className={styles.sign}>
        <p className={styles.title}>{t(alwaysImports ? 'transfer.dropHere' : 'clip.drop')}</p>
        <p>{t(alwaysImports ? 'transfer.dropHereDetail' : 'clip.dropDetail')}</p>
      </div>
    </div>
  );
}
