// A Vite plugin that has a build take what it needs of Node's own modules one by one. An import of them makes Node copy all that they
// export, and so load much that is loaded on demand only: of node:crypto all of Web Cryptography, of node:net its block lists.

/** For Node and Electron alone. @returns {import('vite').Plugin} */
export const builtinsOneByOne = () => ({
  name: 'lectern:builtins-one-by-one',
  renderChunk(code) {
    const imports = this.parse(code).body.filter(
      ({ type, source }) => type === 'ImportDeclaration' && source.value.startsWith('node:'),
    );
    if (imports.length === 0) return null;
    let made = '';
    let at = 0;
    for (const { start, end, source, specifiers } of imports) {
      made += code.slice(at, start) + asked(source.value, specifiers);
      at = end;
    }
    return { code: made + code.slice(at), map: null };
  },
});

/** `var`, as imports are there before any line of a chunk is run. */
function asked(name, specifiers) {
  const module = `process.getBuiltinModule(${JSON.stringify(name)})`;
  const whole = specifiers.filter(({ type }) => type !== 'ImportSpecifier');
  const parts = specifiers
    .filter(({ type }) => type === 'ImportSpecifier')
    .map(({ imported, local }) =>
      imported.name === local.name ? local.name : `${imported.name}: ${local.name}`,
    );
  return [
    ...whole.map(({ local }) => `var ${local.name} = ${module};`),
    ...(parts.length > 0 ? [`var { ${parts.join(', ')} } = ${module};`] : []),
  ].join('\n');
}
