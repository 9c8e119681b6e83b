import { runCliCommand, cliCommands } from '../cli/command-table.ts';

interface ArtefactCommand {
  readonly usage: () => Promise<string>;
  /** Its arguments are those of the process. */
  readonly run: () => Promise<void>;
}

const importedCommand = (usage: string, load: () => Promise<unknown>): ArtefactCommand => ({
  usage: async () => usage,
  run: async () => void (await load()),
});

const parametersUsage = `npm run deploy -- check <parameters>
    Checks a file of parameters for Azure against the template and the settings, and says what is wrong with it. It asks
    Azure nothing and changes nothing.`;

async function checkParameters(): Promise<void> {
  const [subcommand, path, ...more] = process.argv.slice(2);
  if (subcommand !== 'check' || path === undefined || more.length > 0) {
    process.stderr.write(`${parametersUsage}\n`);
    process.exitCode = 2;
    return;
  }
  const { checkParametersCommand } = await import('../deploy/azure/check-command.ts');
  process.exitCode = checkParametersCommand(path);
}

/** By the names of the npm scripts that do the same. */
export const artefactCommands: Readonly<Record<string, ArtefactCommand>> = {
  serve: importedCommand(
    'npm run serve: starts the server with the settings from the environment and from .env in this folder.',
    () => import('../bot/main.ts'),
  ),
  ...Object.fromEntries(
    Object.entries(cliCommands).map(([name, load]): [string, ArtefactCommand] => [
      name,
      { usage: async () => (await load()).cliCommand.usage, run: async () => await runCliCommand(await load()) },
    ]),
  ),
  package: importedCommand(
    'npm run package: makes the app package for Teams from the settings, as dist/candour-teams.zip in this folder.',
    () => import('../manifest/main.ts'),
  ),
  deploy: { usage: async () => parametersUsage, run: checkParameters },
};

export const artefactCommandNames: readonly string[] = Object.keys(artefactCommands);
