import { identifierForms } from '@jejak/domain/values/identifier';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';

/*
 * One declaration gives a field its validation, its type and its line in the OpenAPI document.
 * Optional fields may be left out or null: both say "no source gives it".
 */

interface FieldOptions {
  readonly description: string;
  readonly example?: unknown;
  readonly optional?: boolean;
}

type Constructor = new () => object;

const presence = ({ optional }: FieldOptions): PropertyDecorator[] =>
  optional === true ? [IsOptional()] : [];

const documented = (options: FieldOptions, type: object): PropertyDecorator =>
  ApiProperty({
    ...type,
    description: options.description,
    example: options.example,
    required: options.optional !== true,
  });

/**
 * No characters that show nothing or change how the rest is shown: control characters, bidirectional
 * overrides, invisible ones. A name must be what it looks like, on a terminal too.
 */
const seen = /^[^\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]*$/u;
const seenInLines = /^(?:\n|[^\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff])*$/u;

export function TextField(
  options: FieldOptions & { minLength?: number; maxLength?: number; manyLines?: boolean },
): PropertyDecorator {
  const { minLength = 1, maxLength = 500 } = options;
  return applyDecorators(
    documented(options, { type: String, minLength, maxLength }),
    ...presence(options),
    IsString(),
    MinLength(minLength),
    MaxLength(maxLength),
    Matches(options.manyLines === true ? seenInLines : seen, {
      message: '$property must not hold control or invisible characters',
    }),
  );
}

function PatternField(options: FieldOptions, pattern: RegExp, form: string): PropertyDecorator {
  return applyDecorators(
    documented(options, { type: String, pattern: pattern.source }),
    ...presence(options),
    IsString(),
    Matches(pattern, { message: `$property must be ${form}` }),
  );
}

/** Decimal as text, because a JSON number would pass through a binary float. */
export const DecimalField = (options: FieldOptions): PropertyDecorator =>
  PatternField(options, /^-?\d{1,12}(\.\d{1,6})?$/, 'a decimal number in quotes, such as "69.55"');

