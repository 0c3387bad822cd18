// Pages to blocks in numbers, by the very steps that the page reader takes.
import { type Block, blocksOf } from '#library/clip/page/blocks.ts';
import { buildTree } from '#library/clip/page/build-tree.ts';
import { decode } from '#library/clip/page/decode.ts';
import { extract } from '#library/clip/page/extract.ts';
import { contextOf } from '#library/clip/page/furniture-rules.ts';
import { guard } from '#library/clip/page/guard.ts';
import { numberImages } from '#library/clip/page/images.ts';
import { type Features, featuresOf } from '#library/clip/page/judge/features.ts';
import { heldBy, placesOf } from '#library/clip/page/judge/match.ts';
import { rulingsOn, tellRulings } from '#library/clip/page/judge/rulings.ts';
import { restoreLeadPicture } from '#library/clip/page/lead-picture.ts';
import { readMetadata } from '#library/clip/page/metadata/read-metadata.ts';
import { canBeText } from '#library/clip/page/overlooked.ts';
import { prepareTree } from '#library/clip/page/prepare-tree.ts';
import type { LabelledPage } from './labelled-pages.ts';
import { type Label, labelsOf } from './labels.ts';

export interface Judged {
  readonly text: string;
  readonly features: Features;
  readonly label: Label;
}

export interface Gathered {
  readonly page: LabelledPage;
  /** What the extractor found; the place of each on the page, and whether the rules take it for text. */
  readonly own: readonly (Judged & { readonly place: number; readonly isRuledOut: boolean })[];
  /** The whole page. */
  readonly all: readonly (Judged & { readonly isHeld: boolean; readonly isAsked: boolean })[];
}

export function gather(page: LabelledPage): Gathered {
  const { text } = decode(page.bytes, 'html', null);
  const { html, lifted } = guard(text);
  const document = buildTree(html);
  const metadata = readMetadata(document, page.url);
  numberImages(document, { baseUrl: metadata.baseUrl, lifted, saved: true });
  prepareTree(document);
  const article = extract(document);
  restoreLeadPicture(document, article);

  const all = blocksOf(document);
  const own = blocksOf(article);
  const places = placesOf(own, all);
  const held = heldBy(own, all, places);
  const context = contextOf(own, metadata);
  const rulings = rulingsOn(own, context);
  const ownFeatures = featuresOf(
    own,
    own.map(() => true),
    metadata,
  );
  const allFeatures = featuresOf(all, held, metadata);
  const judged = (blocks: readonly Block[], features: (at: number) => Features): Judged[] => {
    const labels = labelsOf(blocks, page);
    return blocks.map((block, at) => ({
      text: block.text,
      features: features(at),
      label: labels[at] ?? null,
    }));
  };
  const heard = (at: number): Features => {
    const block = own[at] as Block;
    const found: Record<string, number> = ownFeatures(at);
    tellRulings(found, block, at, context, rulings.get(block));
    return found;
  };
  return {
    page,
    own: judged(own, heard).map((block, at) => ({
      ...block,
      place: places[at] ?? -1,
      isRuledOut: rulings.has(own[at] as Block),
    })),
    all: judged(all, allFeatures).map((block, at) => ({
      ...block,
      isHeld: held[at] ?? false,
      isAsked: !held[at] && canBeText(all[at] as Block),
    })),
  };
}
