import { SetMetadata, type CustomDecorator } from '@nestjs/common';

/** Metadata key the authentication guard looks for. */
export const PUBLIC_ROUTE = 'jejak:public-route';

/** Opens a controller or a route to callers without a token. Everything else needs one. */
export function Public(): CustomDecorator {
  return SetMetadata(PUBLIC_ROUTE, true);
}
