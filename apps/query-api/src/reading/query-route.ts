import { commandValidationPipe, Public } from '@jejak/http';
import { applyDecorators, UseInterceptors, UsePipes } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiExtraModels,
  ApiHeader,
  ApiServiceUnavailableResponse,
} from '@nestjs/swagger';

import { LeftOut } from './left-out';
import { PositionHeader } from './position-header';

/**
 * What every controller here is: open to everybody, strict about what it is asked, and saying the
 * position its replies stand at.
 */
export const QueryRoute = (): ClassDecorator =>
  applyDecorators(
    Public(),
    UsePipes(commandValidationPipe()),
    UseInterceptors(PositionHeader),
    ApiExtraModels(LeftOut),
    ApiHeader({
      name: 'Jejak-After',
      required: false,
      description:
        'Position of an earlier reply: the answer contains everything up to it, or is 503.',
      schema: { type: 'string', example: '0/0' },
    }),
    ApiBadRequestResponse({
      description: 'A parameter is unknown or cannot be read; it is named.',
    }),
    ApiServiceUnavailableResponse({
      description:
        'The view is not there yet or stands still, or a store is away; Retry-After says when to ask.',
    }),
  );
