// The words that the article's frame shows or has read aloud: it has no catalogue of its own.
import type { TFunction } from 'i18next';
import type { FrameLabels } from '../../frame/messages/labels.ts';

export const frameLabels = (t: TFunction): FrameLabels => ({
  note: t('frame.note'),
  goToNote: t('frame.goToNote'),
  close: t('actions.close'),
  picture: t('frame.picture'),
  openPicture: t('frame.openPicture'),
  // The frame fills these in.
  pictureOf: t('frame.pictureOf', { number: '{number}', total: '{total}' }),
  nextPicture: t('frame.nextPicture'),
  previousPicture: t('frame.previousPicture'),
  zoomIn: t('frame.zoomIn'),
  zoomOut: t('frame.zoomOut'),
  fit: t('frame.fit'),
  fullSize: t('frame.fullSize', { value: 1 }),
});
