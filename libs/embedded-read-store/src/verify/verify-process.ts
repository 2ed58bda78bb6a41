import { serveVerifier } from '@jejak/embedded-node';
import { verifyDirectory } from './verify-directory';

serveVerifier(verifyDirectory);
