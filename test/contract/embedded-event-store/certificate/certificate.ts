import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * For tests only, for `localhost` and 127.0.0.1, its own authority. Node cannot make certificates and
 * not every machine has openssl, so it is kept here with its key, which therefore protects nothing.
 * Valid from 2020 to 2120, whatever the clock of the machine says.
 */
export const certificateFile = join(__dirname, 'localhost.crt');
export const keyFile = join(__dirname, 'localhost.key');

export const tls = {
  certificate: readFileSync(certificateFile, 'utf8'),
  key: readFileSync(keyFile, 'utf8'),
};
