// What axe finds in a document. One injection serves every look at it, and no frame is looked into but the one asked for.
import type { Frame, Page } from '@playwright/test';
import axeCore from 'axe-core';

export interface AxeOptions {
  /** Only what is in it; without it the whole document, frames left out: an article is somebody else's page. */
  readonly within?: string;
  /** These rules alone. */
  readonly only?: readonly string[];
  /** Rules that do not hold here. */
  readonly without?: readonly string[];
}

/** @returns a line for each node that a rule finds fault with: rule, where, why */
export async function axeFindings(
  document: Page | Frame,
  { within, only, without = [] }: AxeOptions = {},
): Promise<string[]> {
  if (!(await document.evaluate(() => 'axe' in globalThis)))
    // By the debugger, which no content security policy stops.
    await document.evaluate(axeCore.source);
  return document.evaluate(
    async ([context, options]) => {
      const { axe } = globalThis as unknown as { axe: typeof axeCore };
      const { violations } = await axe.run(context, { ...options, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ target, failureSummary = '' }) => `${id}: ${target.join(' ')} ${failureSummary}`,
        ),
      );
    },
    [
      within ? { include: [within] } : { exclude: ['iframe'] },
      {
        iframes: false,
        rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
        ...(only ? { runOnly: { type: 'rule' as const, values: [...only] } } : {}),
      },
    ] as const,
  );
}
