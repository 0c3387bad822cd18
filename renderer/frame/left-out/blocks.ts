// The blocks of a page as they stand in the frame: each with a button that restores or removes it.
import type { BlockAction, BlockState } from '#contract/types/block.ts';
import { content, scrollInPlace } from '../content.ts';
import type { LeftOutLabels, ShownBlock, ToLeftOut } from '../messages/left-out.ts';

export interface Block {
  readonly number: number;
  /** Holds the block and its button, and says by `data-state` which it is. */
  readonly box: HTMLElement;
  readonly button: HTMLButtonElement;
}

export interface Blocks {
  /** In the order of the page. */
  all(): readonly Block[];
  show(message: Extract<ToLeftOut, { kind: 'left-out' }>): void;
}

const NUMBERED = '[data-lectern-block]';
/** Of which a child cannot have a box of ours around it. */
const STRICT = new Set('DL OL TABLE TBODY TFOOT THEAD TR UL'.split(' '));
const FIRST_OR_LAST = new Set('CAPTION FIGCAPTION SUMMARY'.split(' '));

export function makeBlocks(
  onEdit: (edit: { readonly number: number; readonly action: BlockAction }) => void,
): Blocks {
  let shownHtml: string | null = null;
  let all: Block[] = [];

  const build = (html: string) => {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    placePictures(parsed.body);
    content().replaceChildren(...parsed.body.childNodes);
    scrollInPlace();
    // Some have lost all that they said, and are none any more.
    all = [...content().querySelectorAll<HTMLElement>(NUMBERED)].filter(isTold).map(buttonFor);
  };

  const isTold = ({ dataset }: HTMLElement) => texts.has(Number(dataset.lecternBlock));

  const buttonFor = (element: HTMLElement): Block => {
    const number = Number(element.dataset.lecternBlock);
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'edit';
    // One of all of them is reached by Tab: steps.ts.
    button.tabIndex = -1;
    const box = boxOf(element);
    box.classList.add('block');
    box.append(button);
    const block = { number, box, button };
    button.addEventListener('click', () => {
      const { action } = nextOf(box);
      // Seen at once; the window says so when it is done, or takes it back.
      setState(block, afterwards[box.dataset.state as BlockState]);
      onEdit({ number, action });
    });
    return block;
  };

  let labels: LeftOutLabels | null = null;
  let texts: ReadonlyMap<number, ShownBlock> = new Map();
  const setState = ({ number, box, button }: Block, state: BlockState) => {
    box.dataset.state = state;
    if (!labels) return;
    const { action } = nextOf(box);
    button.textContent = labels[action];
    const named = labels[`${action}Named`];
    button.setAttribute('aria-label', named.replace('{passage}', texts.get(number)?.text ?? ''));
  };

  return {
    all: () => all,
    show(message) {
      labels = message.labels;
      texts = new Map(message.blocks.map((block) => [block.number, block]));
      if (message.html !== shownHtml) build(message.html);
      shownHtml = message.html;
      for (const block of all) setState(block, texts.get(block.number)?.state ?? 'kept');
    },
  };
}

const afterwards: Readonly<Record<BlockState, BlockState>> = {
  kept: 'removed',
  removed: 'kept',
  'left-out': 'restored',
  restored: 'left-out',
};

function nextOf({ dataset: { state } }: HTMLElement): { readonly action: BlockAction } {
  return { action: state === 'kept' || state === 'restored' ? 'remove' : 'restore' };
}

/** A box around it, unless its place is one where nothing else may stand. */
function boxOf(element: HTMLElement): HTMLElement {
  const pane = element.closest<HTMLElement>('.pane');
  const whole = pane?.firstElementChild === element ? pane : element;
  const parent = whole.parentElement;
  if (!parent || STRICT.has(parent.tagName) || FIRST_OR_LAST.has(whole.tagName)) return whole;
  const box = document.createElement('div');
  whole.replaceWith(box);
  box.append(whole);
  return box;
}

/** `asset:NAME` becomes an address of the host; what is not stored is not there. */
function placePictures(root: HTMLElement): void {
  const { assets = '' } = document.documentElement.dataset;
  for (const img of root.querySelectorAll('img')) {
    const [, name] = /^asset:([0-9a-f]{64}\.[a-z]{2,5})$/.exec(img.getAttribute('src') ?? '') ?? [];
    if (name) img.src = assets + name;
    else img.remove();
  }
}
