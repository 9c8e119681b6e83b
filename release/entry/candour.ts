// `node candour.mjs serve`. First checks this Node and reads .env.
import '../../bot/config/env-file.mjs';
import { artefactCommandNames, artefactCommands } from '../artefact-commands.ts';

const getCommand = (name: string | undefined) =>
  name !== undefined && Object.hasOwn(artefactCommands, name) ? artefactCommands[name] : undefined;

const [name, first] = process.argv.splice(2, 1).concat(process.argv.slice(2));
const isHelp = name === 'help' || name === '--help';
const command = getCommand(isHelp ? first : name);
if (command === undefined) {
  const isList = isHelp && first === undefined;
  const names = artefactCommandNames.join(', ');
  const stream = isList ? process.stdout : process.stderr;
  stream.write(
    `node candour.mjs <command>, in which <command> is one of: ${names}. Add --help to see how to use one.\n`,
  );
  process.exitCode = isList ? 0 : 2;
} else if (isHelp || first === '--help') {
  process.stdout.write(`${await command.usage()}\n`);
} else {
  await command.run();
}
