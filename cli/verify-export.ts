import { readFile } from 'node:fs/promises';
import { isFileError } from '../bot/runtime/file-error.ts';
import { tryParseArgs, printLine as sayHere, type CliCommand } from './cli-command.ts';
import { type ExportCheckResult, checkExportedCase, parsePublicKey } from './exported-case-checks.ts';

const usage = `Checks an exported case. It needs no store and no settings.

  npm run verify-export -- <file.json> [--pdf <file>] [--public-key <file or base64>]

--pdf         the PDF that was exported with it
--public-key  the server's public key, as "npm run keys -- signing" printed it and as you kept it elsewhere; without
              it the command cannot show who signed, and does not end with 0

The signed content says whether the export is SANITISED or WHOLE. The command reports it, and whether a file's name says
something else. For a sanitised export it says whether the text is the one that a second person signed off, who and when.
`;

const unknownSignerSentence =
  'Do not rely on this file yet: the command did not check whose signature it is, and anyone can make such a file. Give ' +
  'the public key that you kept elsewhere, with --public-key.';

const unknownTextSentence =
  'Do not rely on this file yet: nothing shows whether its text is the one that was signed off. Ask for it to be ' +
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
      printLine('What you gave as the public key is not one.');
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
    printLine('Everything that was checked is correct.');
    return 0;
  } catch (error) {
    if (!isFileError(error)) throw error;
    printLine('A file could not be read. Check its name, and that you may read it.');
    return 1;
  }
}

export const cliCommand: CliCommand = {
  usage,
  failureMessage: 'The export could not be checked.',
  run: (args) => verifyExportCommand(sayHere, args),
};
