import { EnvError, cleanEnv, makeValidator, str } from 'envalid';

import {
  type ProgramName,
  type SettingName,
  requiredNames,
  settingsCatalogue,
  tokenNames,
} from './catalogue';

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
  /** Of the vault of personal data; null means the built-in one, and none in production. */
  readonly vault: VaultSettings | null;
  /** Between two looks of the clock at which deadlines have passed. */
  readonly clockSeconds: number;
  /** `info` in production, `warn` otherwise, unless told. */
  readonly logLevel: LogLevel;
}

export interface VaultSettings {
  /** Never printed or logged. */
  readonly masterKey: string;
  readonly directory: string;
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

/** Only standalone has stores of its own to fall back to. */
export type SettingsOf<Program extends ProgramName> = Program extends 'standalone'
  ? Settings
  : Program extends 'command-api'
    ? Settings & { readonly eventStoreUrl: string }
    : Settings & { readonly eventStoreUrl: string; readonly mongoUrl: string };

/**
 * Reads the settings for one program. In production nothing falls back to an embedded store or a
 * built-in issuer, and the separate services never fall back to a store: a missing name is a refusal
 * to start. Names that the program does not use are not asked for.
 * @throws SettingsInvalid
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings;
export function readSettings<Program extends ProgramName>(
  environment: NodeJS.ProcessEnv,
  program: Program,
): SettingsOf<Program>;
export function readSettings(
  environment: NodeJS.ProcessEnv,
  program: ProgramName = 'standalone',
): Settings {
  const invalid: string[] = [];
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const values = cleanEnv(given, validators(given['NODE_ENV']), {
    reporter: ({ errors }) => invalid.push(...Object.keys(errors)),
  });
  const production = given['NODE_ENV'] === 'production';
  const missing = missingNames(given, program, production);
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
    vault:
      values.JEJAK_VAULT_KEY === ''
        ? null
        : { masterKey: values.JEJAK_VAULT_KEY, directory: values.JEJAK_VAULT_DIRECTORY },
    clockSeconds: values.JEJAK_CLOCK_SECONDS,
    logLevel: values.JEJAK_LOG_LEVEL,
  };
}

/** A port; 0 lets the system choose one. */
const portOrAny = makeValidator<number>((text) => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 65_535) throw new EnvError('not a port');
  return value;
});

const seconds = makeValidator<number>((text) => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > 3_600) throw new EnvError('not 1 to 3600');
  return value;
});

const masterKey = makeValidator<string>((text) => {
  if (Buffer.from(text, 'base64').length !== 32) throw new EnvError('not 32 bytes in base64');
  return text;
});

const webAddress = makeValidator<string>((text) => {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) throw new EnvError('not a web address');
  return text;
});

function validators(mode: string | undefined) {
  const text = (name: SettingName) => str({ default: settingsCatalogue[name].default ?? '' });
  return {
    NODE_ENV: text('NODE_ENV'),
    JEJAK_HOST: text('JEJAK_HOST'),
    JEJAK_PORT: portOrAny({ default: Number(settingsCatalogue.JEJAK_PORT.default) }),
    JEJAK_DATA: text('JEJAK_DATA'),
    EVENTSTORE_URL: text('EVENTSTORE_URL'),
    MONGODB_URL: text('MONGODB_URL'),
    MONGODB_DATABASE: text('MONGODB_DATABASE'),
    JEJAK_JWKS_URL: webAddress({ default: '' }),
    JEJAK_TOKEN_ISSUER: text('JEJAK_TOKEN_ISSUER'),
    JEJAK_TOKEN_AUDIENCE: text('JEJAK_TOKEN_AUDIENCE'),
    JEJAK_VAULT_KEY: masterKey({ default: '' }),
    JEJAK_VAULT_DIRECTORY: text('JEJAK_VAULT_DIRECTORY'),
    JEJAK_CLOCK_SECONDS: seconds({
      default: Number(settingsCatalogue.JEJAK_CLOCK_SECONDS.default),
    }),
    JEJAK_LOG_LEVEL: str({
      default: mode === 'production' ? 'info' : settingsCatalogue.JEJAK_LOG_LEVEL.default,
      choices: logLevels,
    }),
  } satisfies Record<SettingName, unknown>;
}

function missingNames(
  given: NodeJS.ProcessEnv,
  program: ProgramName,
  production: boolean,
): string[] {
  const givesTokens = tokenNames.some((name) => given[name] !== undefined);
  const required = requiredNames(program, { production, givesTokens });
  const missing: string[] = required.filter((name) => given[name] === undefined);
  // One without the other would be a vault whose keys nobody finds again.
  const vault = ['JEJAK_VAULT_KEY', 'JEJAK_VAULT_DIRECTORY'] as const;
  const ofVault = vault.filter((name) => given[name] !== undefined);
  return ofVault.length === 1
    ? [...missing, ...vault.filter((name) => !ofVault.includes(name))]
    : missing;
}

const orNull = (text: string): string | null => (text === '' ? null : text);
