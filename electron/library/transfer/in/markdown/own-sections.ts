// A text that Lectern's own export to Markdown wrote: its note and its highlights are taken out of it again, its tags and collections get
// their names back. Whoever wrote the file is not known; what comes out is looked at like anybody else's.
import { highlightColours } from '#contract/types/highlight.ts';
import { type FrontMatter, fieldOf } from '../../../clip/page/front-matter.ts';
import { HIGHLIGHTS, NOTE, sectionMark } from '../../markdown-sections.ts';
import type { FoundHighlight, FoundItem } from '../found-item.ts';
import { readMoment } from '../read-moment.ts';

export interface OwnSections
  extends Pick<FoundItem, 'tags' | 'collections' | 'note' | 'highlights'> {
  /** What is above them. */
  readonly text: string;
}

const UID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** @returns null for what somebody else wrote */
export function ownSections(facts: FrontMatter): OwnSections | null {
  const [uid = ''] = fieldOf(facts, 'uid');
  if (!UID.test(uid)) return null;
  const [above, marks] = cut(facts.body, sectionMark(HIGHLIGHTS, uid));
  const [text, note] = cut(above, sectionMark(NOTE, uid));
  return {
    text: `${text.trimEnd()}\n`,
    note: note === null ? null : withoutHeading(note, NOTE),
    highlights: marks === null ? [] : highlightsIn(withoutHeading(marks, HIGHLIGHTS)),
    tags: tagsIn(facts),
    collections: fieldOf(facts, 'collections').map(namesIn),
  };
}

function cut(text: string, mark: string): [string, string | null] {
  const at = text.lastIndexOf(`\n${mark}\n`);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + mark.length + 2)];
}

const withoutHeading = (section: string, heading: string): string =>
  asWritten(section.replace(`## ${heading}\n`, '').trim());

/** Back from what keeps notes from being markup in other programs. */
const asWritten = (markdown: string): string =>
  markdown.replace(/&lt;(?=[a-z/!?%])/gi, '<').replace(/\\!(?=\[)/g, '!');

/** As Obsidian has them there are no spaces in tags; whichever the reader left among them has its name back. */
function tagsIn(facts: FrontMatter): string[] {
  const names = new Map(
    fieldOf(facts, 'tag_names').map((name) => [name.replace(/\s+/g, '-'), name]),
  );
  return fieldOf(facts, 'tags').map((tag) => names.get(tag) ?? tag);
}

/** `Work/Land \/ sea`: a stroke within a name is marked. */
const namesIn = (path: string): string[] =>
  (path.match(/(?:\\.|[^/])+/g) ?? []).map((name) => name.replace(/\\(.)/g, '$1'));

/** The last line of each: its colour and its day. */
const LAST_LINE = new RegExp(
  String.raw`^\*(${highlightColours.join('|')}), (\d{4}-\d{2}-\d{2})?\*$`,
);

function highlightsIn(section: string): FoundHighlight[] {
  const found: FoundHighlight[] = [];
  let lines: string[] = [];
  for (const line of section.split('\n')) {
    const [, colour, day = ''] = LAST_LINE.exec(line) ?? [];
    if (colour === undefined) lines.push(line);
    else {
      const text = lines.join('\n').trim();
      const [quoted = ''] = /^(?:>.*(?:\n|$))*/.exec(text) ?? [];
      const quote = quoted.replace(/^> ?/gm, '').split('\n').map(plain).join('\n').trim();
      const note = text.slice(quoted.length).trim() || null;
      if (quote !== '') found.push({ quote, note, colour, createdAt: readMoment(day) });
      lines = [];
    }
  }
  return found;
}

/** The words in which Markdown was kept from finding signs of its own. */
const plain = (line: string): string =>
  line.replace(/&lt;/g, '<').replace(/\\([\\`*_{}[\]#|~$&+=>.)-])/g, '$1');
