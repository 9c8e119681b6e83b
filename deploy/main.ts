import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { parametersIn } from './azure/example-parameters.ts';
import { checkParameters } from './check-parameters.ts';
import { deployedFiles } from './deployed-files.ts';
import type { Json } from './template/json.ts';
import { TemplateError } from './template/template-error.ts';

const usage = `npm run deploy -- write              writes the template for Azure, the registration for Entra, the file of the
                                     Agents Toolkit, alarms and their dashboard anew, from the tables that the server is made of
npm run deploy -- check <parameters> looks at a file of parameters, as Azure would and by Candour's own rules, and says
                                     what would be made; asks nobody and changes nothing`;

async function write(): Promise<void> {
  for (const [path, text] of deployedFiles()) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    console.log(`Wrote ${path}.`);
  }
}

const jsonSchema: z.ZodType<Json> = z.json();

/** Says all that is wrong with a file of parameters, and none of its values. Returns the exit code. */
function check(path: string): number {
  const file = jsonSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const { wrong, deployment } = checkParameters(parametersIn(file));
  for (const { type, name, isMade } of deployment.resources) if (isMade) console.log(`  ${type} ${name}`);
  for (const one of wrong) console.error(`Wrong: ${one}.`);
  if (wrong.length === 0) console.log('Nothing is wrong with it, as far as can be seen without asking Azure.');
  return wrong.length === 0 ? 0 : 3;
}

const [command, path, ...more] = process.argv.slice(2);
try {
  if (command === 'write' && path === undefined) await write();
  else if (command === 'check' && path !== undefined && more.length === 0) process.exitCode = check(path);
  else {
    console.error(usage);
    process.exitCode = 2;
  }
} catch (error) {
  if (!(error instanceof TemplateError)) {
    console.error('The file cannot be read as parameters in JSON.');
    process.exitCode = 1;
  } else {
    console.error(error.message);
    process.exitCode = 3;
  }
}
