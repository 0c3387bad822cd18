// Folders that name the folder they lie in, as paths from the root.

export interface Folder {
  readonly name: string;
  /** Null for one at the root. */
  readonly parent: string | null;
}

/** @returns null for a folder that is not there. One that lies in itself ends where it would begin again. */
export function folderPath(folders: ReadonlyMap<string, Folder>, id: string): string[] | null {
  const path: string[] = [];
  const seen = new Set<string>();
  let next: string | null = id;
  while (next !== null && !seen.has(next)) {
    seen.add(next);
    const folder: Folder | undefined = folders.get(next);
    if (!folder) break;
    path.unshift(folder.name);
    next = folder.parent;
  }
  return path.length === 0 ? null : path;
}
