const { availableParallelism } = require('node:os');
const { env } = require('node:process');

const { paths } = require('./tsconfig.json').compilerOptions;

/** The path aliases of tsconfig.json, said once there and translated here. */
const moduleNameMapper = Object.fromEntries(
  Object.entries(paths).map(([alias, [target]]) => [
    `^${alias.replace('*', '(.*)')}$`,
    `<rootDir>/${target.replace('./', '').replace('*', '$1')}`,
  ]),
);

/** Packages that ship ES modules only, which Jest's CommonJS runtime cannot require. */
const esModulePackages = ['jose', 'mingo', 'uuid'];

const shared = {
  rootDir: __dirname,
  // What may be a suite or change under a watcher; everything else is found on the disk when asked for.
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json', 'node'],
  moduleNameMapper,
  transform: {
    '^.+\\.(ts|js|mjs)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2023',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModulePackages.join('|')})/)`],
};

/** Suites that share a server see each other's events in its log: they run one after the other. */
const isServerShared = ['EVENTSTORE_URL', 'MONGODB_URL'].some((name) => env[name]);

module.exports = {
  // On two processors Jest would use one of them.
  maxWorkers: isServerShared ? 1 : Math.max(2, availableParallelism() - 1),
  // Says that a test hangs, not that the machine is busy.
  testTimeout: 30_000,
  // What suites leave behind in a worker makes the ones after them slow.
  workerIdleMemoryLimit: '900MB',
  testSequencer: '<rootDir>/test/slowest-first.cjs',
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/{apps,libs}/**/*.spec.ts'] },
    { ...shared, displayName: 'contract', testMatch: ['<rootDir>/test/contract/**/*.spec.ts'] },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/e2e/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/e2e/support/record-facts.ts',
      globalTeardown: '<rootDir>/test/e2e/support/remove-facts.ts',
    },
  ],
};
