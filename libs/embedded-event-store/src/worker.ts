import { serveThread } from '@jejak/embedded-node';
import { logVerbosity, setLogVerbosity } from '@grpc/grpc-js';
import { startNode } from './node';

// What goes wrong is told to the starter; grpc-js would print it to the application's stderr too.
setLogVerbosity(logVerbosity.NONE);
serveThread(startNode);