export const DayField = (options: FieldOptions): PropertyDecorator =>
  PatternField(options, /^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD, such as "2019-08-21"');

export const InstantField = (options: FieldOptions): PropertyDecorator =>
  PatternField(
    options,
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/,
    'an instant with its offset, such as "2025-11-30T23:59:59+07:00"',
  );

/** Where a source may give only the month: never completed to a day that nobody gave. */
export const DayOrMonthField = (options: FieldOptions): PropertyDecorator =>
  PatternField(
    options,
    /^\d{4}-\d{2}(-\d{2})?$/,
    'a day as YYYY-MM-DD, or a month as YYYY-MM where no day is known',
  );

/** The number of a receipt, notice or decision. */
export const DocumentNumberField = (options: FieldOptions): PropertyDecorator =>
  PatternField(
    options,
    /^[A-Za-z0-9]([A-Za-z0-9./-]{0,62}[A-Za-z0-9])?$/,
    'the number of a document: 1 to 64 letters, digits, dots, slashes and dashes',
  );

export const PartialDateField = (options: FieldOptions): PropertyDecorator =>
  PatternField(
    options,
    /^\d{4}(-\d{2}(-\d{2})?)?$/,
    'a day, month or year as exact as the source is, such as "2017-10-18", "2017-10" or "2017"',
  );

export const SlugField = (options: FieldOptions): PropertyDecorator =>
  PatternField(
    options,
    identifierForms.slug,
    'a short name of lower-case letters, digits, dots and dashes, such as "procurement"',
  );

export const Sha256Field = (options: FieldOptions): PropertyDecorator =>
  PatternField(options, identifierForms.sha256, 'a SHA-256 in 64 lower-case hex digits');

export const UuidField = (options: FieldOptions): PropertyDecorator =>
  PatternField(
    options,
    identifierForms.uuid,
    'a UUID in lower case, such as "0d8f6a3c-5c1e-5b7a-9a43-7f0f5a4c2e11"',
  );

/** 64 bits as text, because a JSON number is exact to 2^53 only. */
export const RevisionField = (options: FieldOptions): PropertyDecorator =>
  PatternField(options, /^(0|[1-9]\d{0,19})$/, 'a revision in quotes, such as "3"');

export const PositionField = (options: FieldOptions): PropertyDecorator =>
  PatternField(
    options,
    /^(0|[1-9]\d{0,19})\/(0|[1-9]\d{0,19})$/,
    'a position as <commit>/<prepare>, such as "48211/48211"',
  );

export const RegionCodeField = (options: FieldOptions): PropertyDecorator =>
  PatternField(options, identifierForms.regionCode, 'a region code, such as "36" or "36.73"');

export function ChoiceField(
  options: FieldOptions & { readonly of: readonly string[] },
): PropertyDecorator {
  return applyDecorators(
    documented(options, { type: String, enum: [...options.of] }),
    ...presence(options),
    IsIn(options.of),
  );
}

export function IntegerField(
  options: FieldOptions & { readonly minimum: number; readonly maximum: number },
): PropertyDecorator {
  const { minimum, maximum } = options;
  return applyDecorators(
    documented(options, { type: 'integer', minimum, maximum }),
    ...presence(options),
    IsInt(),
    Min(minimum),
    Max(maximum),
  );
}

export function FlagField(options: FieldOptions): PropertyDecorator {
  return applyDecorators(documented(options, { type: Boolean }), ...presence(options), IsBoolean());
}

export function ObjectField(
  options: FieldOptions & { readonly of: Constructor },
): PropertyDecorator {
  return applyDecorators(
    documented(options, { type: options.of }),
    ...presence(options),
    ValidateNested(),
    Type(() => options.of),
  );
}

export function ListField(
  options: FieldOptions & {
    readonly of: Constructor;
    readonly minimum?: number;
    readonly maximum?: number;
  },
): PropertyDecorator {
  const { minimum = 0, maximum = 500 } = options;
  return applyDecorators(
    documented(options, { type: [options.of], minItems: minimum, maxItems: maximum }),
    ...presence(options),
    IsArray(),
    ArrayMinSize(minimum),
    ArrayMaxSize(maximum),
    ValidateNested({ each: true }),
    Type(() => options.of),
  );
}

/** A list of names or sentences. */
export function TextListField(
  options: FieldOptions & { readonly maximum?: number; readonly maxLength?: number },
): PropertyDecorator {
  const { maximum = 100, maxLength = 500 } = options;
  return applyDecorators(
    documented(options, { type: [String], maxItems: maximum }),
    ...presence(options),
    IsArray(),
    ArrayMaxSize(maximum),
    IsString({ each: true }),
    MinLength(1, { each: true }),
    MaxLength(maxLength, { each: true }),
    Matches(seen, {
      each: true,
      message: '$property must not hold control or invisible characters',
    }),
  );
}

/** A list of short names that stand for something recorded elsewhere. */
export function SlugListField(
  options: FieldOptions & { readonly minimum?: number; readonly maximum?: number },
): PropertyDecorator {
  const { minimum = 0, maximum = 100 } = options;
  return applyDecorators(
    documented(options, { type: [String], minItems: minimum, maxItems: maximum }),
    ...presence(options),
    IsArray(),
    ArrayMinSize(minimum),
    ArrayMaxSize(maximum),
    IsString({ each: true }),
    Matches(identifierForms.slug, {
      each: true,
      message: '$property must hold short names of lower-case letters, digits, dots and dashes',
    }),
  );
}

/** An object whose form depends on the rest of the request: whoever takes it checks it. */
export const JsonField = (options: FieldOptions): PropertyDecorator =>
  applyDecorators(documented(options, { type: Object }), ...presence(options), IsObject());

export function ChoiceListField(
  options: FieldOptions & { readonly of: readonly string[] },
): PropertyDecorator {
  return applyDecorators(
    documented(options, { type: [String], enum: [...options.of] }),
    ...presence(options),
    IsArray(),
    ArrayMinSize(1),
    IsIn(options.of, { each: true }),
  );
}
