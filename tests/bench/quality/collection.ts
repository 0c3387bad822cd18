// The quality collection: documents and queries in six languages, made from a seed. What is relevant to a query
// follows from how the documents were made (RULES.md), never from what an engine finds.
import { Chance } from './chance.ts';
import { Composer } from './compose.ts';
import { type Draft, type KnownTopic, textOf } from './draft.ts';
import { Asker, type QualityQuery } from './queries.ts';
import { bare, hasWord } from './query-text.ts';
import { Voice } from './voice.ts';
import { chinese } from './words/chinese.ts';
import { english } from './words/english.ts';
import { french } from './words/french.ts';
import { german } from './words/german.ts';
import { russian } from './words/russian.ts';
import { spanish } from './words/spanish.ts';
import type { Writing } from './words/writing.ts';

export interface QualityDocument {
  /** From 1, in the order of saving. */
  readonly id: number;
  readonly lang: string;
  readonly title: string;
  readonly author: string | null;
  readonly site: string;
  readonly savedAt: number;
  readonly blocks: readonly { readonly heading: string | null; readonly text: string }[];
  /** All of it, a paragraph or heading a line. */
  readonly text: string;
  /** Sentences that the reader highlighted. */
  readonly highlights: readonly string[];
  readonly note: string | null;
  readonly grades: ReadonlyMap<string, number>;
  readonly marked: ReadonlySet<string>;
}

export interface QualityCollection {
  readonly documents: readonly QualityDocument[];
  readonly queries: readonly QualityQuery[];
}

const writings = [english, german, french, spanish, russian, chinese];
const PER_TOPIC = 8;
const PAIRS = 12;
const DIGESTS = 12;
const ESSAYS = 14;
const COPIES = 16;
const FIRST_DAY = Date.UTC(2016, 0, 1);
const DAY = 24 * 60 * 60 * 1000;

export function makeCollection(seed: number): QualityCollection {
  const chance = new Chance(seed);
  const drafts: Draft[] = [];
  const queries: QualityQuery[] = [];
  for (const writing of writings) {
    const made = writeLanguage(writing, new Chance(chance.below(2 ** 31)));
    drafts.push(...made.drafts);
    queries.push(...made.queries);
  }
  return { documents: inOrderOfSaving(drafts, chance), queries };
}

function writeLanguage(writing: Writing, chance: Chance) {
  const voice = new Voice(writing, chance);
  const composer = new Composer(voice, chance);
  const drafts: Draft[] = [];
  for (const topic of voice.topics) {
    for (let n = 0; n < PER_TOPIC; n++) drafts.push(composer.aboutTopic(topic));
  }
  for (let n = 0; n < PAIRS; n++) {
    const [first, second] = chance.some(voice.topics, 2) as [KnownTopic, KnownTopic];
    drafts.push(composer.aboutPair(first, second), composer.aboutPair(second, first));
  }
  for (const person of voice.people) drafts.push(composer.aboutPerson(person));
  for (let n = 0; n < DIGESTS; n++) drafts.push(composer.digest());
  for (let n = 0; n < ESSAYS; n++) drafts.push(composer.essay());

  const asker = new Asker(voice, chance, drafts);
  asker.askAll();
  for (const draft of drafts) markSome(draft, chance);
  const copied = chance.some(
    drafts.filter(({ kind }) => kind === 'topic'),
    COPIES,
  );
  drafts.push(...copied.map((draft) => composer.olderCopyOf(draft)));
  for (const draft of drafts) proveGrades(draft, voice.topics);
  for (const query of asker.queries) proveQuote(query, drafts);
  return { drafts, queries: asker.queries };
}

/** The reader has marked a sentence here and there: of what a document is about, or of what it only names. */
function markSome(draft: Draft, chance: Chance): void {
  if (!chance.happens(draft.kind === 'topic' ? 0.2 : 0.1)) return;
  const naming = draft.blocks
    .flatMap(({ sentences }) => sentences)
    .filter((sentence) =>
      draft.topics.some(({ word }) => word.some((one) => hasWord(sentence, one))),
    );
  if (naming.length === 0) return;
  const sentence = chance.pick(naming);
  if (draft.note === null && chance.happens(0.3)) draft.note = sentence;
  else draft.highlights.push(sentence);
  for (const { key, word } of draft.topics) {
    if (word.some((one) => hasWord(sentence, one))) draft.marked.add(key);
  }
}

/** Where a topic is named, it must have been meant: otherwise words of one list have got into another. */
function proveGrades(draft: Draft, topics: readonly KnownTopic[]): void {
  const text = textOf(draft);
  for (const { key, word } of topics) {
    const named = word.some((one) => hasWord(text, one));
    if (named !== draft.grades.has(key)) throw new Error(`${key} in “${draft.title}”: ${named}`);
  }
}

/** What is quoted stands where it was put, and nowhere else. */
function proveQuote({ class: itsClass, text, of }: QualityQuery, drafts: readonly Draft[]): void {
  if (itsClass !== 'quote') return;
  const wanted = bare(text);
  for (const draft of drafts) {
    const isThere = bare(textOf(draft)).includes(wanted);
    if (isThere !== of.some((key) => draft.grades.has(key))) throw new Error(`${text}: ${isThere}`);
  }
}

/** By chance, but for copies, which come before what they are copies of. */
function inOrderOfSaving(drafts: readonly Draft[], chance: Chance): QualityDocument[] {
  const order = chance.shuffled(drafts);
  for (const draft of drafts) {
    if (!draft.newer) continue;
    const [older, newer] = [order.indexOf(draft), order.indexOf(draft.newer)];
    if (older > newer) [order[older], order[newer]] = [draft.newer, draft];
  }
  return order.map((draft, at) => finish(draft, at + 1));
}

function finish(draft: Draft, id: number): QualityDocument {
  const { writing, title, author, highlights, note, grades, marked } = draft;
  const blocks = draft.blocks.map(({ heading, sentences }) => ({
    heading,
    text: sentences.join(writing.gap),
  }));
  const lines = blocks.flatMap(({ heading, text }) =>
    heading === null ? [text] : [heading, text],
  );
  return {
    id,
    lang: writing.lang,
    title,
    blocks,
    highlights,
    note,
    grades,
    marked,
    author: author?.name ?? null,
    site: `${writing.lang}-${id % 9}.example.org`,
    savedAt: FIRST_DAY + 2 * id * DAY,
    text: lines.join('\n\n'),
  };
}
