// The sheets on which the pages are drawn: each when it comes near, and let go of when it is far again. A book of a
// thousand pages takes no more memory than what is in sight.
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { PagesLabels } from '../messages/pages.ts';

export interface Sheets {
  /** 1 is as wide as there is room. */
  zoom(by: number | 'fit'): void;
}

/** Pixels of one drawing: at 4 bytes each, what a page of any size may cost. */
const MOST_PIXELS = 16_000_000;
const LEAST_ZOOM = 0.25;
const MOST_ZOOM = 5;
/** A sheet a thousand times as high as it is wide would never end. */
const STEEPEST = 10;

interface Sheet {
  readonly element: HTMLElement;
  readonly number: number;
  isNear: boolean;
  /** Ends the drawing that is under way. */
  stop: () => void;
}

export async function showSheets(
  main: HTMLElement,
  pdf: PDFDocumentProxy,
  labels: PagesLabels,
): Promise<Sheets> {
  const first = shapeOf(await pdf.getPage(1));
  const sheets = new Map<Element, Sheet>();
  for (let number = 1; number <= pdf.numPages; number++) {
    const element = document.createElement('div');
    element.className = 'sheet';
    element.setAttribute('role', 'img');
    element.setAttribute('aria-label', named(labels.page, number, pdf.numPages));
    element.style.aspectRatio = first;
    sheets.set(element, { element, number, isNear: false, stop: () => undefined });
  }
  main.append(...sheets.keys());

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const sheet = sheets.get(target);
        if (!sheet || sheet.isNear === isIntersecting) continue;
        sheet.isNear = isIntersecting;
        if (isIntersecting) void draw(sheet, pdf, labels);
        else clear(sheet);
      }
    },
    // Of this document: a margin around the window above is not given to a frame of another origin.
    { root: document, rootMargin: '100% 0px' },
  );
  for (const element of sheets.keys()) observer.observe(element);

  let scale = 1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const drawAgain = () => {
    clearTimeout(timer);
    // What stands there is stretched until then.
    timer = setTimeout(() => {
      for (const sheet of sheets.values()) if (sheet.isNear) void draw(sheet, pdf, labels);
    }, 120);
  };
  window.addEventListener('resize', drawAgain);
  return {
    zoom(by) {
      scale = by === 'fit' ? 1 : Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, scale * by));
      const place = window.scrollY / document.documentElement.scrollHeight;
      main.style.setProperty('--zoom', String(scale));
      window.scrollTo({ top: place * document.documentElement.scrollHeight });
      drawAgain();
    },
  };
}

const named = (label: string, number: number, total: number): string =>
  label.replace('{number}', String(number)).replace('{total}', String(total));

function shapeOf(page: PDFPageProxy): string {
  const { width, height } = page.getViewport({ scale: 1 });
  const steepness = Math.min(STEEPEST, Math.max(1 / STEEPEST, height / width || 1));
  return `1 / ${steepness}`;
}

async function draw(sheet: Sheet, pdf: PDFDocumentProxy, labels: PagesLabels): Promise<void> {
  sheet.stop();
  let isStopped = false;
  let cancel: () => void = () => undefined;
  sheet.stop = () => {
    isStopped = true;
    cancel();
  };
  try {
    const page = await pdf.getPage(sheet.number);
    if (isStopped) return;
    sheet.element.style.aspectRatio = shapeOf(page);
    const { width, height } = page.getViewport({ scale: 1 });
    const wanted = (sheet.element.clientWidth * window.devicePixelRatio) / width;
    const scale = Math.min(wanted, Math.sqrt(MOST_PIXELS / (width * height)));
    const canvas = document.createElement('canvas');
    const viewport = page.getViewport({ scale });
    canvas.width = Math.max(1, Math.floor(viewport.width));
    canvas.height = Math.max(1, Math.floor(viewport.height));
    const task = page.render({ canvas, viewport });
    cancel = () => task.cancel();
    await task.promise;
    if (!isStopped) sheet.element.replaceChildren(canvas);
    page.cleanup();
  } catch {
    if (isStopped) return;
    const line = document.createElement('p');
    line.textContent = named(labels.pageFailed, sheet.number, pdf.numPages);
    sheet.element.replaceChildren(line);
    sheet.element.removeAttribute('role');
  }
}

function clear(sheet: Sheet): void {
  sheet.stop();
  sheet.element.replaceChildren();
}
