// A condition on columns of `article`, as a query is compiled to it.

export interface Condition {
  /** True, false or, where a column is empty, null. What was typed stands in it as `?` only. */
  readonly sql: string;
  readonly values: readonly (string | number)[];
  /**
   * The articles outside the trash that it can be true for, as a SELECT of `id` that an index answers: where there are
   * few, they are looked up first.
   */
  readonly among?: {
    readonly sql: string;
    readonly values: readonly (string | number)[];
    /** Whether they were saved one after the other, so that nothing before the first and after the last is among them. */
    readonly isStretch?: boolean;
  };
}

/** When a query is asked, and where: days begin at midnight there. */
export interface Moment {
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  /** IANA name. */
  readonly timeZone: string;
}

/** What holds wherever the condition does not; also where a column is empty, and the condition neither true nor false. */
export const negated = ({ sql, values }: Condition): Condition => ({
  sql: `(${sql}) IS NOT TRUE`,
  values,
});

/** @param of at least one */
export const joined = (of: readonly Condition[], operator: 'AND' | 'OR'): Condition => ({
  sql: of.map(({ sql }) => `(${sql})`).join(` ${operator} `),
  values: of.flatMap(({ values }) => values),
});
