import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import { getMetadataStorage, ValidationTypes } from 'class-validator';
import type { FieldError } from './problem';
import {
  knownFields,
  placeIn,
  problemOfFields,
  unknownField,
  validationProblem,
} from './validation-problem';

/**
 * Checks bodies, queries and parameters against their class: nothing unknown passes, nothing is
 * converted on the quiet, and every objection is listed in one `request.invalid` problem.
 */
export function commandValidationPipe(): ValidationPipe {
  return new CommandValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transformOptions: { enableImplicitConversion: false },
    validationError: { target: true, value: false },
    exceptionFactory: validationProblem,
  });
}

class CommandValidationPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { metatype } = metadata;
    if (metatype === undefined || !this.toValidate(metadata)) {
      return (await super.transform(value, metadata)) as unknown;
    }
    // A command without a body is one without fields; anything else must be an object.
    if (value !== undefined && !isPlainObject(value)) {
      throw problemOfFields([{ field: '', message: `the ${metadata.type} must be an object` }]);
    }
    // class-transformer drops these without a word, which would hide them from the whitelist.
    const inherited = Object.keys(value ?? {}).filter((key) => key in Object.prototype);
    if (inherited.length > 0) {
      const allowed = knownFields(metatype.prototype as object);
      throw problemOfFields(inherited.map((key) => unknownField(key, key, allowed)));
    }
    const checked = (await super.transform(value, metadata)) as object;
    const misshapen = misshapenFields(checked, '');
    if (misshapen.length > 0) throw problemOfFields(misshapen);
    return checked;
  }
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface DeclaredNesting {
  readonly propertyName: string;
  /** Undefined, whatever its type says, where the decorator was given other options or none. */
  readonly each?: boolean;
}

/**
 * Lists given for one nested object and objects given for a list of them. class-validator checks
 * the items of either alike, so a handler would meet the wrong one.
 */
function misshapenFields(target: object, path: string): FieldError[] {
  return getMetadataStorage()
    .getTargetValidationMetadatas(target.constructor, '', false, false)
    .filter(({ type }) => type === ValidationTypes.NESTED_VALIDATION)
    .flatMap(({ propertyName, each: forEach }: DeclaredNesting) => {
      const each = forEach === true;
      const value: unknown = target[propertyName as keyof typeof target];
      const field = placeIn(path, propertyName, false);
      if (value === undefined || value === null) return [];
      if (each !== Array.isArray(value)) {
        return [{ field, message: `${propertyName} must be ${each ? 'a list' : 'an object'}` }];
      }
      const objects: readonly unknown[] = Array.isArray(value) ? value : [value];
      return objects.flatMap((inner, index) => {
        const place = Array.isArray(value) ? placeIn(field, String(index), true) : field;
        if (!isPlainObject(inner)) return [{ field: place, message: `${place} must be an object` }];
        return misshapenFields(inner, place);
      });
    });
}
