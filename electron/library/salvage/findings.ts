// What a salvage could not read, or had to make anew: a list for a person.
import type { ErrorCode } from '#contract/errors.ts';
import type { CheckReport } from '#contract/types/library-info.ts';

export type Finding = CheckReport['problems'][number];

export interface Findings {
  readonly list: readonly Finding[];
  /** @param uid of the article, where one is known */
  add(table: string, uid: string | null, message: string, code?: ErrorCode): void;
}

export function newFindings(): Findings {
  const list: Finding[] = [];
  return {
    list,
    add(table, uid, message, code = 'library_damaged') {
      list.push({ code, message, table, uid });
    },
  };
}
