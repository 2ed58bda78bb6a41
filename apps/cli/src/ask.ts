import { createInterface } from 'node:readline';

/** True for y or yes; false for anything else, for Ctrl-D, and when the signal is aborted. */
export type Ask = (question: string, signal: AbortSignal) => Promise<boolean>;

/** Asks on standard error, so that standard output holds results only. */
const askOnTerminal: Ask = (question, signal) =>
  new Promise((resolve) => {
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    let isAnswered = false;
    const end = (answer: boolean): void => {
      isAnswered = true;
      signal.removeEventListener('abort', onAbort);
      resolve(answer);
      lines.close();
    };
    const onAbort = (): void => {
      if (!isAnswered) process.stderr.write('\n');
      end(false);
    };
    signal.addEventListener('abort', onAbort);
    // A terminal that is read line by line hands Ctrl-C to its reader.
    lines.on('SIGINT', () => process.emit('SIGINT'));
    lines.once('close', onAbort);
    lines.question(question, (answer) => {
      end(/^y(es)?$/i.test(answer.trim()));
    });
  });

/** Null where nobody can be asked. */
export const askWhere = (interactive: boolean): Ask | null =>
  interactive && process.stdin.isTTY ? askOnTerminal : null;
