// What a page can be that means harm: written for this, and where they lie beside the project those that others have gathered.
import { sharedJson } from './shared-data.ts';

const own = [
  '<script>fetch("CANARY/script")</script>',
  '<img src="CANARY/img" onerror="fetch(\'CANARY/onerror\')">',
  '<style>@import "CANARY/import"; body { background: url(CANARY/style) }</style>',
  '<link rel="stylesheet" href="CANARY/sheet"><meta http-equiv="refresh" content="0;url=CANARY/refresh"><base href="CANARY/">',
  '<iframe src="CANARY/frame"></iframe><object data="CANARY/object"></object><embed src="CANARY/embed"><video src="CANARY/video" poster="CANARY/poster"></video>',
  '<svg><image href="CANARY/svg"/><script>alert(1)</script></svg><math><mtext><img src=CANARY/math></mtext></math>',
  '<form action="CANARY/form"><input autofocus onfocus="fetch(\'CANARY/focus\')"></form>',
  '<a href="javascript:alert(1)" ping="CANARY/ping">x</a><a href="data:text/html,<script>alert(1)</script>">y</a>',
  '</script><script>alert(1)</script>',
  '</title></head><script>alert(1)</script>',
  ']]><script>alert(1)</script><!--',
  '<!-- --><img src=CANARY/comment><!-- -->',
  '=HYPERLINK("CANARY/formula","x")',
  "+cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  '\t=1+1',
  '---\ntitle: mine\n---\n# heading',
  '"\ntitle: mine\nx: "',
  '![x](CANARY/markdown) <img src=CANARY/html> [x](javascript:alert(1))',
  '```\n</code><script>alert(1)</script>',
  '[[Other note]] ![[CANARY]] `=this.file` <%* tR %> {{x}}',
  '<%= 7*7 %> #{7*7} {{7*7}}',
  '&lt;script&gt;alert(1)&lt;/script&gt; &#x3c;script>',
  '\u202e\u2066gpj.exe\u0000\u0008\ufffe\ud800',
  '" onmouseover="alert(1)" x="',
  "' onmouseover='alert(1)' x='",
  '../../../etc/passwd',
  'CON',
  'desktop.ini',
  '.hidden',
  'a'.repeat(3000),
] as const;

interface Payload {
  readonly payload: string;
}

const gathered = (file: string): string[] => {
  const all = (sharedJson(file) ?? []) as readonly (string | Payload)[];
  return all.map((one) => (typeof one === 'string' ? one : one.payload));
};

export const payloads: readonly string[] = [
  ...own,
  ...['dompurify', 'html5sec', 'owasp', 'blns'].flatMap((from) => gathered(`${from}/dev.json`)),
];

/** With an address of a canary in the place of every name that is meant for one. */
export const aimedAt = (canary: string): string[] =>
  payloads.map((payload) => payload.replaceAll('CANARY', canary));
