// Markdown as elements of React: what a note says in HTML is shown as the text that it is.
import { lexer, type Token, type Tokens } from 'marked';
import { Fragment, memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenLink } from '../../lib/open-link.ts';
import styles from './markdown.module.css';

interface MarkdownProps {
  readonly source: string;
}

/** UTF-16 units. A person writes less; what is longer came from a machine, and would hold up the window. */
const MAX_SHOWN = 100_000;

export const Markdown = memo(function Markdown({ source }: MarkdownProps) {
  const { t } = useTranslation();
  const openLink = useOpenLink();
  return (
    <div className={styles.markdown} dir="auto">
      {draw(tokensOf(source.slice(0, MAX_SHOWN)), openLink)}
      {source.length > MAX_SHOWN && <p className={styles.more}>{t('notes.onlyBeginning')}</p>}
    </div>
  );
});

/** Nested beyond sense the lexer runs out of stack: the words are shown all the same. */
function tokensOf(source: string): readonly Token[] {
  try {
    return lexer(source);
  } catch {
    return [{ type: 'text', raw: source, text: source }];
  }
}

type OpenLink = (url: string) => void;

/** Deeper than this nobody reads. */
const MAX_DEPTH = 40;

function draw(tokens: readonly Token[], openLink: OpenLink, depth = 0): ReactNode {
  if (depth > MAX_DEPTH) return tokens.map(({ raw }) => raw).join('');
  return tokens.map((token, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text has an order and nothing else.
    <Fragment key={index}>{drawOne(token, openLink, depth + 1)}</Fragment>
  ));
}

function drawOne(token: Token, openLink: OpenLink, depth: number): ReactNode {
  const inner = () => draw(('tokens' in token && token.tokens) || [], openLink, depth);
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'heading':
      // Below the panel's own heading, whatever level the note gives it.
      return <h3 className={styles.heading}>{inner()}</h3>;
    case 'paragraph':
      return <p>{inner()}</p>;
    case 'blockquote':
      return <blockquote>{inner()}</blockquote>;
    case 'strong':
      return <strong>{inner()}</strong>;
    case 'em':
      return <em>{inner()}</em>;
    case 'del':
      return <del>{inner()}</del>;
    case 'codespan':
      return <code>{(token as Tokens.Codespan).text}</code>;
    case 'code':
      return (
        <pre>
          <code>{(token as Tokens.Code).text}</code>
        </pre>
      );
    case 'hr':
      return <hr />;
    case 'br':
      return <br />;
    case 'list':
      return drawList(token as Tokens.List, openLink, depth);
    case 'table':
      return drawTable(token as Tokens.Table, openLink, depth);
    case 'link':
      return drawLink(token as Tokens.Link, inner(), openLink);
    case 'image':
      // Pictures would be fetched: their words and their address stand for them.
      return drawLink(token as Tokens.Image, (token as Tokens.Image).text, openLink);
    case 'escape':
      return (token as Tokens.Escape).text;
    default:
      return 'tokens' in token && token.tokens ? inner() : token.raw;
  }
}

function drawList({ ordered, start, items }: Tokens.List, openLink: OpenLink, depth: number) {
  const entries = items.map(({ task, checked, tokens }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: as above.
    <li key={index}>
      {task && (checked ? '☑ ' : '☐ ')}
      {draw(tokens, openLink, depth)}
    </li>
  ));
  return ordered ? <ol start={Number(start) || 1}>{entries}</ol> : <ul>{entries}</ul>;
}

function drawTable({ header, rows }: Tokens.Table, openLink: OpenLink, depth: number) {
  /* biome-ignore-start lint/suspicious/noArrayIndexKey: as above. */
  return (
    <table>
      <thead>
        <tr>
          {header.map((cell, index) => (
            <th key={index}>{draw(cell.tokens, openLink, depth)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, line) => (
          <tr key={line}>
            {row.map((cell, index) => (
              <td key={index}>{draw(cell.tokens, openLink, depth)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  /* biome-ignore-end lint/suspicious/noArrayIndexKey: as above. */
}

/** By a button: the window itself never follows a link, and looks at the address first. */
function drawLink({ href }: { readonly href: string }, words: ReactNode, openLink: OpenLink) {
  return (
    <button type="button" className={styles.link} title={href} onClick={() => openLink(href)}>
      {words}
    </button>
  );
}
