import { readFile, stat } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { recipientSettingNames } from '../../bot/config/recipient-settings.ts';
import { trimEnvironment } from '../../bot/config/settings-schema.ts';
import { listSchema } from '../../bot/config/setting-formats.ts';
import { fileErrorText } from '../../bot/runtime/file-error.ts';
import { formatKeyFingerprint, keyGroups } from '../../core/model/public-keys.ts';
import { expandPath } from './expand-path.ts';
import { cutRefusal } from './answers.ts';
import { holdsPrivateHalf, privateHalfRefusal } from './private-half.ts';
import { ceremonySettingNames } from './questions.ts';
import { findProblems, type SetupSession } from './session.ts';

type Lines =
  | { readonly kind: 'lines'; readonly lines: Readonly<Record<string, string>> }
  | { readonly kind: 'refused'; readonly why: string };

const refused = (why: string): Lines => ({ kind: 'refused', why });

/** Of the same name with another value: a file that two ceremonies wrote to. */
function findNamedTwice(text: string): string | undefined {
  const lines = text.split(/\r\n|[\n\r]/u).map((line) => parseEnv(line));
  return ceremonySettingNames.find((name) => new Set(lines.flatMap((line) => line[name] ?? [])).size > 1);
}

function parseLines(text: string): Lines {
  if (holdsPrivateHalf(text)) return refused(privateHalfRefusal);
  const twice = findNamedTwice(text);
  if (twice !== undefined)
    return refused(`${twice} is there twice: keep only the line whose security code is on paper.`);
  const given = trimEnvironment(parseEnv(text));
  const lines = Object.fromEntries(
    ceremonySettingNames.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]] as const])),
  );
  return Object.keys(lines).length > 0
    ? { kind: 'lines', lines }
    : refused('It has no line such as RECIPIENTS_ACU=age1pq1….');
}

/** A list for many holders has some ten thousand. */
const maxBytes = 1_000_000;

async function readLines(path: string): Promise<Lines> {
  try {
    const found = await stat(path);
    // Opening a pipe that no one writes to would wait for ever.
    if (!found.isFile() || found.size > maxBytes) return refused('This is not a file with such lines.');
    return parseLines((await readFile(path, 'utf8')).replace(/^\uFEFF/u, ''));
  } catch (error) {
    // Not what was typed: it could be a part of a key.
    return refused(fileErrorText(error, 'The file') ?? 'The file cannot be read.');
  }
}

const firstNamePattern = /^\s*(?:export\s+)?RECIPIENTS_\w+\s*=/u;

async function askLines({ answers }: SetupSession): Promise<Lines | undefined> {
  const first = await answers.ask('  Path of the file with the lines, or the lines themselves and then an empty one');
  if (first === '' || first === '-') return undefined;
  if (!firstNamePattern.test(first)) return await readLines(expandPath(first));
  const pasted = [first];
  for (let line = await answers.askFurther('  '); line !== ''; line = await answers.askFurther('  ')) pasted.push(line);
  if (pasted.some((line) => answers.isCut(line))) return refused(cutRefusal);
  return parseLines(pasted.join('\n'));
}

/** Whether the lines stand that the settings need. */
export const hasRecipients = ({ values }: SetupSession): boolean =>
  findProblems(ceremonySettingNames, values()).length === 0;

function printFingerprints({ printLine }: SetupSession, lines: Readonly<Record<string, string | undefined>>): void {
  for (const group of keyGroups) {
    const name = recipientSettingNames[group];
    const recipients = listSchema.parse(lines[name] ?? '');
    printLine(`  ${name}: ${recipients.map(formatKeyFingerprint).join(', ') || 'not given'}`);
  }
  const retired = listSchema.parse(lines['RECIPIENTS_RETIRED'] ?? '');
  if (retired.length > 0) printLine(`  RECIPIENTS_RETIRED: ${retired.map(formatKeyFingerprint).join(', ')}`);
}

/** Asks until they are right and compared with paper, and saves them. False if there are none yet. */
export async function askRecipients(session: SetupSession): Promise<boolean> {
  const { answers, values, save, printLine } = session;
  for (;;) {
    const standing = hasRecipients(session);
    if (standing) {
      printLine('  These are saved, shown by their security codes. Press Enter to keep them.');
      printFingerprints(session, values());
    }
    const asked = await askLines(session);
    if (asked === undefined) return standing;
    if (asked.kind === 'refused') {
      printLine(`  ${asked.why}`);
      continue;
    }
    const problems = findProblems(ceremonySettingNames, values(asked.lines));
    for (const sentence of problems) printLine(`  ${sentence}`);
    if (problems.length > 0) continue;
    printLine('  Their security codes:');
    printFingerprints(session, asked.lines);
    const compared = await answers.ask('  Are these the security codes on paper? yes or no');
    if (/^y(?:es)?$/iu.test(compared)) {
      save(asked.lines);
      return true;
    }
    printLine('  Nothing was saved. Find out who changed the file, and ask the holders for it again.');
  }
}
