// What stands in a reader's notes, beside what a page wrote: Markdown stays Markdown, but it brings no markup, loads nothing, and no plugin
// runs it. Notes come out of imports and pages as well.

/** Blocks of these names are programs to plugins of Obsidian. */
const RUN =
  /^([ \t>]*)(`{3,}|~{3,})[ \t]*(?:dataview|dataviewjs|tasks|query|button|templater|js-engine|run-|meta-bind|mermaid|chart)\S*/gim;

export const ownMarkdown = (markdown: string): string =>
  markdown
    .toWellFormed()
    .trim()
    .replace(/<(?=[a-z/!?%])/gi, '&lt;')
    .replace(/!(?=\[)/g, '\\!')
    .replace(/`(?=\s*\$?=)/g, '\\`')
    .replace(RUN, '$1$2text');
