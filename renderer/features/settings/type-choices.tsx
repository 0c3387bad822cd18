// The choices of type and theme, for all articles or for the open one alone. What is moved is seen at once.
import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ArticleUid } from '#contract/types/ids.ts';
import type { ArticleType } from '#contract/types/settings.ts';
import { toastError } from '../../lib/toasts.ts';
import { type TypeScope, useTypeSettings } from '../../lib/type-settings.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Toggle } from '../../ui/toggle.tsx';
import { ThemeChoice } from './theme-choice.tsx';
import styles from './type-choices.module.css';
import { TypePreview } from './type-preview.tsx';
import { TypeSlider } from './type-slider.tsx';

const faces = ['serif', 'sans', 'legible'] as const;
const alignments = ['start', 'justify'] as const;
const scopes = ['all', 'article'] as const;

interface TypeChoicesProps {
  /** The open article, whose type can be another than the rest's. */
  readonly article: ArticleUid | null;
  /** False where the theme is chosen elsewhere on the same page. */
  readonly hasTheme?: boolean;
}

export function TypeChoices({ article, hasTheme = true }: TypeChoicesProps) {
  const { t } = useTranslation();
  const type = useTypeSettings(article);
  const [chosenScope, setScope] = useState<TypeScope | null>(null);
  const scope = article === null ? 'all' : (chosenScope ?? (type.own ? 'article' : 'all'));
  const values = type.valuesFor(scope);
  const tell = (work: Promise<unknown>) => void work.catch((error: unknown) => toastError(error));
  const change = (part: ArticleType) => tell(type.keep(scope, part));
  /** After it the article follows the general choice, and so does what is changed next. */
  const giveUpOwn = (work: Promise<unknown>) => {
    setScope('all');
    tell(work);
  };
  const preview = (part: ArticleType) => type.preview(scope, part);
  return (
    <div className={styles.settings}>
      {article !== null && (
        <RadioGroup
          aria-label={t('type.scope')}
          className={cx(styles.scope)}
          orientation="horizontal"
          value={scope}
          onChange={(next) => setScope(next as TypeScope)}
        >
          {scopes.map((one) => (
            <Radio key={one} value={one}>
              {t(`type.scopes.${one}`)}
            </Radio>
          ))}
        </RadioGroup>
      )}
      {hasTheme && <ThemeChoice theme={values.theme} onChange={(theme) => change({ theme })} />}
      <RadioGroup
        className={cx(styles.group)}
        orientation="horizontal"
        value={values.face}
        onChange={(face) => change({ face: face as (typeof faces)[number] })}
      >
        <Label className={cx(styles.label)}>{t('type.face')}</Label>
        <div className={styles.choices}>
          {faces.map((face) => (
            <Radio key={face} value={face} className={cx(styles.choice, styles.boxed)}>
              <span className={styles[face]}>{t(`type.${face}`)}</span>
            </Radio>
          ))}
        </div>
      </RadioGroup>
      {article === null && <TypePreview type={values} />}
      <TypeSlider
        label={t('type.size')}
        value={values.fontSize}
        range={[14, 28, 1]}
        say={(value) => t('type.pixels', { value })}
        onMove={(fontSize) => preview({ fontSize })}
        onSet={(fontSize) => change({ fontSize })}
      />
      <TypeSlider
        label={t('type.width')}
        value={values.measure}
        range={[45, 90, 1]}
        say={(value) => t('type.characters', { value })}
        onMove={(measure) => preview({ measure })}
        onSet={(measure) => change({ measure })}
      />
      <TypeSlider
        label={t('type.lineHeight')}
        value={values.lineHeight}
        range={[1.4, 1.9, 0.05]}
        say={(value) => new Intl.NumberFormat().format(value)}
        onMove={(lineHeight) => preview({ lineHeight })}
        onSet={(lineHeight) => change({ lineHeight })}
      />
      <TypeSlider
        label={t('type.margin')}
        value={values.margin}
        range={[0, 3, 1]}
        say={(value) => t(`type.margins.${marginNames[value] ?? 'usual'}`)}
        onMove={(margin) => preview({ margin })}
        onSet={(margin) => change({ margin })}
      />
      <RadioGroup
        className={cx(styles.group)}
        orientation="horizontal"
        value={values.align}
        onChange={(align) => change({ align: align as (typeof alignments)[number] })}
      >
        <Label className={cx(styles.label)}>{t('type.align')}</Label>
        <div className={styles.choices}>
          {alignments.map((align) => (
            <Radio
              key={align}
              value={align}
              className={cx(styles.choice, styles.boxed, styles.small)}
            >
              {t(`type.alignments.${align}`)}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <Toggle isOn={values.hyphenate} onChange={(hyphenate) => change({ hyphenate })}>
        {t('type.hyphenate')}
      </Toggle>
      {scope === 'all' && (
        <Toggle
          isOn={type.settings.dimImages}
          onChange={(dimImages) => tell(type.keepGeneral({ dimImages }))}
        >
          {t('type.dimImages')}
        </Toggle>
      )}
      {type.own && (
        <div className={styles.own}>
          {t('type.own')}
          <div className={styles.ownActions}>
            <Button onPress={() => giveUpOwn(type.takeForAll())}>{t('type.useForAll')}</Button>
            <Button onPress={() => giveUpOwn(type.backToGeneral())}>{t('type.backToMine')}</Button>
          </div>
        </div>
      )}
    </div>
  );
}

const marginNames = ['none', 'usual', 'wide', 'wider'] as const;
