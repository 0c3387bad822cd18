// Takes what is dropped anywhere on the window. While something is dragged over it, it says what will happen.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toastDone, toastError } from '../../lib/toasts.ts';
import type { ClipSource } from './clip-source.ts';
import styles from './drop-zone.module.css';
import { carriesClips, readDrop } from './dropped.ts';

interface DropZoneProps {
  readonly onClip: (sources: readonly ClipSource[]) => void;
  /** Moves on whenever something is dragged over the article's frame, which swallows drags of its own. */
  readonly draggedOverFrame: number;
}

export function DropZone({ onClip, draggedOverFrame }: DropZoneProps) {
  const { t } = useTranslation();
  const [over, setOver] = useState({ window: false, frame: 0 });
  const isOver = over.window || draggedOverFrame > over.frame;
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
      readDrop(event.dataTransfer).then(
        (sources) => {
          if (sources.length > 0) onClip(sources);
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
  }, [onClip, t, draggedOverFrame]);

  if (!isOver) return null;
  return (
    <div className={styles.zone}>
      <div className={styles.sign}>
        <p className={styles.title}>{t('clip.drop')}</p>
        <p>{t('clip.dropDetail')}</p>
      </div>
    </div>
  );
}
