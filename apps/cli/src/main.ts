#!/usr/bin/env node
import { run } from './program';

// A reader that has seen enough, such as `head`, closes the pipe: the rest is for nobody.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

void run(process.argv).then((code) => {
  if (code !== undefined) process.exitCode = code;
});
