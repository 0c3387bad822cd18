// How the open article is set, as its frame is told.
import { useMemo } from 'react';
import type { Article } from '#contract/types/article.ts';
import type { FrameSettings } from '../frame/messages/settings.ts';
import { useSettings } from './queries.ts';
import { rootTheme, useShownTheme } from './theme.ts';
import { typeOf } from './type-settings.ts';

export function useFrameSettings(article: Article | undefined): FrameSettings {
  const { settings, isKnown } = useSettings();
  const own = article?.type ?? null;
  const type = useMemo(() => typeOf(settings, own), [settings, own]);
  const theme = useShownTheme(isKnown ? type.theme : rootTheme());
  const { dimImages } = settings;
  return useMemo(() => ({ ...type, theme, dimImages }), [type, theme, dimImages]);
}
