// The controls above the highlights of the library: words, colours, and in a popover tag and days.
import { ListFilter, X } from 'lucide-react';
import {
  Button as AriaButton,
  Dialog,
  DialogTrigger,
  Input,
  Popover,
  SearchField,
  ToggleButton,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { HighlightColour } from '#contract/types/highlight.ts';
import { highlightColours } from '../../lib/highlight-colours.ts';
import { useTags } from '../../lib/queries.ts';
import { Button, ICON_STROKE, IconButton } from '../../ui/button.tsx';
import { ColourDot } from '../../ui/colour-buttons.tsx';
import { cx } from '../../ui/cx.ts';
import overlay from '../../ui/overlay.module.css';
import styles from './filter-bar.module.css';
import { isFiltered, NO_FILTER, type PageFilter } from './page-filter.ts';

interface FilterBarProps {
  readonly filter: PageFilter;
  readonly onFilter: (filter: PageFilter) => void;
}

export function FilterBar({ filter, onFilter }: FilterBarProps) {
  const { t } = useTranslation();
  const change = (part: Partial<PageFilter>) => onFilter({ ...filter, ...part });
  const toggle = (colour: HighlightColour) => {
    const colours = new Set(filter.colours);
    if (!colours.delete(colour)) colours.add(colour);
    change({ colours });
  };
  return (
    <div className={styles.bar}>
      <SearchField
        aria-label={t('highlightsPage.find')}
        value={filter.text}
        onChange={(text) => change({ text })}
        className={cx(styles.find)}
        maxLength={1000}
      >
        <Input placeholder={t('highlightsPage.find')} spellCheck={false} />
      </SearchField>
      <fieldset className={styles.colours} aria-label={t('highlightsPage.colours')}>
        {highlightColours.map((colour) => (
          <ToggleButton
            key={colour}
            aria-label={t('highlightsPage.only', { colour: t(`colours.${colour}`) })}
            isSelected={filter.colours.has(colour)}
            onChange={() => toggle(colour)}
            className={cx(styles.colour)}
          >
            <ColourDot colour={colour} />
          </ToggleButton>
        ))}
      </fieldset>
      <DialogTrigger>
        <IconButton icon={ListFilter} label={t('highlightsPage.more')} />
        <Popover className={cx(overlay.popover)} placement="bottom end" offset={4}>
          <Dialog aria-label={t('highlightsPage.more')} className={cx(styles.more)}>
            <MoreFilters filter={filter} onChange={change} />
          </Dialog>
        </Popover>
      </DialogTrigger>
      {isFiltered(filter) && (
        <div className={styles.chips}>
          {filter.article && (
            <AriaButton className={cx(styles.chip)} onPress={() => change({ article: null })}>
              <span dir="auto">{filter.article.title || t('list.untitled')}</span>
              <X size={13} strokeWidth={ICON_STROKE} aria-hidden />
              <span className={styles.hidden}>{t('highlightsPage.clearOne')}</span>
            </AriaButton>
          )}
          <Button kind="quiet" onPress={() => onFilter(NO_FILTER)}>
            {t('highlightsPage.clear')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface MoreFiltersProps {
  readonly filter: PageFilter;
  readonly onChange: (part: Partial<PageFilter>) => void;
}

function MoreFilters({ filter, onChange }: MoreFiltersProps) {
  const { t } = useTranslation();
  const { data: tags = [] } = useTags();
  return (
    <>
      <label className={styles.field}>
        <span className={styles.name}>{t('highlightsPage.tag')}</span>
        <select value={filter.tag} onChange={(event) => onChange({ tag: event.target.value })}>
          <option value="">{t('highlightsPage.anyTag')}</option>
          {tags.map(({ uid, name }) => (
            <option key={uid} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.field}>
        <span className={styles.name}>{t('highlightsPage.from')}</span>
        <input
          type="date"
          value={filter.from}
          onChange={(event) => onChange({ from: event.target.value })}
        />
      </label>
      <label className={styles.field}>
        <span className={styles.name}>{t('highlightsPage.to')}</span>
        <input
          type="date"
          value={filter.to}
          onChange={(event) => onChange({ to: event.target.value })}
        />
      </label>
    </>
  );
}
