// A Vite plugin that has a build take what it needs of Node's own modules one by one. An import of them makes Node copy all that they
// export, and so load much that is loaded on demand only: of node:crypto all of Web Cryptography, of node:net its block lists. The
// dearest wait until somebody calls a function of theirs.

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

/** What takes milliseconds to load, and what no start calls, or not before its window is there. */
const LATER = new Set(['node:crypto', 'node:worker_threads', 'node:zlib']);

function asked(name, specifiers) {
  const module = `process.getBuiltinModule(${JSON.stringify(name)})`;
  return LATER.has(name) && specifiers.every((specifier) => isCallable(name, specifier))
    ? askedByCalls(module, specifiers)
    : askedAtOnce(module, specifiers);
}

/** `var`, as imports are there before any line of a chunk is run. */
function askedAtOnce(module, specifiers) {
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

const isCallable = (name, { type, imported }) =>
  type === 'ImportSpecifier' && typeof process.getBuiltinModule(name)[imported.name] === 'function';

/** Functions of the same names, and for a class one that makes it: whoever is called first loads the module. */
function askedByCalls(module, specifiers) {
  return specifiers
    .map(
      ({ imported, local }) =>
        `function ${local.name}(...given) {
  const called = ${module}.${imported.name};
  return new.target ? new called(...given) : called(...given);
}`,
    )
    .join('\n');
}
