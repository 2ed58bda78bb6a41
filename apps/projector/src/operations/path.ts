import { problem } from '@jejak/http';
import type { ParkedKind } from '@jejak/projection';
import type { PipeTransform } from '@nestjs/common';

const kinds: readonly string[] = ['document', 'event', 'stream'] satisfies readonly ParkedKind[];

export const kindInPath: PipeTransform<string, ParkedKind> = {
  transform(value) {
    if (kinds.includes(value)) return value as ParkedKind;
    throw problem('request.invalid', {
      detail: 'The path segment kind must be document, event or stream.',
      fix: 'Correct kind in the address.',
      field: 'kind',
    });
  },
};
