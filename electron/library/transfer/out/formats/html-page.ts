// A page of an export: ours around what the sanitiser let through, under a policy that lets nothing run and nothing load.
import { escapeMarkup } from './escape-markup.ts';
import { PAGE_STYLE, policyOf } from './page-style.ts';

/** @param language attributes of the root, as languageOf makes them */
export function htmlPage(page: {
  readonly title: string;
  readonly language: string;
  readonly body: string;
  /** Elements of the head, escaped. */
  readonly about?: readonly string[];
  /** Ours. */
  readonly scripts?: readonly string[];
}): string {
  const scripts = page.scripts ?? [];
  return `<!DOCTYPE html>
<html${page.language}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeMarkup(policyOf(...scripts))}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(page.title)}</title>
${(page.about ?? []).map((element) => `${element}\n`).join('')}<style>${PAGE_STYLE}</style>
</head>
<body>
${page.body}
${scripts.map((script) => `<script>${script}</script>\n`).join('')}</body>
</html>
`;
}
