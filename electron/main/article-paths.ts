// What the paths of article://a/ mean. No Electron here, so that a test can try every spelling.
// SECURITY: paths are matched whole and never decoded, and what reaches the file system is one bare name without a slash,
// a backslash or a leading dot. So no spelling leads out of its folder, on any system.
import { AssetName } from '#contract/types/asset.ts';
import { ArticleUid } from '#contract/types/ids.ts';
import { isTable } from '#hosts/pdf-tables.ts';
import { FILE_NAME } from './window-paths.ts';

export type ArticlePath =
  | { readonly kind: 'document'; readonly uid: ArticleUid }
  | { readonly kind: 'print'; readonly uid: ArticleUid }
  | { readonly kind: 'picture'; readonly name: AssetName }
  | { readonly kind: 'font'; readonly file: string }
  | { readonly kind: 'pages'; readonly uid: ArticleUid }
  | { readonly kind: 'original'; readonly uid: ArticleUid }
  | { readonly kind: 'left-out'; readonly uid: ArticleUid }
  | { readonly kind: 'pdf'; readonly uid: ArticleUid }
  /** `cmaps/NAME` and the like, of pdfjs. */
  | { readonly kind: 'table'; readonly path: string };

/** Documents beside the one that is read, and the file. */
const OTHERS = ['print', 'pages', 'original', 'left-out', 'pdf'] as const;

/**
 * `/UID`, `/print/UID`, `/asset/NAME`, `/font/FILE.woff2`, `/pages/UID`, `/original/UID`,
 * `/left-out/UID`, `/pdf/UID`, `/table/FOLDER/NAME`.
 * @returns null for anything else
 */
export function articlePath(pathname: string): ArticlePath | null {
  const [, table] = /^\/table\/(.+)$/.exec(pathname) ?? [];
  if (table !== undefined) return isTable(table) ? { kind: 'table', path: table } : null;
  const [, room, name = ''] =
    /^\/(?:(asset|font|print|pages|original|left-out|pdf)\/)?([^/]+)$/.exec(pathname) ?? [];
  switch (room) {
    case 'asset': {
      const asset = AssetName.safeParse(name);
      // The original bytes of pages lie beside the pictures; they are never served.
      if (!asset.success || asset.data.endsWith('.bin')) return null;
      return { kind: 'picture', name: asset.data };
    }
    case 'font':
      return FILE_NAME.test(name) && name.endsWith('.woff2') ? { kind: 'font', file: name } : null;
    default: {
      const uid = ArticleUid.safeParse(name);
      const other = OTHERS.find((one) => one === room);
      return uid.success ? { kind: other ?? 'document', uid: uid.data } : null;
    }
  }
}
