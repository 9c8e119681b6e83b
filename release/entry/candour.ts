// What the artefact begins with: `node candour.mjs serve`. This Node is looked at and .env read before anything else.
import '../../bot/settings/env-file.mjs';
import { commandNamed, commandNames, commands } from '../commands.ts';
import { compiledFolder } from '../compiled/place.ts';
import { useCompiled } from '../compiled/use-compiled.ts';

const [asked] = process.argv.splice(2, 1);
const name = commandNamed(asked);
if (name === undefined) {
  process.stderr.write(`node candour.mjs <command>, which is one of: ${commandNames.join(', ')}.\n`);
  process.exitCode = 2;
} else {
  if (name !== 'compile') useCompiled(compiledFolder);
  await commands[name]();
}
