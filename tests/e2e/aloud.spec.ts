// Reading aloud, by a stand-in for the platform's voices, and on a platform that has none.
import { expect, type Page, test } from './test.ts';
import type { Window as LecternWindow } from './window.ts';

interface Said {
  readonly text: string;
  readonly rate: number;
  readonly voice: string | undefined;
}

interface StandIn {
  readonly said: Said[];
  /** The voice has come to the end of what it was saying. */
  finish(): void;
  isPaused: boolean;
}

declare global {
  interface Window {
    voices: StandIn;
  }
}

/** In the place of the platform: runs in the page before the window's own script. */
function installVoices(): void {
  if (window !== window.top) return;
  const voices = [
    { voiceURI: 'de', name: 'Anna', lang: 'de-DE' },
    { voiceURI: 'en-1', name: 'Daniel', lang: 'en-GB' },
    { voiceURI: 'en-2', name: 'Moira', lang: 'en_IE' },
  ];
  class Words {
    readonly text: string;
    rate = 1;
    lang = '';
    voice: { voiceURI: string } | null = null;
    onend: (() => void) | null = null;
    constructor(text: string) {
      this.text = text;
    }
  }
  let current: Words | null = null;
  const standIn: StandIn = {
    said: [],
    isPaused: false,
    finish() {
      const words = current;
      current = null;
      words?.onend?.();
    },
  };
  const synthesis = {
    getVoices: () => voices,
    speak(words: Words) {
      current = words;
      standIn.said.push({ text: words.text, rate: words.rate, voice: words.voice?.voiceURI });
    },
    // As platforms do: what is cancelled still says that it has ended.
    cancel: () => standIn.finish(),
    pause: () => {
      standIn.isPaused = true;
    },
    resume: () => {
      standIn.isPaused = false;
    },
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
  Object.assign(window, { SpeechSynthesisUtterance: Words, voices: standIn });
}

const body = `<p>The lamp was lit. It stayed lit.</p>
  <figure><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" alt="A lamp"><figcaption>A caption.</figcaption></figure>
  <p>Then came the night.</p><pre>let x = 1;\nlet y = 2;</pre><p>Nobody read on. The end.</p>`;

const lastSaid = (page: Page) => page.evaluate(() => window.voices.said.at(-1));
const marked = (lectern: LecternWindow) =>
  lectern.frame
    .locator('body')
    .evaluate(() => [...(CSS.highlights.get('aloud') ?? [])].map(String).join());

test('sentence by sentence, with its mark, its pace and its voice', { tag: '@slow' }, async ({
  lectern,
  page,
}) => {
  await page.addInitScript(installVoices);
  await page.reload();
  await expect(lectern.rows.first()).toBeVisible();
  await lectern.clipPage('On lamps', body);
  await lectern.open('On lamps');
  await lectern.frame.getByText('The lamp was lit.').selectText();
  await page.keyboard.press('r');
  const bar = page.getByRole('toolbar', { name: 'Reading aloud' });
  const says = async (text: string) => {
    await expect.poll(async () => (await lastSaid(page))?.text).toBe(text);
  };
  await says('The lamp was lit.');
  expect((await lastSaid(page))?.voice).toBe('en-1');
  await expect.poll(() => marked(lectern)).toBe('The lamp was lit.');
  const finish = () => page.evaluate(() => window.voices.finish());
  await finish();
  await says('It stayed lit.');
  await finish();
  // Captions are left out, code is only said to be there.
  await says('Then came the night.');
  await finish();
  await says('Code.');
  await finish();
  await says('Nobody read on.');
  await bar.getByRole('button', { name: 'Previous paragraph' }).click();
  await says('Code.');
  await bar.getByRole('button', { name: 'Next paragraph' }).click();
  await says('Nobody read on.');
  await bar.getByRole('button', { name: 'Next sentence' }).click();
  await says('The end.');
  await bar.getByRole('button', { name: 'Previous sentence' }).click();
  await says('Nobody read on.');

  await bar.getByRole('combobox', { name: 'Speed' }).selectOption('2×');
  await expect.poll(async () => (await lastSaid(page))?.rate).toBe(2);
  await bar.getByRole('combobox', { name: 'Voice' }).selectOption('Moira');
  await expect.poll(async () => (await lastSaid(page))?.voice).toBe('en-2');
  await bar.getByRole('button', { name: 'Pause' }).click();
  expect(await page.evaluate(() => window.voices.isPaused)).toBe(true);
  await bar.getByRole('button', { name: 'Go on' }).click();
  expect(await page.evaluate(() => window.voices.isPaused)).toBe(false);

  await lectern.frame.getByRole('heading', { level: 1 }).click();
  await expect(async () => {
    // The first may go to the words that were selected a moment ago.
    await page.keyboard.press('Escape');
    await expect(bar).toBeHidden({ timeout: 3000 });
  }).toPass();
  await expect.poll(() => marked(lectern)).toBe('');
  // Both choices are kept, the voice for the language; the end closes the bar.
  await lectern.frame.getByText('The end.').selectText();
  // Those words were said last: they must not be taken for what is said now.
  await page.evaluate(() => {
    window.voices.said.length = 0;
  });
  await page.keyboard.press('r');
  await expect
    .poll(() => lastSaid(page))
    .toEqual({ text: 'Nobody read on.', rate: 2, voice: 'en-2' });
  await finish();
  await says('The end.');
  await bar.getByRole('button', { name: 'Next paragraph' }).click();
  await expect.poll(async () => (await lastSaid(page))?.text).toMatch(/^The lamp above/);
  await finish();
  await expect(bar).toBeHidden();
});

test('a computer without a voice says so', async ({ lectern, page }) => {
  await lectern.open('Welcome to Lectern');
  // The browser of the tests has none: should it have one some day, this test says so here.
  expect(await page.evaluate(() => speechSynthesis.getVoices().length)).toBe(0);
  await page.keyboard.press('r');
  await expect(page.getByText('This computer has no voice to read with.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('toolbar', { name: 'Reading aloud' })).toBeHidden();
});
