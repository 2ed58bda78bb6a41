import { cleanEnv, port, str } from 'envalid';

/** Everything the environment can say, read once and typed; nothing else reads the environment. */
export interface Settings {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** Folder of the embedded stores and the built-in issuer's key. */
  readonly dataDirectory: string;
  /** Connection string of a real EventStoreDB; null means the embedded one. */
  readonly eventStoreUrl: string | null;
  /** Connection string of a real MongoDB; null means the embedded one. */
  readonly mongoUrl: string | null;
  readonly mongoDatabase: string;
  /** Who signs the tokens; null means the built-in issuer for trying it out. */
  readonly tokens: TokenSettings | null;
  /** `info` in production, `warn` otherwise, unless told. */
  readonly logLevel: LogLevel;
}

export interface TokenSettings {
  readonly jwksUrl: string;
  readonly issuer: string;
  readonly audience: string;
}

/** The environment is incomplete or wrong. Lists every name at once and never a value. */
export class SettingsInvalid extends Error {
  override readonly name = 'SettingsInvalid';
  readonly code = 'settings.invalid';
  constructor(
    readonly missing: readonly string[],
    readonly invalid: readonly string[],
  ) {
    super(
      [
        missing.length > 0 ? `These settings are missing: ${missing.join(', ')}.` : '',
        invalid.length > 0 ? `These settings are not usable: ${invalid.join(', ')}.` : '',
      ]
        .filter((sentence) => sentence !== '')
        .join(' '),
    );
  }
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export type LogLevel = (typeof logLevels)[number];

const requiredInProduction = [
  'EVENTSTORE_URL',
  'MONGODB_URL',
  'JEJAK_JWKS_URL',
  'JEJAK_TOKEN_ISSUER',
  'JEJAK_TOKEN_AUDIENCE',
] as const;

/**
 * Reads the settings. In production nothing falls back to an embedded store or a built-in issuer:
 * a missing name is a refusal to start.
 * @throws SettingsInvalid
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const invalid: string[] = [];
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const values = cleanEnv(
    given,
    {
      NODE_ENV: str({ default: 'development' }),
      JEJAK_HOST: str({ default: '127.0.0.1' }),
      JEJAK_PORT: port({ default: 3636 }),
      JEJAK_DATA: str({ default: './data' }),
      EVENTSTORE_URL: str({ default: '' }),
      MONGODB_URL: str({ default: '' }),
      MONGODB_DATABASE: str({ default: 'jejak' }),
      JEJAK_JWKS_URL: str({ default: '' }),
      JEJAK_TOKEN_ISSUER: str({ default: '' }),
      JEJAK_TOKEN_AUDIENCE: str({ default: '' }),
      JEJAK_LOG_LEVEL: str({
        default: given['NODE_ENV'] === 'production' ? 'info' : 'warn',
        choices: logLevels,
      }),
    },
    { reporter: ({ errors }) => invalid.push(...Object.keys(errors)) },
  );
  const production = values.NODE_ENV === 'production';
  const missing = missingNames(values, production);
  if (invalid.length > 0 || missing.length > 0) throw new SettingsInvalid(missing, invalid);
  return {
    production,
    host: values.JEJAK_HOST,
    port: values.JEJAK_PORT,
    dataDirectory: values.JEJAK_DATA,
    eventStoreUrl: orNull(values.EVENTSTORE_URL),
    mongoUrl: orNull(values.MONGODB_URL),
    mongoDatabase: values.MONGODB_DATABASE,
    tokens:
      values.JEJAK_JWKS_URL === ''
        ? null
        : {
            jwksUrl: values.JEJAK_JWKS_URL,
            issuer: values.JEJAK_TOKEN_ISSUER,
            audience: values.JEJAK_TOKEN_AUDIENCE,
          },
    logLevel: values.JEJAK_LOG_LEVEL,
  };
}

/** Token settings belong together: one of them alone is a mistake in any mode. */
function missingNames(
  values: Readonly<Record<(typeof requiredInProduction)[number], string>>,
  production: boolean,
): string[] {
  const tokenNames = requiredInProduction.filter((name) => name.startsWith('JEJAK_'));
  const wantsTokens = tokenNames.some((name) => values[name] !== '');
  const required = production ? requiredInProduction : wantsTokens ? tokenNames : [];
  return required.filter((name) => values[name] === '');
}

const orNull = (text: string): string | null => (text === '' ? null : text);
