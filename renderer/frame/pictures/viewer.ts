// A picture, large: over the article, with its words below it, moved and zoomed by keys, wheel and pointer.
import { label } from '../labels.ts';
import { iconButton, ownButton, ownElement } from '../own-element.ts';
import { fitted, kept, type Size, STEP, type Zoom, zoomed } from './zoom.ts';

export interface Picture {
  readonly image: HTMLImageElement;
  readonly alt: string;
  readonly caption: string;
}

const ICONS = {
  previous: 'M15 18l-6-6 6-6',
  next: 'M9 18l6-6-6-6',
  less: 'M5 12h14',
  more: 'M5 12h14M12 5v14',
  close: 'M18 6L6 18M6 6l12 12',
};
/** One press of an arrow, in CSS pixels. */
const PAN = 80;

/** @param onClose called when it is gone; the focus is back then */
export function openViewer(pictures: readonly Picture[], first: number, onClose: () => void): void {
  const opener = document.activeElement;
  const dialog = ownElement('dialog', 'viewer');
  dialog.setAttribute('aria-label', label('picture'));
  const stage = ownElement('div', 'viewer-stage');
  const shown = document.createElement('img');
  shown.draggable = false;
  stage.append(shown);
  const caption = ownElement('p', 'viewer-caption');
  const alt = ownElement('p', 'viewer-alt');
  const words = ownElement('div', 'viewer-words');
  words.setAttribute('aria-live', 'polite');
  words.append(caption, alt);
  const count = ownElement('span', 'viewer-count');
  let index = first;
  let zoom: Zoom = { scale: 1, x: 0, y: 0 };

  const sizeOf = (): Size => ({
    width: shown.naturalWidth || 1,
    height: shown.naturalHeight || 1,
  });
  const room = (): Size => ({ width: stage.clientWidth, height: stage.clientHeight });
  const set = (next: Zoom) => {
    zoom = kept(next, sizeOf(), room());
    const { width, height } = sizeOf();
    shown.style.width = `${width * zoom.scale}px`;
    shown.style.height = `${height * zoom.scale}px`;
    shown.style.translate = `${zoom.x}px ${zoom.y}px`;
    stage.classList.toggle('can-pan', isZoomed());
  };
  const isZoomed = () => zoom.scale > fitted(sizeOf(), room()).scale * 1.001;
  const showWhole = () => set(fitted(sizeOf(), room()));
  const by = (factor: number) => set(zoomed(zoom, zoom.scale * factor));
  const full = () => set(zoomed(zoom, 1));
  const pan = (x: number, y: number) => set({ ...zoom, x: zoom.x + x, y: zoom.y + y });

  const show = (at: number) => {
    const picture = pictures[at];
    if (!picture) return;
    index = at;
    // The same picture at once, before its bytes are asked for again.
    shown.src = picture.image.currentSrc || picture.image.src;
    shown.alt = picture.alt;
    caption.textContent = picture.caption;
    caption.dir = 'auto';
    alt.textContent = picture.alt === picture.caption ? '' : picture.alt;
    alt.dir = 'auto';
    count.textContent = label('pictureOf')
      .replace('{number}', String(at + 1))
      .replace('{total}', String(pictures.length));
    previous.disabled = at === 0;
    next.disabled = at === pictures.length - 1;
    if (shown.complete) showWhole();
  };
  const close = () => dialog.close();

  const previous = iconButton('previousPicture', ICONS.previous, () => show(index - 1));
  const next = iconButton('nextPicture', ICONS.next, () => show(index + 1));
  const bar = ownElement('div', 'viewer-bar');
  bar.append(
    ...(pictures.length > 1 ? [previous, count, next] : []),
    iconButton('zoomOut', ICONS.less, () => by(1 / STEP)),
    ownButton('fit', showWhole),
    ownButton('fullSize', full),
    iconButton('zoomIn', ICONS.more, () => by(STEP)),
    iconButton('close', ICONS.close, close),
  );
  dialog.append(stage, words, bar);

  const keys: Readonly<Record<string, () => void>> = {
    Escape: close,
    ArrowLeft: () => (isZoomed() ? pan(PAN, 0) : show(index - 1)),
    ArrowRight: () => (isZoomed() ? pan(-PAN, 0) : show(index + 1)),
    ArrowUp: () => pan(0, PAN),
    ArrowDown: () => pan(0, -PAN),
    PageUp: () => show(index - 1),
    PageDown: () => show(index + 1),
    k: () => show(index - 1),
    j: () => show(index + 1),
    Home: () => show(0),
    End: () => show(pictures.length - 1),
    '+': () => by(STEP),
    '=': () => by(STEP),
    '-': () => by(1 / STEP),
    '0': showWhole,
    '1': full,
  };
  dialog.addEventListener('keydown', (event) => {
    // No key of the window means anything while a picture lies over the article.
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Tab') keepFocus(event, bar);
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  });
  dialog.addEventListener('close', () => {
    window.removeEventListener('resize', showWhole);
    dialog.remove();
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    onClose();
  });
  shown.addEventListener('load', showWhole);
  window.addEventListener('resize', showWhole);
  stage.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const box = stage.getBoundingClientRect();
      const at = {
        x: event.clientX - box.left - box.width / 2,
        y: event.clientY - box.top - box.height / 2,
      };
      set(zoomed(zoom, zoom.scale * Math.exp(-event.deltaY / 400), at));
    },
    { passive: false },
  );
  stage.addEventListener('dblclick', () => (isZoomed() ? showWhole() : full()));
  stage.addEventListener('pointerdown', (event) => stage.setPointerCapture(event.pointerId));
  stage.addEventListener('pointermove', (event) => {
    if (stage.hasPointerCapture(event.pointerId)) pan(event.movementX, event.movementY);
  });
  // Beside the picture: the way out that everyone tries first.
  stage.addEventListener('click', (event) => {
    if (event.target === stage && !isZoomed()) close();
  });

  document.body.append(dialog);
  dialog.showModal();
  show(first);
  bar.querySelector<HTMLButtonElement>('button:last-child')?.focus();
}

/** Tab goes round: beyond the document there is only the window behind. */
function keepFocus(event: KeyboardEvent, bar: HTMLElement): void {
  const buttons = [...bar.querySelectorAll<HTMLButtonElement>('button:enabled')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const next = buttons.at((at + (event.shiftKey ? -1 : 1)) % buttons.length);
  event.preventDefault();
  next?.focus();
}
