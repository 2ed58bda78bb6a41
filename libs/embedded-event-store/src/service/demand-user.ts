import {
  experimental,
  ServerInterceptingCall,
  type ServerCredentials,
  type ServerInterceptor,
} from '@grpc/grpc-js';
import { type User } from '../options';
import { accessCheck } from './access';
import { OPEN_TO_EVERYBODY } from './node-facts';

/** Calls that come in with these credentials are the user's, or are refused before they begin. */
export function demandUser(credentials: ServerCredentials, user: User): ServerCredentials {
  const check = accessCheck(user);
  const demand: ServerInterceptor = ({ path }, call) =>
    new ServerInterceptingCall(call, {
      start: (next) => {
        next({
          onReceiveMetadata: (metadata, goOn) => {
            const [authorization] = metadata.get('authorization');
            const isOpen = OPEN_TO_EVERYBODY.has(path);
            const refusal = isOpen ? undefined : check(authorization?.toString());
            if (refusal === undefined) goOn(metadata);
            else call.sendStatus(refusal);
          },
        });
      },
    });
  return experimental.createServerCredentialsWithInterceptors(credentials, [demand]);
}
