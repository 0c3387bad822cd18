// Markdown as Obsidian writes it, made into what everybody reads: links between notes become their words, embedded pictures become pictures,
// and what is marked with `==` becomes highlights. Code stays as it is.

export interface PlainMarkdown {
  readonly text: string;
  /** The words that were marked, in their order. */
  readonly marked: readonly string[];
}

/** Lengths are bounded: a line may be megabytes long and hold nothing but beginnings. */
const SYNTAX =
  /(?:^|\n)(```|~~~)[\s\S]*?(?:\n\1[^\n]*|$)|`+[^`\n]*`+|!\[\[([^\]\n]{1,500})\]\]|\[\[([^\]\n]{1,500})\]\]|==(?=[^\s=])([^\n]{0,2000}?[^\s=])==(?!=)/g;

export const PICTURE_NAME = /\.(?:avif|webp|png|jpe?g|gif|svg|bmp)$/i;

export function plainMarkdown(source: string): PlainMarkdown {
  const marked: string[] = [];
  const text = source.replace(
    SYNTAX,
    (whole, _fence, embedded?: string, linked?: string, words?: string) => {
      if (embedded !== undefined) return pictureOf(embedded) ?? wordsOfLink(embedded);
      if (linked !== undefined) return wordsOfLink(linked);
      if (words === undefined) return whole;
      const plain = plainMarkdown(words).text;
      marked.push(withoutSigns(plain));
      return plain;
    },
  );
  return { text, marked };
}

/** `Sea/buoy.png|300`: what stands behind the line is its size or its caption. */
function pictureOf(embedded: string): string | null {
  const [target = '', caption = ''] = embedded.split('|');
  const path = target.trim();
  if (!PICTURE_NAME.test(path) || /[<>]/.test(path)) return null;
  return `![${/^\d+(?:x\d+)?$/.test(caption) ? '' : caption}](<${path}>)`;
}

/** `Tides#Low water|at low water`: what is shown stands behind the line. */
function wordsOfLink(linked: string): string {
  const [target = '', ...shown] = linked.split('|');
  return shown.join('|').trim() || target.replace(/#\^?.*$/, '').trim() || target.trim();
}

/** The words of a passage as they are read. */
const withoutSigns = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\((?:<[^>]*>|[^()\s]*)[^()]*\)/g, '$1')
    .replace(/(\*\*|__|~~|`|(?<!\w)[*_]|[*_](?!\w))/g, '')
    .replace(/\\([\\`*_{}[\]<>#|~])/g, '$1')
    .trim();
