import { serveThread } from '@jejak/embedded-node';
import { startNode } from './node';

export { type WorkerSettings } from './protocol';

serveThread(startNode);
