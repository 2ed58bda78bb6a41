import { commandValidationPipe } from '@jejak/http';
import {
  type ArgumentMetadata,
  type PipeTransform,
  UseGuards,
  UseInterceptors,
  UsePipes,
  applyDecorators,
} from '@nestjs/common';
import { ApiBearerAuth, ApiResponse, ApiTags } from '@nestjs/swagger';

import { OperatorGuard } from './operator-guard';
import { RefusalsAsProblems } from './refusals-as-problems';

const pipe = commandValidationPipe();

/** Path segments have checks of their own (see `path.ts`). */
const validation: PipeTransform = {
  transform: (value: unknown, metadata: ArgumentMetadata): unknown =>
    metadata.type === 'param' ? value : pipe.transform(value, metadata),
};

/** What every controller here is: for maintainers, strict, and refusing in the catalogue's words. */
export const OperationsRoute = (): ClassDecorator =>
  applyDecorators(
    ApiTags('Operations'),
    ApiBearerAuth(),
    UseGuards(OperatorGuard),
    UseInterceptors(RefusalsAsProblems),
    UsePipes(validation),
    ApiResponse({ status: 400, description: 'The request is malformed; nothing was changed.' }),
    ApiResponse({ status: 401, description: 'No valid token.' }),
    ApiResponse({ status: 403, description: 'Needs the role maintainer and every region.' }),
    ApiResponse({ status: 404, description: 'No such view, build or parked event.' }),
    ApiResponse({ status: 409, description: 'Not as things stand; nothing was changed.' }),
    ApiResponse({
      status: 503,
      description: 'A store is away, or the log is not followed now; Retry-After says when to ask.',
    }),
  );
