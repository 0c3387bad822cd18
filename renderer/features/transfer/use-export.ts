// An export from this window: asks for the place, follows it, can stop it. Nothing has its name until all of it is there.
import i18next from 'i18next';
import { useEffect, useRef, useState } from 'react';
import type { SomeOrAll } from '#contract/types/articles-or-all.ts';
import type { Exported, ExportFormat } from '#contract/types/export.ts';
import { useLink } from '../../lib/client.ts';
import { isCancelled } from '../../lib/error-text.ts';
import type { Link } from '../../lib/link.ts';
import { download } from '../../lib/save-text.ts';
import { shellOf } from '../../lib/shell.ts';
import { endingOf } from './export-forms.ts';
import { makeUid } from './make-uid.ts';

export type ExportState =
  | { readonly kind: 'none' }
  /** Nothing is counted before the first of them is done. */
  | { readonly kind: 'running'; readonly done: number; readonly total: number | null }
  | { readonly kind: 'done'; readonly exported: Exported }
  | { readonly kind: 'failed'; readonly error: unknown };

export type Exportable = 'everything' | SomeOrAll;

export interface ExportWish {
  readonly articles: Exportable;
  readonly format: ExportFormat;
  /** What the file is called, without its ending; and a book, or a page with its own search. */
  readonly name: string;
  /** Of several files, rather than a zip of them. */
  readonly asFolder: boolean;
}

export function useExport() {
  const link = useLink();
  const [state, setState] = useState<ExportState>({ kind: 'none' });
  const running = useRef<{ uid: string; controller: AbortController }>(null);
  useEffect(() => () => running.current?.controller.abort(), []);
  useEffect(
    () =>
      link.onEvent((event) => {
        if (event.kind !== 'exporting' || event.uid !== running.current?.uid) return;
        const { done, total } = event;
        setState((now) => (now.kind === 'running' ? { kind: 'running', done, total } : now));
      }),
    [link],
  );

  const run = async (wish: ExportWish, signal: AbortSignal, uid: string) => {
    const { articles, format, name } = wish;
    const to = link.host === 'desktop' ? await placeFor(link, wish) : null;
    if (link.host === 'desktop' && to === null) return null;
    setState({ kind: 'running', done: 0, total: null });
    const asked = { uid, articles, format, to, title: name, replace: !wish.asFolder };
    const exported = await link.client['exports.run'](asked, signal);
    const url = exported.file && link.exportUrl(exported.file);
    if (url) download(url, `${name}.${endingOf(format)}`);
    return exported;
  };

  return {
    state,
    start(wish: ExportWish) {
      const controller = new AbortController();
      const uid = makeUid();
      running.current = { uid, controller };
      run(wish, controller.signal, uid).then(
        (exported) => setState(exported ? { kind: 'done', exported } : { kind: 'none' }),
        (error: unknown) =>
          setState(isCancelled(error) ? { kind: 'none' } : { kind: 'failed', error }),
      );
    },
    stop: () => running.current?.controller.abort(),
  };
}

/** @returns null where the person chose nothing */
async function placeFor(link: Link, wish: ExportWish): Promise<string | null> {
  const { path } = await shellOf(link)['shell.choosePlace']({
    title: i18next.t('transfer.placeTitle'),
    name: wish.name,
    ending: wish.asFolder ? null : endingOf(wish.format),
  });
  return path;
}
