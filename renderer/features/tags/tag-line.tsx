// One tag on the page of all tags: where it leads, how often it is used, and what can be done to it.
import { Check, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { Checkbox } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Tag } from '#contract/types/tag.ts';
import { highlightColours } from '../../lib/highlight-colours.ts';
import { hrefTo } from '../../lib/place.ts';
import { ICON_STROKE, IconButton } from '../../ui/button.tsx';
import { ColourDot } from '../../ui/colour-buttons.tsx';
import { cx } from '../../ui/cx.ts';
import { MenuAction, MenuButton, MenuChoice } from '../../ui/menu.tsx';
import styles from './tags-page.module.css';
import { useTagActions } from './use-tag-actions.ts';

interface TagLineProps {
  readonly tag: Tag;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
  readonly onRename: () => void;
}

const NO_COLOUR = 'none';

export function TagLine({ tag, isChosen, onToggle, onRename }: TagLineProps) {
  const { t } = useTranslation();
  const { colour, remove } = useTagActions();
  const more = t('tagsPage.more', { name: tag.name });
  return (
    <div className={styles.line}>
      <Checkbox
        className={cx(styles.check)}
        aria-label={t('tagsPage.choose', { name: tag.name })}
        isSelected={isChosen}
        onChange={onToggle}
      >
        {({ isSelected }) => (
          <span className={styles.box}>
            {isSelected && <Check size={14} strokeWidth={ICON_STROKE} aria-hidden />}
          </span>
        )}
      </Checkbox>
      <a className={styles.name} href={hrefTo({ kind: 'tag', name: tag.name })} dir="auto">
        {tag.name}
      </a>
      {tag.colour && <ColourDot colour={tag.colour} />}
      <span className={styles.count}>{t('tagsPage.articles', { count: tag.articleCount })}</span>
      <MenuButton label={more} button={<IconButton icon={Ellipsis} label={more} />}>
        <MenuAction icon={Pencil} label={t('tagsPage.rename')} onAction={onRename} />
        <MenuAction
          icon={Trash2}
          label={t('tagsPage.remove')}
          onAction={() => void remove([tag.uid])}
        />
        <MenuChoice
          label={t('tagsPage.colour')}
          value={tag.colour ?? NO_COLOUR}
          onChange={(value) => void colour(tag.uid, value === NO_COLOUR ? null : value)}
          options={[
            { value: NO_COLOUR, label: t('tagsPage.noColour') },
            ...highlightColours.map((value) => ({ value, label: t(`colours.${value}`) })),
          ]}
        />
      </MenuButton>
    </div>
  );
}
