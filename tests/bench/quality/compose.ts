// Composes the documents of one language: what each is about is decided first, and written down with it.
import type { Chance } from './chance.ts';
import {
  type Block,
  type Draft,
  Grade,
  insertSentence,
  type KnownTopic,
  namePerson,
  type Person,
  raise,
} from './draft.ts';
import type { Voice } from './voice.ts';

const PER_BLOCK = 5;

export class Composer {
  readonly #voice: Voice;
  readonly #chance: Chance;

  constructor(voice: Voice, chance: Chance) {
    this.#voice = voice;
    this.#chance = chance;
  }

  /** About one topic: now a short text of it alone, now a long one that also speaks of other things. */
  aboutTopic(topic: KnownTopic): Draft {
    const chance = this.#chance;
    const forms = chance.pick(this.#voice.writing.forms);
    const size = chance.pick(['short', 'short', 'middle', 'middle', 'long'] as const);
    const [named, around, filler] = {
      short: [chance.between(2, 4), 2, chance.between(2, 4)],
      middle: [chance.between(3, 6), 4, chance.between(8, 18)],
      long: [chance.between(4, 8), 6, chance.between(30, 60)],
    }[size] as [number, number, number];
    const titles = chance.happens(0.7)
      ? this.#voice.writing.titles
      : this.#voice.writing.plainTitles;
    const title = this.#voice.fill(chance.pick(titles), { topic, form: forms[0] ?? 0 });
    const draft = this.#start('topic', title, forms, [
      ...this.#times(named, () => this.#voice.naming(topic, forms)),
      ...this.#times(around, () => this.#voice.around(topic)),
      ...this.#times(filler, () => this.#voice.filler()),
    ]);
    draft.topics.push(topic);
    raise(draft, topic.key, Grade.subject);
    if (chance.happens(0.15)) this.#addPart(draft);
    if (chance.happens(0.3)) this.#mention(draft, chance.pick(this.#voice.topics));
    this.#addMemories(draft, size === 'long' ? 3 : 1);
    return draft;
  }

  aboutPair(first: KnownTopic, second: KnownTopic): Draft {
    const chance = this.#chance;
    const forms = chance.pick(this.#voice.writing.forms);
    const both = [first, second].map((topic) =>
      this.#voice.fill('{T}', { topic, form: forms[0] ?? 0 }),
    );
    const title = chance.happens(0.5)
      ? both.join(this.#voice.writing.gap === '' ? '、' : ', ')
      : this.#voice.fill(chance.pick(this.#voice.writing.plainTitles), {});
    const draft = this.#start('pair', title, forms, [
      ...[first, second].flatMap((topic) => [
        ...this.#times(chance.between(2, 4), () => this.#voice.naming(topic, forms)),
        ...this.#times(2, () => this.#voice.around(topic)),
      ]),
      ...this.#times(chance.between(3, 30), () => this.#voice.filler()),
    ]);
    draft.topics.push(first, second);
    for (const { key } of draft.topics) raise(draft, key, Grade.subject);
    this.#addMemories(draft, 1);
    return draft;
  }

  aboutPerson(person: Person): Draft {
    const { writing } = this.#voice;
    const titles = this.#chance.happens(0.7) ? writing.profileTitles : writing.plainTitles;
    const title = this.#voice.fill(this.#chance.pick(titles), { person });
    const draft = this.#start('profile', title, this.#chance.pick(writing.forms), [
      ...this.#chance
        .some(writing.profile, this.#chance.between(3, 6))
        .map((template) => this.#voice.fill(template, { person })),
      ...this.#times(this.#chance.between(4, 25), () => this.#voice.filler()),
    ]);
    namePerson(draft, person, Grade.subject);
    if (this.#chance.happens(0.4)) this.#mention(draft, this.#chance.pick(this.#voice.topics));
    this.#addMemories(draft, 1);
    return draft;
  }

  /** Names much and is about none of it. */
  digest(): Draft {
    const chance = this.#chance;
    const { writing, topics, people } = this.#voice;
    const title = this.#voice.fill(chance.pick(writing.digestTitles), {});
    const draft = this.#start(
      'digest',
      title,
      chance.pick(writing.forms),
      this.#times(6, () => this.#voice.filler()),
    );
    for (const topic of chance.some(topics, 8)) this.#mention(draft, topic);
    for (const person of chance.some(people, 4)) this.#namePerson(draft, person);
    this.#addMemories(draft, 3);
    return draft;
  }

  /** Long, about nothing in particular. */
  essay(): Draft {
    const chance = this.#chance;
    const { writing, topics, people } = this.#voice;
    const title = this.#voice.fill(chance.pick(writing.plainTitles), {});
    const length = chance.between(50, 100);
    const draft = this.#start(
      'essay',
      title,
      chance.pick(writing.forms),
      this.#times(length, () => this.#voice.filler()),
    );
    for (const topic of chance.some(topics, 3)) this.#mention(draft, topic);
    for (const person of chance.some(people, 2)) this.#namePerson(draft, person);
    this.#addMemories(draft, 4);
    return draft;
  }

  /** As it was saved before: a little less of the same. */
  olderCopyOf(newer: Draft): Draft {
    const blocks = newer.blocks.map(({ heading, sentences }) => ({
      heading,
      sentences: [...sentences],
    }));
    blocks.at(-1)?.sentences.push(this.#voice.filler());
    const older = [...newer.grades].map(([key, grade]) => [key, Math.max(1, grade - 1)] as const);
    const { writing, title, author, forms, topics, memories } = newer;
    return {
      kind: 'copy',
      writing,
      title,
      author,
      blocks,
      forms,
      topics,
      memories,
      grades: new Map(older),
      marked: new Set(),
      highlights: [],
      note: null,
      newer,
    };
  }

  #start(
    kind: Draft['kind'],
    title: string,
    forms: readonly number[],
    sentences: readonly string[],
  ): Draft {
    const { writing, people } = this.#voice;
    const order = this.#chance.shuffled(sentences);
    const blocks: Block[] = [];
    for (let at = 0; at < order.length; at += PER_BLOCK) {
      blocks.push({ heading: null, sentences: order.slice(at, at + PER_BLOCK) });
    }
    const author = this.#chance.happens(0.35) ? this.#chance.pick(people) : null;
    const draft: Draft = {
      kind,
      writing,
      title,
      author,
      blocks,
      forms,
      topics: [],
      memories: [],
      grades: new Map(),
      marked: new Set(),
      highlights: [],
      note: null,
      newer: null,
    };
    if (author) namePerson(draft, author, Grade.part);
    return draft;
  }

  /** Some paragraphs of their own under a heading. */
  #addPart(draft: Draft): void {
    const topic = this.#chance.pick(this.#voice.topics);
    const heading = this.#voice.fill('{T}', { topic, form: draft.forms[0] ?? 0 });
    const sentences = [
      ...this.#times(2, () => this.#voice.naming(topic, draft.forms)),
      ...this.#times(2, () => this.#voice.around(topic)),
    ];
    draft.blocks.push({ heading, sentences: this.#chance.shuffled(sentences) });
    raise(draft, topic.key, Grade.part);
  }

  #mention(draft: Draft, topic: KnownTopic): void {
    const sentence = this.#voice.naming(topic, draft.forms);
    insertSentence(draft, sentence, this.#chance.below(100) / 100);
    raise(draft, topic.key, Grade.passing);
  }

  #namePerson(draft: Draft, person: Person): void {
    const template = this.#chance.pick(this.#voice.writing.naming);
    insertSentence(draft, this.#voice.fill(template, { person }), this.#chance.below(100) / 100);
    namePerson(draft, person, Grade.passing);
  }

  #addMemories(draft: Draft, most: number): void {
    for (let left = this.#chance.between(1, most); left > 0; left--) {
      const memory = this.#voice.remember();
      insertSentence(draft, memory.sentence, this.#chance.below(100) / 100);
      draft.memories.push(memory);
      raise(draft, memory.key, Grade.subject);
      namePerson(draft, memory.person, Grade.passing);
    }
  }

  #times(count: number, make: () => string): string[] {
    return Array.from({ length: count }, make);
  }
}
