import { runCliCommand, cliCommands } from '../cli/command-table.ts';

const lazyCommand = (load: () => Promise<unknown>) => async (): Promise<void> => void (await load());

/** By the names of the npm scripts that do the same. */
export const artefactCommands: Readonly<Record<string, () => Promise<void>>> = {
  serve: lazyCommand(() => import('../bot/main.ts')),
  ...Object.fromEntries(
    Object.entries(cliCommands).map(([name, load]) => [name, async () => await runCliCommand(await load())]),
  ),
  package: lazyCommand(() => import('../manifest/main.ts')),
};

export const artefactCommandNames: readonly string[] = Object.keys(artefactCommands);
