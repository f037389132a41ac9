// @swc/jest for our sources and for packages that ship ES modules only: Jest's CommonJS runtime cannot require()
// those before Node 24.9. CommonJS packages pass through untouched.
const fs = require('node:fs');
const path = require('node:path');
const { createTransformer } = require('@swc/jest');

const esmByFolder = new Map();

function isEsmPackage(folder) {
  if (esmByFolder.has(folder)) return esmByFolder.get(folder);
  const manifest = path.join(folder, 'package.json');
  const isRoot = path.basename(folder) === 'node_modules' || path.dirname(folder) === folder;
  let answer = false;
  if (fs.existsSync(manifest)) answer = JSON.parse(fs.readFileSync(manifest, 'utf8')).type === 'module';
  else if (!isRoot) answer = isEsmPackage(path.dirname(folder));
  esmByFolder.set(folder, answer);
  return answer;
}

const esmSyntax = /^\s*(?:import\b(?!\s*\()|export\b)/m;

function needsCompiling(file, source) {
  if (!file.includes(`${path.sep}node_modules${path.sep}`) || file.endsWith('.mjs')) return true;
  if (file.endsWith('.cjs') || file.endsWith('.json')) return false;
  return isEsmPackage(path.dirname(file)) || esmSyntax.test(source);
}

module.exports = {
  createTransformer(options) {
    const swc = createTransformer(options);
    return {
      canInstrument: swc.canInstrument,
      getCacheKey: (source, file, o) =>
        needsCompiling(file, source) ? swc.getCacheKey(source, file, o) : `as-is-${source.length}-${file}`,
      process: (source, file, o) => (needsCompiling(file, source) ? swc.process(source, file, o) : { code: source }),
    };
  },
};
