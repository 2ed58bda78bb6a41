import { commandValidationPipe } from '@jejak/http';
import {
  type ArgumentMetadata,
  type PipeTransform,
  UsePipes,
  applyDecorators,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';

import { RecordedReply } from './recorded.reply';

const bodyPipe = commandValidationPipe();

/** Path segments have checks of their own (see `path.ts`), and the exchange is not the caller's. */
const bodyValidation: PipeTransform = {
  transform: (value: unknown, metadata: ArgumentMetadata): unknown =>
    metadata.type === 'body' ? bodyPipe.transform(value, metadata) : value,
};

/** What every command route is: strict about its body, and described in the OpenAPI document. */
export function CommandRoute(summary: string): MethodDecorator {
  return applyDecorators(
    UsePipes(bodyValidation),
    ApiOperation({ summary }),
    ApiHeader({
      name: 'Idempotency-Key',
      description: 'Makes the command safe to repeat. Required unless the body has a commandId.',
      required: false,
      example: '3f0d1c52-8c3e-4a53-9c0f-3a6a1f5d2b10',
    }),
    ApiCreatedResponse({ type: RecordedReply, description: 'Recorded, now or by an earlier try.' }),
    ApiResponse({ status: 400, description: 'The request is malformed; nothing was recorded.' }),
    ApiResponse({ status: 401, description: 'No valid token.' }),
    ApiResponse({ status: 403, description: 'Role or jurisdiction does not cover it.' }),
    ApiResponse({ status: 404, description: 'What the command refers to is not recorded.' }),
    ApiResponse({ status: 409, description: 'A rule refuses the command; nothing was recorded.' }),
    ApiResponse({ status: 422, description: 'The key was used for another command.' }),
    ApiResponse({ status: 503, description: 'Store not available or outcome unknown: repeat it.' }),
  );
}
