import { type Command } from 'commander';

/** Flags that do not go together, said in their own names. */
export class FlagsRefused extends Error {
  override readonly name = 'FlagsRefused';
}

/** Runs a command's work; flags that do not go together end it as wrong usage. */
export async function refusingFlags(command: Command, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof FlagsRefused) command.error(`error: ${error.message}`);
    throw error;
  }
}
