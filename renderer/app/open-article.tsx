// The open article and what is done in it: its bar and panels, and highlighting.
import type { ComponentProps, Ref } from 'react';
import { Marks, type MarksHandle } from '../features/highlights/marks.tsx';
import type { MarkTarget } from '../features/highlights/use-target.ts';
import { FocusBar } from '../features/reader/focus-bar.tsx';
import type { ReaderHandle } from '../features/reader/reader.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { ReaderPane } from './reader-pane.tsx';
import type { FocusMode } from './use-focus-mode.ts';

interface OpenArticleProps extends Omit<ComponentProps<typeof ReaderPane>, 'ref'> {
  readonly focusMode: FocusMode;
  /** A highlight that it was opened for. */
  readonly target: MarkTarget | null;
  readonly readerRef: Ref<ReaderHandle>;
  readonly marksRef: Ref<MarksHandle>;
}

export function OpenArticle({
  focusMode,
  target,
  readerRef,
  marksRef,
  ...props
}: OpenArticleProps) {
  const { uid, port, onFocusArticle } = props;
  return (
    <>
      {focusMode.isOn && <FocusBar port={port} onLeave={focusMode.leave} />}
      <ErrorBoundary resetKey={uid}>
        <ReaderPane {...props} ref={readerRef} />
        <Marks
          key={uid}
          ref={marksRef}
          uid={uid}
          port={port}
          onFocusArticle={onFocusArticle}
          target={target}
        />
      </ErrorBoundary>
    </>
  );
}
