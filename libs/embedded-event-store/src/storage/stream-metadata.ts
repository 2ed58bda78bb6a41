/** The parts of a stream's metadata that change what a stream read shows. */
export interface StreamMetadata {
  /** First revision still shown. */
  readonly truncateBefore: number;
  readonly maxCount: number;
  readonly maxAgeSeconds: number;
  /** All of it, as written. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** Of its text: what remembering it costs. */
  readonly bytes: number;
}

export const NO_METADATA: StreamMetadata = {
  truncateBefore: 0,
  maxCount: Infinity,
  maxAgeSeconds: Infinity,
  raw: {},
  bytes: 0,
};

/** A metadata stream keeps only its newest event. */
export const METADATA_OF_METADATA: StreamMetadata = { ...NO_METADATA, maxCount: 1 };

/**
 * "Truncate before the largest int64" is how the protocol says soft-deleted. As JSON the number
 * loses its last bits in JavaScript, hence a threshold and not an equality.
 */
export const SOFT_DELETED_DATA = Buffer.from('{"$tb":9223372036854775807}');
const SOFT_DELETED_FROM = 2 ** 53;

export function isSoftDeleted(metadata: StreamMetadata): boolean {
  return metadata.truncateBefore >= SOFT_DELETED_FROM;
}

const PREFIX = '$$';

export function isMetadataStream(name: string): boolean {
  return name.startsWith(PREFIX);
}

export function metadataStreamOf(name: string): string {
  return PREFIX + name;
}

export function describedStreamOf(metadataStream: string): string {
  return metadataStream.slice(PREFIX.length);
}

/** Metadata that is no JSON object, or has a limit that cannot be one, trims nothing. */
export function parseStreamMetadata(data: Buffer): StreamMetadata {
  const raw = parseObject(data) ?? {};
  const { $tb = 0, $maxCount = Infinity, $maxAge = Infinity } = raw;
  const valid = isLimit($tb, 0) && isLimit($maxCount, 1) && isLimit($maxAge, 1);
  const kept = { raw, bytes: data.length };
  if (!valid) return { ...NO_METADATA, ...kept };
  return { truncateBefore: $tb, maxCount: $maxCount, maxAgeSeconds: $maxAge, ...kept };
}

function isLimit(value: unknown, least: number): value is number {
  if (value === Infinity) return true;
  return typeof value === 'number' && Number.isInteger(value) && value >= least;
}

/** Whether metadata can be read at all, and so be rewritten. */
export function isJsonObject(data: Buffer): boolean {
  return parseObject(data) !== undefined;
}

function parseObject(data: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(data.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
