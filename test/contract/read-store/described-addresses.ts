import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  /** At its example, or each value it can have. */
  readonly values: readonly string[];
}

/**
 * Every question an application describes, at its own examples: with what it needs, and with each
 * other parameter by itself, so that every filter and every order of a list is asked for once.
 */
export function describedAddresses(app: INestApplication): readonly string[] {
  const { paths } = SwaggerModule.createDocument(app, new DocumentBuilder().build());
  return Object.entries(paths).flatMap(([path, { get }]) =>
    get === undefined ? [] : addressesOf(path, parametersOf(get)),
  );
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const parametersOf = ({ parameters = [] }: Operation): readonly Parameter[] =>
  parameters.flatMap((one) => {
    if (!('name' in one)) return [];
    const schema = one.schema !== undefined && !('$ref' in one.schema) ? one.schema : {};
    const example: unknown = one.example ?? schema.example;
    const values = (schema.enum ?? (example === undefined ? [] : [example])).map(String);
    return [{ name: one.name, in: one.in, required: one.required === true, values }];
  });

function addressesOf(path: string, parameters: readonly Parameter[]): string[] {
  const filled = parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce((text, { name, values }) => text.replace(`{${name}}`, values[0] ?? 'x'), path);
  const inQuery = parameters.filter((parameter) => parameter.in === 'query');
  const needed = inQuery
    .filter(({ required }) => required)
    .map(({ name, values }): [string, string] => [name, values[0] ?? 'x']);
  const asked = inQuery
    .filter(({ name, required }) => !required && name !== 'cursor' && name !== 'format')
    .flatMap(({ name, values }) => values.map((value) => [...needed, [name, value]]));
  return [needed, ...asked].map((query) => {
    const text = new URLSearchParams(query as [string, string][]).toString();
    return text === '' ? filled : `${filled}?${text}`;
  });
}
