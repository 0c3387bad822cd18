// The parse process by itself: what it says, and that it goes when nobody is there any more.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { ParsedPage } from '#contract/page.ts';
import { unpackText } from '#library/storage/text-blob.ts';
import { pageInput } from '../support/read.ts';

const ENTRY = new URL('../../electron/hosts/parse-process-node.ts', import.meta.url);

describe('the parse process', () => {
  it('says that it is ready, answers, and ends with its caller', async () => {
    const child = fork(ENTRY, {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const next = async (): Promise<unknown> => (await once(child, 'message'))[0];
    expect(await next()).toEqual({ event: 'parser-ready' });
    child.send({ id: 7, name: 'page.read', input: pageInput('Two words') });
    expect(await next()).toMatchObject({ id: 7, ok: true, value: { title: 'Two words' } });
    // Packed there, so that whoever writes it need not: the same two texts.
    child.send({ id: 10, name: 'page.read', input: pageInput('<h1>Owls</h1><p>At night. 🦉</p>') });
    const { value } = (await next()) as { value: ParsedPage };
    const { html, readerText } = value.packed ?? {};
    expect(html && unpackText(html)).toBe(value.html);
    expect(readerText && unpackText(readerText)).toBe(value.readerText);
    expect(value.readerText).toContain('🦉');
    child.send({ id: 8, name: 'page.write', input: {} });
    expect(await next()).toMatchObject({ id: 8, ok: false, error: { code: 'invalid_input' } });
    child.send({ id: 9, name: 'page.read', input: { bytes: 'none' } });
    expect(await next()).toMatchObject({ id: 9, ok: false, error: { code: 'invalid_input' } });
    const gone = once(child, 'exit');
    child.disconnect();
    expect((await gone)[0]).toBe(0);
  });
});
