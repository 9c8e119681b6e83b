import { runVerb, verbs } from '../cli/verbs.ts';

const begun = (load: () => Promise<unknown>) => async (): Promise<void> => void (await load());

/** By the names of the npm scripts that do the same. */
export const commands: Readonly<Record<string, () => Promise<void>>> = {
  serve: begun(() => import('../bot/main.ts')),
  ...Object.fromEntries(Object.entries(verbs).map(([name, load]) => [name, async () => await runVerb(await load())])),
  package: begun(() => import('../manifest/package.ts')),
};

export const commandNames: readonly string[] = Object.keys(commands);
