/**
 * Which room may know which. Imports point down this list only:
 *   apps -> service -> access, http, telemetry, client, config -> event-store, projection -> views
 *   -> domain
 * The embedded stores know nobody but what makes either of them a node, and only what starts a node
 * knows them.
 */
const lib = (names) => `^libs/(${names})/`;

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-imports-nothing',
      comment: 'Deciders are pure: no framework, no driver, no clock. Decimals are the exception.',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: ['\\.spec\\.ts$', '^libs/domain/src/testing/'] },
      to: {
        pathNot: [
          '^libs/domain/src/(?!testing/)',
          '^node_modules/big\\.js/',
          '^node_modules/@types/big\\.js/',
        ],
      },
    },
    {
      name: 'views-import-domain-only',
      severity: 'error',
      from: { path: '^libs/views/', pathNot: '\\.spec\\.ts$' },
      to: {
        pathNot: [
          '^libs/(views|domain)/',
          '^node_modules/big\\.js/',
          '^node_modules/@types/big\\.js/',
        ],
      },
    },
    {
      name: 'runtimes-below-edges',
      comment:
        'The store port and the projection runtime know no HTTP, no access rules, no client.',
      severity: 'error',
      from: { path: lib('event-store|projection') },
      to: { path: ['^apps/', lib('service|access|http|telemetry|client|config|embedded-.*')] },
    },
    {
      name: 'event-store-knows-no-views',
      severity: 'error',
      from: { path: lib('event-store') },
      to: { path: lib('projection|views') },
    },
    {
      name: 'embedded-stores-stand-alone',
      severity: 'error',
      from: { path: '^libs/(embedded-[^/]+)/' },
      to: { path: '^(libs|apps)/', pathNot: ['^libs/$1/', lib('embedded-node')] },
    },
    {
      name: 'only-applications-know-the-service-library',
      comment: 'It says how a process lives; what a process does must not depend on it.',
      severity: 'error',
      from: { path: '^libs/', pathNot: lib('service') },
      to: { path: lib('service') },
    },
    {
      name: 'libraries-know-no-application',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'only-starters-know-embedded-stores',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: ['^apps/(standalone|cli)/', '^libs/embedded-'] },
      to: { path: lib('embedded-.*') },
    },
    {
      name: 'applications-do-not-know-each-other',
      comment:
        'Standalone assembles them, the command line starts standalone, the query API serves the portal.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/(standalone|cli)/' },
      to: { path: '^apps/', pathNot: ['^apps/$1/', '^apps/portal/'] },
    },
    {
      name: 'the-portal-knows-no-application',
      severity: 'error',
      from: { path: '^apps/portal/' },
      to: { path: '^apps/', pathNot: '^apps/portal/' },
    },
    {
      name: 'one-file-knows-the-store-client',
      comment: 'The client is the last of its line; swapping it must stay one folder.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^libs/(event-store|embedded-event-store)/' },
      to: { path: '^node_modules/@eventstore/' },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'require', 'default', 'types'],
    },
  },
};
