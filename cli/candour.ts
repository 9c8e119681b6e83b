import { printLine } from './cli-command.ts';
import { runCliCommand, cliCommands } from './command-table.ts';

// `node cli/candour.ts <verb> [arguments]`, or `npm run <verb> -- [arguments]`.

/** The artefact has no `words`, which works on the sources. */
const commandLoaders = { ...cliCommands, words: () => import('./words.ts') };
const isCommandName = (name: string | undefined): name is keyof typeof commandLoaders =>
  name !== undefined && Object.hasOwn(commandLoaders, name);

const [commandName, ...args] = process.argv.slice(2);
const isHelp = commandName === undefined || commandName === 'help' || commandName === '--help';
const name = commandName === 'help' ? args[0] : commandName;
if (isCommandName(name)) await runCliCommand(await commandLoaders[name](), isHelp ? ['--help'] : args);
else {
  printLine(`npm run <verb> [-- <arguments>], in which <verb> is one of: ${Object.keys(commandLoaders).join(', ')}.`);
  printLine('Add --help to see how to use one.');
  process.exitCode = isHelp && name === undefined ? 0 : 2;
}
