// What the page of storage asks of the library, and what it has it do.
import { useQuery } from '@tanstack/react-query';
import type { StorageUse } from '#contract/types/storage-use.ts';
import { useClient } from '../../lib/client.ts';
import { queryKeys } from '../../lib/query-keys.ts';

export function useStorageUse() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.storageUse,
    queryFn: ({ signal }) => client['storage.use']({}, signal),
    // Adding it up takes a while where there is much: not with each look at the window.
    staleTime: 60_000,
  });
}

export function useBackups() {
  const client = useClient();
  return useQuery({
    queryKey: queryKeys.backupList,
    queryFn: ({ signal }) => client['backups.list']({}, signal),
  });
}

/** What is shown, in the order in which it is shown. */
export const parts = ['texts', 'index', 'rest', 'pages', 'pictures', 'unused', 'backups'] as const;
export type Part = (typeof parts)[number];

export function bytesOf(use: StorageUse, part: Part): number {
  switch (part) {
    case 'texts':
    case 'index':
      return use.database[part];
    case 'rest':
      return use.database.rest + use.database.free;
    default:
      return use[part].bytes;
  }
}

export const totalOf = (use: StorageUse): number =>
  parts.reduce((sum, part) => sum + bytesOf(use, part), 0);
