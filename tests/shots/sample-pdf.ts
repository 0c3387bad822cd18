// A PDF as a small journal might print it: two columns under a title.
import { line, lines, makePdf, wrapped } from '../support/make-pdf.ts';

const TITLE = 'How to read a tide table';
const WORDS = `A tide table is a list of appointments. Twice a day, with few exceptions, the water is as high as it will be,
and twice as low; the table says when, and how far above a level that somebody chose long ago. That level is the first thing to
know about it. It is not the bottom of the sea, and it is not the mean of anything: it is the lowest that the tide is expected to go,
so that a depth on the chart is a depth that will be there. Add the height of the table to the number of the chart, and you have the
water under the keel, give or take the weather. The weather is the second thing. A week of high pressure presses the sea down by the
width of a hand, and an onshore gale holds the ebb back for an hour. No table knows either. The third thing is the shape of the coast.
Between high and low the water does not fall evenly: it hesitates, it hurries, it hesitates again, and the old rule of twelfths says
by how much. One twelfth in the first hour, two in the second, three in each of the two that follow, then two, then one. It is wrong
wherever a harbour has a bar, an island before it, or a river behind it, which is to say in most of the harbours that anybody loves.
The people who live there do not use it. They look at a mark on a wall, and at the boats, and at one another.`;

export function samplePdf(): Uint8Array<ArrayBuffer> {
  const rows = wrapped(WORDS.replace(/\s+/g, ' '), 225, 11);
  const half = Math.ceil(rows.length / 2);
  const first = [
    line(TITLE, 72, 700, 22, 'F2'),
    line('Tom Brannigan', 72, 674, 11),
    lines(rows.slice(0, half), 72, 630, { size: 11 }),
    lines(rows.slice(half), 322, 630, { size: 11 }),
  ];
  const pdf = makePdf({
    pages: [{ content: first.join('') }, { content: lines(rows, 72, 700, { size: 11 }) }],
    info: { Title: TITLE, Author: 'Tom Brannigan' },
  });
  return new Uint8Array(pdf);
}
