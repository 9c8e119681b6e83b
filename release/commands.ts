import { runVerb, verbs } from '../commands/verbs.ts';

const begun = (load: () => Promise<unknown>) => async (): Promise<void> => void (await load());

/** The commands of the artefact by the names of the npm scripts that do the same, and how each begins. */
export const commands: Readonly<Record<string, () => Promise<void>>> = {
  serve: begun(() => import('../bot/main.ts')),
  ...Object.fromEntries(Object.entries(verbs).map(([name, load]) => [name, async () => await runVerb(await load())])),
  package: begun(() => import('../manifest/package.ts')),
};

/** All of them, in the order in which they are told. */
export const commandNames: readonly string[] = Object.keys(commands);
