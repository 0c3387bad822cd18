// That what the window holds is never older than the last change it was told of.
import { type QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, it } from 'vitest';
import type { LibraryEvent } from '#contract/events.ts';
import { keepFresh } from '../../renderer/lib/invalidate.ts';
import type { Link } from '../../renderer/lib/link.ts';
import { makeQueryClient } from '../../renderer/lib/queries.ts';
import { queryKeys } from '../../renderer/lib/query-keys.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A window that looks at one article; each question waits until the test answers it. */
function windowOn(queries: QueryClient) {
  let tell: (event: LibraryEvent) => void = () => undefined;
  const link = {
    onEvent: (listener: typeof tell) => {
      tell = listener;
      return () => undefined;
    },
    onStale: () => () => undefined,
  } as unknown as Link;
  stops.push(keepFresh(link, queries));
  const answers: ((value: string) => void)[] = [];
  const observer = new QueryObserver(queries, {
    queryKey: queryKeys.article('a'),
    queryFn: () => new Promise<string>((resolve) => answers.push(resolve)),
  });
  stops.push(observer.subscribe(() => undefined));
  return { tell: () => tell({ kind: 'changed', topics: ['articles'] }), answers, observer };
}

it('asks again after a change that came while the first answer was under way', async () => {
  const { tell, answers, observer } = windowOn(makeQueryClient());
  await expect.poll(() => answers.length).toBe(1);
  tell();
  tell();
  answers[0]?.('before the change');
  await expect.poll(() => answers.length).toBe(2);
  expect(observer.getCurrentResult().data).toBe('before the change');
  answers[1]?.('after it');
  await expect.poll(() => observer.getCurrentResult().data).toBe('after it');
  expect(answers).toHaveLength(2);
});

it('asks once where nothing changed meanwhile, and again after a later change', async () => {
  const { tell, answers, observer } = windowOn(makeQueryClient());
  await expect.poll(() => answers.length).toBe(1);
  answers[0]?.('first');
  await expect.poll(() => observer.getCurrentResult().data).toBe('first');
  expect(answers).toHaveLength(1);
  tell();
  await expect.poll(() => answers.length).toBe(2);
});
