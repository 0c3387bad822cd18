// Clips what is pasted: links, a formatted text, a plain one; or files that are chosen.
import { FileText, PanelsTopLeft } from 'lucide-react';
import { type ClipboardEvent, useRef, useState } from 'react';
import { FileTrigger, Label, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useCapture } from '../../lib/use-capture.ts';
import { useFocusAtStart } from '../../lib/use-focus-at-start.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './clip-dialog.module.css';
import { type ClipSource, linksIn, sourcesOf } from './clip-source.ts';
import { readChosen } from './dropped.ts';
import { readPaste } from './pasted.ts';

/** Kinds of files by their endings: systems know few of them by a media type. */
const ACCEPTED =
  '.html .htm .xhtml .xht .mhtml .mht .webarchive .pdf .md .markdown .txt .zip text/html text/plain'.split(
    ' ',
  );

interface ClipDialogProps {
  readonly onClip: (sources: readonly ClipSource[]) => void;
  readonly onClose: () => void;
}

export function ClipDialog({ onClip, onClose }: ClipDialogProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  useFocusAtStart(field);
  const [text, setText] = useState('');
  /** The formatting of what was pasted; let go as soon as the text is edited. */
  const [html, setHtml] = useState<string | null>(null);
  /** Whether what was pasted last was a picture and nothing else. */
  const [isRefused, setRefused] = useState(false);
  const capture = useCapture();
  const links = linksIn(text);
  const sources = sourcesOf(text, html);

  const clip = (some: readonly ClipSource[]) => {
    if (some.length === 0) return;
    onClip(some);
    onClose();
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = readPaste(event.clipboardData, textOf);
    setRefused(pasted.kind === 'picture');
    if (pasted.kind === 'plain') return;
    if (pasted.kind === 'files') clip(readChosen(pasted.files));
    else if (pasted.kind === 'rich') {
      // Into a field that holds something already, a paste is an edit.
      if (text.trim()) return;
      setText(pasted.text);
      setHtml(pasted.html);
    }
    event.preventDefault();
  };

  return (
    <Dialog title={t('clip.title')} size="wide" onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          clip(sources);
        }}
      >
        <TextField
          value={text}
          onChange={(value) => {
            setText(value);
            setHtml(null);
            setRefused(false);
          }}
          className={cx(styles.field)}
        >
          <Label className={cx(styles.label)}>{t('clip.label')}</Label>
          <TextArea
            ref={field}
            className={cx(styles.area)}
            placeholder={t('clip.placeholder')}
            rows={links.length > 0 || !text ? 3 : 9}
            spellCheck={false}
            onPaste={paste}
            onKeyDown={(event) => {
              const isLink = linksIn(text).length === 1;
              if (event.key === 'Enter' && (isLink || event.ctrlKey || event.metaKey)) {
                event.preventDefault();
                clip(sources);
              }
            }}
          />
        </TextField>
        <output className={cx(styles.what, isRefused && styles.refused)}>{what()}</output>
        <div className={styles.foot}>
          <FileTrigger
            allowsMultiple
            acceptedFileTypes={ACCEPTED}
            onSelect={(files) => clip(readChosen([...(files ?? [])]))}
          >
            <Button icon={FileText}>{t('clip.chooseFiles')}</Button>
          </FileTrigger>
          {capture && links.length <= 1 && (
            <Button
              icon={PanelsTopLeft}
              onPress={() => {
                capture(links[0] ?? null);
                onClose();
              }}
            >
              {t('capture.open')}
            </Button>
          )}
          <Button kind="primary" type="submit" isDisabled={sources.length === 0}>
            {t('clip.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );

  function what(): string {
    if (isRefused) return t('clip.pictureAlone');
    if (links.length > 0) return t('clip.asLinks', { count: links.length });
    if (!text.trim()) return t('clip.hint');
    return html === null ? t('clip.asText') : t('clip.asRich');
  }
}

/** Of a document that loads and runs nothing. */
const textOf = (html: string): string =>
  new DOMParser().parseFromString(html, 'text/html').body.textContent;
