import { checkParameterFile } from './check-parameters.ts';

/** Prints what is wrong with a file of parameters, never a value. Returns 0 if nothing is, 3, or 1 for no such file. */
export function checkParametersCommand(path: string): number {
  try {
    const wrong = checkParameterFile(path);
    for (const one of wrong) process.stderr.write(`Wrong: ${one}.\n`);
    if (wrong.length === 0) process.stdout.write('No problems found, as far as can be checked without asking Azure.\n');
    return wrong.length === 0 ? 0 : 3;
  } catch {
    process.stderr.write('The file cannot be read as parameters in JSON.\n');
    return 1;
  }
}
