import { readFile } from 'node:fs/promises';
import { isFileError } from '../bot/runtime/file-error.ts';
import { tryParseArgs, printLine as sayHere, type CliCommand } from './cli-command.ts';
import { type ExportCheckResult, checkExportedCase, parsePublicKey } from './exported-case-checks.ts';

const usage = `Checks a case that was exported. It needs no store and no setting.

  npm run verify-export -- <file.json> [--pdf <file>] [--public-key <file or base64>]

--pdf         the PDF that was exported with it
--public-key  the server's public key, as "npm run keys -- signing" printed it and as it was kept elsewhere; without
              it nobody is shown to have signed, and the command does not end with 0

It says whether the export is SANITISED or WHOLE by what is signed, and where the name of a file says another thing.
Of a sanitised one it says whether the text is the one that a second person signed off, who that was and when.
`;

const unknownSignerSentence =
  'Do not rely on this file yet: whose signature it is was not checked. Anybody can make such a file. Give the public key ' +
  'that was kept elsewhere, with --public-key.';

const unknownTextSentence =
  'Do not rely on this file yet: it is not known whether its text is the one that was signed off. Ask for it to be ' +
  'signed off and exported again.';

const resultMarks: Readonly<Record<ExportCheckResult['result'], string>> = {
  right: 'yes',
  wrong: 'NO',
  open: '-',
  unsure: '-',
};

interface Options {
  readonly file: string;
  readonly pdf: string | undefined;
  readonly publicKey: string | undefined;
}

function parseOptions(args: readonly string[]): Options | undefined {
  const options = { pdf: { type: 'string' }, 'public-key': { type: 'string' } } as const;
  const read = tryParseArgs({ args: [...args], allowPositionals: true, options });
  const [file, ...rest] = read?.positionals ?? [];
  if (read === undefined || file === undefined || rest.length > 0) return undefined;
  return { file, pdf: read.values.pdf, publicKey: read.values['public-key'] };
}

/**
 * Exit code 3 if something is wrong, 4 without a key, since anyone can make a whole file, or if nothing shows which
 * text was signed off.
 */
export async function verifyExportCommand(printLine: (line: string) => void, args: readonly string[]): Promise<number> {
  const options = parseOptions(args);
  if (options === undefined) {
    printLine(usage);
    return 2;
  }
  try {
    const given = options.publicKey;
    const publicKey =
      given === undefined ? undefined : (parsePublicKey(given) ?? parsePublicKey(await readFile(given, 'utf8')));
    if (given !== undefined && publicKey === undefined) {
      printLine('What was given as the public key is none.');
      return 2;
    }
    const pdf = options.pdf === undefined ? undefined : await readFile(options.pdf);
    const names = [options.file, ...(options.pdf === undefined ? [] : [options.pdf])];
    const checks = await checkExportedCase(await readFile(options.file, 'utf8'), { pdf, publicKey, names });
    for (const { result: found, line } of checks) printLine(`${resultMarks[found].padEnd(3)} ${line}`);
    const isWrong = checks.some(({ result: found }) => found === 'wrong');
    if (isWrong) {
      printLine('Do not rely on this file.');
      return 3;
    }
    if (publicKey === undefined) {
      printLine(unknownSignerSentence);
      return 4;
    }
    if (checks.some(({ result: found }) => found === 'unsure')) {
      printLine(unknownTextSentence);
      return 4;
    }
    printLine('Nothing that was checked is wrong.');
    return 0;
  } catch (error) {
    if (!isFileError(error)) throw error;
    printLine('A file could not be read. Look at its name and at who may read it.');
    return 1;
  }
}

export const cliCommand: CliCommand = {
  usage,
  failureMessage: 'The export could not be checked.',
  run: (args) => verifyExportCommand(sayHere, args),
};
