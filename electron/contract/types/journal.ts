// Steps that can be undone.
import { z } from 'zod';
import { ArticleUid, StepUid } from './ids.ts';

/** What a step did; the window has a sentence for each. */
export const stepKinds = [
  'star',
  'unstar',
  'archive',
  'unarchive',
  'trash',
  'restore',
  'set-status',
  'describe',
  'tag',
  'untag',
  'highlight',
  'unhighlight',
  'recolour',
  'annotate',
  'place-highlight',
  'keep-as-note',
  'write-note',
  'show-version',
  're-extract',
  'merge',
  'tell-apart',
  'restore-block',
  'remove-block',
  'forget-edits',
  'rename-tag',
  'colour-tag',
  'merge-tags',
  'delete-tags',
  'make-collection',
  'rename-collection',
  'move-collection',
  'remove-collection',
  'collect',
  'uncollect',
  'arrange',
  'save-search',
  'change-search',
  'move-search',
  'remove-search',
  'import',
  'undo-import',
] as const;
export const StepKind = z.enum(stepKinds);
export type StepKind = z.infer<typeof StepKind>;

export const Step = z.object({
  uid: StepUid,
  kind: StepKind,
  /** How many articles it changed; highlights, tags, collections or saved searches, where the kind is about those. */
  count: z.int(),
  /** The name of the tag or the collection, the status or the colour, where the kind needs one. */
  subject: z.string().nullable(),
  at: z.int(),
});
export type Step = z.infer<typeof Step>;

/** The step that a command recorded; null where there was nothing to change. */
export const Change = z.object({ step: Step.nullable() });
export type Change = z.infer<typeof Change>;

export const JournalState = z.object({
  undo: Step.nullable(),
  redo: Step.nullable(),
});
export type JournalState = z.infer<typeof JournalState>;

/** A step as the history shows it. */
export const PastStep = Step.extend({
  isUndone: z.boolean(),
  /** The first few that it is about, of those that are still there. */
  articles: z.array(z.object({ uid: ArticleUid, title: z.string() })),
});
export type PastStep = z.infer<typeof PastStep>;

export const History = z.object({
  steps: z.array(PastStep),
  /** Hand back as `after` for the next page; null on the last. */
  next: StepUid.nullable(),
});
export type History = z.infer<typeof History>;
