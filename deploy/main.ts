import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { checkParametersCommand } from './azure/check-command.ts';
import { renderGeneratedFiles } from './generated-files.ts';

const usage = `npm run deploy -- write              writes .env.example, the reference of settings, the registration for Entra, the
                                     file of the Agents Toolkit, alarms and their dashboard, from the same tables as the
                                     server
npm run deploy -- check <parameters> checks a file of parameters for Azure against the template and the settings, and says
                                     what is wrong with it; asks Azure nothing and changes nothing`;

async function writeCommand(): Promise<void> {
  for (const [path, text] of renderGeneratedFiles()) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    console.log(`Wrote ${path}.`);
  }
}

const [command, path, ...more] = process.argv.slice(2);
if (command === 'write' && path === undefined) await writeCommand();
else if (command === 'check' && path !== undefined && more.length === 0) {
  process.exitCode = checkParametersCommand(path);
} else {
  console.error(usage);
  process.exitCode = 2;
}
