// `node candour.mjs serve`. First checks this Node and reads .env.
import '../../bot/config/env-file.mjs';
import { artefactCommandNames, artefactCommands } from '../artefact-commands.ts';

const [name = ''] = process.argv.splice(2, 1);
const runCommand = Object.hasOwn(artefactCommands, name) ? artefactCommands[name] : undefined;
if (runCommand === undefined) {
  process.stderr.write(`node candour.mjs <command>, which is one of: ${artefactCommandNames.join(', ')}.\n`);
  process.exitCode = 2;
} else {
  await runCommand();
}
