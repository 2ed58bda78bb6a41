import { ImportFileInvalid } from '../import/import-file-invalid';
import { isObject } from '../import/json';

/** One version of a policy as a file holds it; what its content must be is the service's to say. */
export interface PolicyFile {
  /** Such as `working-days`. */
  readonly kind: string;
  readonly title: string;
  /** First day it applies. */
  readonly effectiveFrom: string;
  readonly legalBasis: string;
  readonly source: { readonly id: string; readonly citation: string };
  /** Parts of the content that no source confirms. */
  readonly unconfirmed: readonly string[];
  readonly content: Readonly<Record<string, unknown>>;
}

/** Whether parsed JSON is meant as a policy rather than as facts or commands. */
export const isPolicyFile = (whole: Readonly<Record<string, unknown>>): boolean =>
  'kind' in whole && 'content' in whole;

/**
 * Throws `ImportFileInvalid` where the order of versions could not be told or a member is not one
 * that a policy file has: a misspelt one would be lost in silence.
 */
export function policyFileOf(whole: Readonly<Record<string, unknown>>): PolicyFile {
  const stranger = Object.keys(whole).find((member) => !members.includes(member));
  if (stranger !== undefined) {
    throw new ImportFileInvalid(
      `A policy has the members ${members.join(', ')}, and no "${stranger}".`,
    );
  }
  const { kind, effectiveFrom, content } = whole;
  if (typeof kind !== 'string' || !/^[a-z][a-z0-9-]*$/.test(kind)) {
    throw new ImportFileInvalid('A policy needs a "kind" such as working-days.');
  }
  if (typeof effectiveFrom !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(effectiveFrom)) {
    throw new ImportFileInvalid(`The policy ${kind} needs an "effectiveFrom" such as 2024-01-31.`);
  }
  if (!isObject(content)) {
    throw new ImportFileInvalid(`The "content" of the policy ${kind} must be an object.`);
  }
  return { unconfirmed: [], ...whole } as Partial<PolicyFile> as PolicyFile;
}

const members = [
  'kind',
  'title',
  'effectiveFrom',
  'legalBasis',
  'source',
  'unconfirmed',
  'content',
];
