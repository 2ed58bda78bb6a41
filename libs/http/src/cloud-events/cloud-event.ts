import { problem, type Problem } from '../problem';

/**
 * An event as CloudEvents 1.0 describes it: attributes under their names, `data` as JSON, unset ones
 * left out. Extension attributes stand beside the others.
 */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly datacontenttype?: string;
  readonly dataschema?: string;
  readonly subject?: string;
  readonly time?: string;
  readonly data?: unknown;
  readonly data_base64?: string;
}

/** Names of attributes: lower-case letters and digits, of which 20 should be enough for anybody. */
const attributeName = /^[a-z0-9]{1,64}$/;
/** Controls, surrogates alone and non-characters are no part of the type String. */
const forbidden = /[\p{Cc}\p{Cs}\ufffe\uffff]/u;
/** Characters of one attribute. */
const longest = 1_000;

const required = ['id', 'source', 'type'] as const;
const optionalTexts = ['datacontenttype', 'dataschema', 'subject', 'time'] as const;
const texts: readonly string[] = ['specversion', ...required, ...optionalTexts];

const uriReference = /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/;
const absoluteUri = /^[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/;
const timestamp = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$/;

/** The event a JSON value stands for. Throws `request.invalid` naming the attribute. */
export function cloudEventFrom(value: unknown): CloudEvent {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid('', 'An event is a JSON object');
  }
  // An attribute that is null is one that is not set (JSON event format, 2.1).
  const given = Object.entries(value).filter(
    ([name, one]) => name === 'data' || (one !== null && one !== undefined),
  );
  const event = Object.fromEntries(given);
  for (const [name, one] of given) {
    if (name !== 'data' && name !== 'data_base64') assertAttribute(name, one);
  }
  for (const name of required) {
    if (event[name] === undefined) throw invalid(name, `The attribute ${name} is required`);
  }
  if (event['specversion'] !== '1.0') throw invalid('specversion', 'specversion must be "1.0"');
  assertForms(event);
  return event as unknown as CloudEvent;
}

function assertAttribute(name: string, value: unknown): void {
  if (!attributeName.test(name)) {
    throw invalid(name, 'An attribute is named in lower-case letters and digits');
  }
  const isExtension = !texts.includes(name);
  const isOther = typeof value === 'boolean' || Number.isInteger(value);
  if (isExtension && isOther) return;
  if (typeof value !== 'string' || value === '' || value.length > longest) {
    throw invalid(name, `${name} must be a text of 1 to ${longest} characters`);
  }
  if (forbidden.test(value)) throw invalid(name, `${name} holds a control character`);
}

function assertForms(event: Readonly<Record<string, unknown>>): void {
  const check = (name: string, pattern: RegExp, form: string): void => {
    const value = event[name];
    if (typeof value === 'string' && !pattern.test(value)) {
      throw invalid(name, `${name} must be ${form}`);
    }
  };
  check('source', uriReference, 'a URI reference');
  check('dataschema', absoluteUri, 'an absolute URI');
  check('time', timestamp, 'a time of RFC 3339, such as 2024-05-06T07:08:09Z');
  const { time, data_base64: binary } = event;
  if (typeof time === 'string' && Number.isNaN(Date.parse(time))) {
    throw invalid('time', 'time must be a time that exists');
  }
  if (binary !== undefined && (typeof binary !== 'string' || 'data' in event)) {
    throw invalid('data_base64', 'data_base64 must be a text, and stand without data');
  }
}

export const invalid = (field: string, detail: string): Problem =>
  problem('request.invalid', {
    detail: `${detail}.`,
    fix: 'Send a CloudEvent of version 1.0 (github.com/cloudevents/spec).',
    field,
  });
