import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery } from '@nestjs/swagger';

import { mediaTypes } from './list-format';

/** Describes a reply that `format` or the Accept header can ask for as a file. */
export const InForms = (description: string): MethodDecorator =>
  ApiOkResponse({
    description,
    content: {
      [mediaTypes.json]: { schema: { type: 'object' } },
      [mediaTypes.csv]: { schema: { type: 'string' } },
      [mediaTypes.ndjson]: { schema: { type: 'string' } },
    },
  });

/** Describes a route that `Lists` answers: its forms, and what `list` can be ordered by. */
export const ListRoute = (
  summary: string,
  list?: { readonly sorts: Readonly<Record<string, string>>; readonly defaultSort: string | null },
): MethodDecorator =>
  applyDecorators(
    ApiOperation({
      summary,
      description:
        'Page by page: `next` is the address of the next page, null on the last. As CSV or NDJSON (`format`, or the Accept header) the whole list from one reading, or one page with its `Link` to the next when `limit` is given. A list cut short ends its connection without an end.',
    }),
    InForms('Items and the next page, or a row for each item.'),
    ...(list === undefined || Object.keys(list.sorts).length === 0 ? [] : [sortParameter(list)]),
  );

function sortParameter({ sorts, defaultSort }: NonNullable<Parameters<typeof ListRoute>[1]>) {
  const names = Object.keys(sorts).flatMap((name) => [name, `-${name}`]);
  const otherwise = defaultSort ?? 'by identifier';
  return ApiQuery({
    name: 'sort',
    required: false,
    enum: names,
    description: `A name with - before it is the opposite direction. Default: ${otherwise}.`,
  });
}
