/**
 * For `node --require`: loads TypeScript from its sources, with the path aliases of tsconfig.json.
 * Each file is compiled once on this machine and kept under node_modules, found again by its content,
 * so that a thread or process of a test starts without loading a compiler. Types are not checked.
 * `NODE_OPTIONS=--enable-source-maps` shows lines of the sources in stack traces.
 */
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { pid } = require('node:process');
const { threadId } = require('node:worker_threads');

const root = join(__dirname, '..', '..', '..');
const { paths } = require('../../../tsconfig.json').compilerOptions;
const { version } = require('@swc/core/package.json');

const options = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2023',
    baseUrl: root,
    paths,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};
const kept = join(root, 'node_modules', '.cache', 'jejak-sources');
mkdirSync(kept, { recursive: true });
const manner = JSON.stringify({ version, options });

function compiled(filename, source) {
  const name = createHash('sha256').update(manner).update(filename).update('\0').update(source);
  const file = join(kept, `${name.digest('hex')}.js`);
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  const { code } = require('@swc/core').transformSync(source, { ...options, filename });
  // Others may look for it at this moment: they find all of it or nothing.
  const draft = `${file}.${pid}.${threadId}`;
  writeFileSync(draft, code);
  renameSync(draft, file);
  return code;
}

require.extensions['.ts'] = (module, filename) => {
  module._compile(compiled(filename, readFileSync(filename, 'utf8')), filename);
};
