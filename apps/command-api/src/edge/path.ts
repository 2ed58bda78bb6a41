import { indexGroups, isIndexSubject } from '@jejak/domain/indices';
import { isPolicyKind, type PolicyKind, policyKinds } from '@jejak/domain/policy';
import { identifierForms } from '@jejak/domain/values/identifier';
import { problem } from '@jejak/http';
import { type PipeTransform } from '@nestjs/common';

/** A path segment that must have a certain form before it may name a stream. */
function segment(name: string, pattern: RegExp, form: string): PipeTransform<string, string> {
  return {
    transform(value) {
      if (pattern.test(value)) return value;
      throw problem('request.invalid', {
        detail: `The path segment ${name} must be ${form}.`,
        fix: `Correct ${name} in the address.`,
        field: name,
      });
    },
  };
}

export const regionCodeInPath = segment(
  'region',
  identifierForms.regionCode,
  'a region code, such as 36 or 36.73',
);

export const instrumentInPath = segment(
  'instrument',
  identifierForms.instrument,
  'an upper-case instrument name, such as MCP',
);

export const indexKindInPath = segment(
  'kind',
  identifierForms.instrument,
  'the upper-case name of an index, such as SPI',
);

const yearText = segment('year', identifierForms.year, 'a year, such as 2019');

export const yearInPath: PipeTransform<string, number> = {
  transform: (value, metadata) => Number(yearText.transform(value, metadata)),
};

export const indexSubjectInPath: PipeTransform<string, string> = {
  transform(value) {
    if (isIndexSubject(value)) return value;
    throw problem('request.invalid', {
      detail: `"${value.slice(0, 60)}" is neither the code of a region nor a group of bodies.`,
      fix: `Use a code such as 36.73, or one of ${indexGroups.join(', ')}.`,
      field: 'subject',
    });
  },
};

export const policyKindInPath: PipeTransform<string, PolicyKind> = {
  transform(value) {
    if (isPolicyKind(value)) return value;
    throw problem('request.invalid', {
      detail: `There is no kind of policy called "${value.slice(0, 60)}".`,
      fix: `Use one of ${policyKinds.join(', ')}.`,
      field: 'kind',
    });
  },
};

export const viewInPath = segment(
  'view',
  identifierForms.viewName,
  'the name of a view, such as ranking or pact-register',
);

/** Names a person or a case without saying who or what it is. */
export const uuidInPath = (name: string): PipeTransform<string, string> =>
  segment(name, identifierForms.uuid, 'a UUID in lower case');

export const slugInPath = (name: string): PipeTransform<string, string> =>
  segment(name, identifierForms.slug, 'lower-case letters, digits, dots and dashes');
