/** The programs that read the settings. */
export const programs = ['standalone', 'command-api', 'projector', 'query-api'] as const;

export type ProgramName = (typeof programs)[number];

export interface SettingEntry {
  /** For people. */
  readonly meaning: string;
  /** As it would be written in the environment; null when there is none. */
  readonly default: string | null;
  readonly usedBy: readonly ProgramName[];
}

const everyone = programs;

/** Queries are public; commands and the operation of the projection are not. */
const tokenCheckers = ['standalone', 'command-api', 'projector'] as const;

/** Every name the environment is asked for, what it means and who asks. */
export const settingsCatalogue = {
  NODE_ENV: {
    meaning: '`production` refuses every fallback; `jejak token` then refuses too',
    default: 'development',
    usedBy: everyone,
  },
  JEJAK_HOST: {
    meaning: 'Address to listen on',
    default: '127.0.0.1',
    usedBy: everyone,
  },
  JEJAK_PORT: {
    meaning: 'Port to listen on; 0 takes any free one',
    default: '3636',
    usedBy: everyone,
  },
  JEJAK_DATA: {
    meaning:
      "Folder of the embedded stores and the built-in issuer's key; never used in production",
    default: './data',
    usedBy: tokenCheckers,
  },
  EVENTSTORE_URL: {
    meaning:
      'Connection string of EventStoreDB, or `unix:///path`, the socket of an embedded one; absent in standalone: the embedded store',
    default: null,
    usedBy: everyone,
  },
  MONGODB_URL: {
    meaning: 'Connection string of MongoDB; absent in standalone: the embedded store',
    default: null,
    usedBy: ['standalone', 'projector', 'query-api'],
  },
  MONGODB_DATABASE: {
    meaning: 'Database that holds the views',
    default: 'jejak',
    usedBy: ['standalone', 'projector', 'query-api'],
  },
  JEJAK_JWKS_URL: {
    meaning: "Address of the token issuer's public keys; absent: the built-in issuer",
    default: null,
    usedBy: tokenCheckers,
  },
  JEJAK_TOKEN_ISSUER: {
    meaning: 'The `iss` that tokens must have',
    default: null,
    usedBy: tokenCheckers,
  },
  JEJAK_TOKEN_AUDIENCE: {
    meaning: 'The `aud` that tokens must have',
    default: null,
    usedBy: tokenCheckers,
  },
  JEJAK_VAULT_KEY: {
    meaning:
      'Master key of the vault of personal data, 32 random bytes in base64; absent: the built-in vault, in production none, and commands that need one are refused',
    default: null,
    usedBy: ['standalone', 'command-api'],
  },
  JEJAK_VAULT_DIRECTORY: {
    meaning: "Folder of the vault's keys, one per person, shared by all command APIs",
    default: null,
    usedBy: ['standalone', 'command-api'],
  },
  JEJAK_CLOCK_SECONDS: {
    meaning: 'Seconds between two looks at which deadlines have passed, 1 to 3600',
    default: '60',
    usedBy: ['standalone', 'projector'],
  },
  JEJAK_LOG_LEVEL: {
    meaning:
      '`trace`, `debug`, `info`, `warn`, `error`, `fatal` or `silent`; in production `info` unless set',
    default: 'warn',
    usedBy: everyone,
  },
} as const satisfies Record<string, SettingEntry>;

export type SettingName = keyof typeof settingsCatalogue;

const stores = ['EVENTSTORE_URL', 'MONGODB_URL'] as const;

/** Token settings belong together: one of them alone is a mistake. */
export const tokenNames = [
  'JEJAK_JWKS_URL',
  'JEJAK_TOKEN_ISSUER',
  'JEJAK_TOKEN_AUDIENCE',
] as const satisfies readonly SettingName[];

export type RequirableName = (typeof stores)[number] | (typeof tokenNames)[number];

const uses = (program: ProgramName, name: SettingName): boolean => {
  const { usedBy }: SettingEntry = settingsCatalogue[name];
  return usedBy.includes(program);
};

/**
 * The names without which a program does not start. Only standalone has stores of its own to fall
 * back to, and nobody falls back to anything in production.
 */
export function requiredNames(
  program: ProgramName,
  { production, givesTokens }: { readonly production: boolean; readonly givesTokens: boolean },
): readonly RequirableName[] {
  const needsStores = production || program !== 'standalone';
  const needsTokens = production || givesTokens;
  return [...(needsStores ? stores : []), ...(needsTokens ? tokenNames : [])].filter((name) =>
    uses(program, name),
  );
}
