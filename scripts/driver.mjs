// A Vite plugin that puts better-sqlite3 into the build, all but its addon: a library process would look for its dozen files one
// by one before it opens anything.

/** @returns {import('vite').Plugin} */
export const bundledDriver = () => ({
  name: 'lectern:bundled-driver',
  transform(code, id) {
    if (!id.endsWith('/better-sqlite3/lib/binding.js')) return null;
    // The addons stay in the package; a bundled file lies elsewhere.
    const itsFolder = `path.join(require.resolve('better-sqlite3/package.json'), '../lib')`;
    if (!code.includes('__dirname'))
      this.error('better-sqlite3 looks for its addon in another way.');
    return { code: code.replaceAll('__dirname', itsFolder), map: null };
  },
});
