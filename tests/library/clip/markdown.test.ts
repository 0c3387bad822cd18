// Markdown, with what stands above it.
import { describe, expect, it } from 'vitest';
import { clip, hit } from '../../support/clip-and-find.ts';
import { makeContext } from '../../support/make-context.ts';

describe('Markdown', () => {
  const source = `---
title: "The *moss* garden"
author: [Ann Lee, "Bo Ek"]
date: 2021-05-03
source: https://moss.example/garden
tags:
  - Moss
  - "#slow"
---

# The *moss* garden

A **quincunx** of stones, see [the map](map.html) and <script>alert(1)</script> nothing else.

| Kind | Shade |
| --- | --- |
| Sphagnum | deep |

\`\`\`js
water();
\`\`\`

- one
- two
`;

  it('is read with what stands above it', async () => {
    const context = await makeContext();
    const { result, article, content } = await clip(context, 'moss.md', source);
    expect(result).toMatchObject({
      title: 'The *moss* garden',
      url: 'https://moss.example/garden',
    });
    expect(article).toMatchObject({
      author: 'Ann Lee, Bo Ek',
      publishedAt: '2021-05-03',
      sourceUrl: 'https://moss.example/garden',
    });
    expect([...article.tags].sort()).toEqual(['Moss', 'slow']);
    expect(content.html).toContain('<strong>quincunx</strong>');
    expect(content.html).toContain('<a href="https://moss.example/map.html"');
    expect(content.html).toContain('<td>Sphagnum</td>');
    expect(content.html).toContain('class="language-js"');
    expect(content.html).not.toContain('script');
    expect(content.text).not.toContain('title:');
    expect(await hit(context, 'quincunx')).toEqual([['The *moss* garden', ['quincunx']]]);
    expect(await context.client['articles.reread']({ uid: result.uid })).toMatchObject({
      changed: false,
    });
  });

  it('has its title from its heading, else from its name, and is shown once', async () => {
    const context = await makeContext();
    const { result, content } = await clip(
      context,
      'a.md',
      '# Lichen & co\n\nSlow growth.\n\n---\n\nEnd.',
    );
    expect(result.title).toBe('Lichen & co');
    expect(content.text).not.toContain('Lichen');
    expect((await clip(context, 'Stone walls.md', 'Only words here.')).result.title).toBe(
      'Stone walls',
    );
  });
});
