import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { checkParameterFile } from './azure/check-parameters.ts';
import { renderGeneratedFiles } from './generated-files.ts';

const usage = `npm run deploy -- write              writes .env.example, the reference of settings, the registration for Entra, the
                                     file of the Agents Toolkit, alarms and their dashboard anew, from the tables that
                                     the server is made of
npm run deploy -- check <parameters> looks at a file of parameters for Azure by the template and the settings, and says
                                     what is wrong with it; asks nobody and changes nothing`;

async function writeCommand(): Promise<void> {
  for (const [path, text] of renderGeneratedFiles()) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    console.log(`Wrote ${path}.`);
  }
}

function checkCommand(path: string): number {
  const wrong = checkParameterFile(path);
  for (const one of wrong) console.error(`Wrong: ${one}.`);
  if (wrong.length === 0) console.log('Nothing is wrong with it, as far as can be seen without asking Azure.');
  return wrong.length === 0 ? 0 : 3;
}

const [command, path, ...more] = process.argv.slice(2);
if (command === 'write' && path === undefined) await writeCommand();
else if (command === 'check' && path !== undefined && more.length === 0) {
  try {
    process.exitCode = checkCommand(path);
  } catch {
    console.error('The file cannot be read as parameters in JSON.');
    process.exitCode = 1;
  }
} else {
  console.error(usage);
  process.exitCode = 2;
}
