// What the bar of the capture window asks of the shell, which holds the foreign page below it, and what it is told.
import { z } from 'zod';
import { command } from './define.ts';
import { ClipResult } from './types/clip.ts';
import { ArticleUid } from './types/ids.ts';
import { Problem } from './types/problem.ts';
import { themes } from './types/theme.ts';

const nothing = z.object({});

export const captureContract = {
  /**
   * Goes to what was typed: an address of the web, with or without its scheme.
   * @throws invalid_input for what is no address; not_allowed for one that is not of the web
   */
  'capture.go': command(z.object({ address: z.string().max(10_000) }), z.void()),
  'capture.back': command(nothing, z.void()),
  'capture.forward': command(nothing, z.void()),
  'capture.reload': command(nothing, z.void()),
  'capture.stop': command(nothing, z.void()),
  /** Marks the words on the page, and goes on to the next of them. */
  'capture.find': command(
    z.object({ text: z.string().min(1).max(1000), back: z.boolean().default(false) }),
    z.void(),
  ),
  'capture.endFind': command(nothing, z.void()),
  /** What was refused to the page has been read. */
  'capture.dismiss': command(nothing, z.void()),
  /**
   * Clips the page as it stands, the words that are selected on it, or the file that it wanted to hand over.
   * @throws nothing_to_read where there is nothing of the kind, timed_out where the page does not answer, and what a clip throws
   */
  'capture.clip': command(
    z.object({ what: z.enum(['page', 'selection', 'file']), anyway: z.boolean().default(false) }),
    ClipResult,
  ),
  /** Whether what sites know of this window outlives it. */
  'capture.keepSession': command(z.object({ kept: z.boolean() }), z.void()),
  /** Forgets all that sites know of this window: logins too. */
  'capture.wipeSession': command(nothing, z.void()),
  /** How high the bar is, in its own pixels: the page begins below it. */
  'capture.setTop': command(z.object({ height: z.number().min(0).max(2000) }), z.void()),
  'capture.focusPage': command(nothing, z.void()),
  /** Shows an article in the main window. */
  'capture.showArticle': command(z.object({ uid: ArticleUid }), z.void()),
} as const;
export type CaptureContract = typeof captureContract;

/** What keys ask for, wherever in the window they are pressed. */
export const captureKeys = ['address', 'find', 'clip-page', 'clip-selection', 'escape'] as const;
export type CaptureKey = (typeof captureKeys)[number];

/** All that the bar shows. Titles and addresses are foreign words. */
export const CaptureState = z.object({
  /** Null before there was any. */
  url: z.string().nullable(),
  title: z.string(),
  isLoading: z.boolean(),
  canGoBack: z.boolean(),
  canGoForward: z.boolean(),
  /** There is something to clip. */
  hasPage: z.boolean(),
  isPdf: z.boolean(),
  isSessionKept: z.boolean(),
  theme: z.enum(themes),
  /** Why there is no page, or what of it was not let through. */
  problem: Problem.nullable(),
  /** A file that the page wanted to hand over, and that can be clipped. */
  file: z.object({ name: z.string() }).nullable(),
  /** Of the words that are looked for. */
  found: z.object({ at: z.int(), of: z.int() }).nullable(),
});
export type CaptureState = z.infer<typeof CaptureState>;

export const CaptureEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('state'), state: CaptureState }),
  z.object({ kind: z.literal('key'), key: z.enum(captureKeys) }),
]);
export type CaptureEvent = z.infer<typeof CaptureEvent>;
