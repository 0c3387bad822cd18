// What a reader marked in the sample library: highlights with notes, one of which has lost its place, and a note.
import type { HighlightColour } from '#contract/types/highlight.ts';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { LibraryClient } from '#hosts/local-client.ts';
import { describeRange } from '#library/anchors/describe-range.ts';

interface Mark {
  readonly quote: string;
  readonly colour: HighlightColour;
  readonly note?: string;
}

const marks: Readonly<Record<string, readonly Mark[]>> = {
  'marginalia.html': [
    {
      quote: 'A book was half of a conversation, and the other half was expected to arrive in ink.',
      colour: 'yellow',
      note: 'Compare the letters to the editor.',
    },
    {
      quote:
        'The note in the margin is not an ornament on the text. It is the receipt for having read it.',
      colour: 'green',
    },
    { quote: 'A student in Basel draws a small ship beside a passage on trade.', colour: 'blue' },
    {
      quote: 'a margin is where one finds out what one thinks',
      colour: 'pink',
      note: 'The sentence to begin the talk with.',
    },
    {
      quote: 'A student from Basel drew a ship next to a passage about the trade in salt.',
      colour: 'purple',
    },
  ],
  'tides.html': [
    { quote: 'They find Tuesdays confusing.', colour: 'yellow' },
    {
      quote: 'I’ve forty years of pencil in the cupboard. I look it up.',
      colour: 'blue',
      note: 'Experience, written down, is an index.',
    },
  ],
};

const NOTE = `Read together with **the harbour essay**: both are about

- notes that stay beside what they are about
- forty years of pencil`;

/** @param uids by file name of the sample */
export async function addMarks(
  client: LibraryClient,
  uids: ReadonlyMap<string, ArticleUid>,
): Promise<void> {
  for (const [file, ofFile] of Object.entries(marks)) {
    const uid = uids.get(file);
    if (!uid) throw new Error(`${file} is not in the sample library`);
    const { text } = await client['articles.content']({ uid });
    for (const { quote, colour, note = '' } of ofFile) {
      const start = text.indexOf(quote);
      const anchor =
        start < 0
          ? { quote, prefix: '', suffix: '', start: null, end: null }
          : describeRange(text, start, start + quote.length);
      await client['highlights.add']({ uid, colour, anchor, note });
    }
  }
  const essay = uids.get('marginalia.html');
  if (essay) await client['notes.save']({ uid: essay, markdown: NOTE });
}
