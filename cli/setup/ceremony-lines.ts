import { readFile, stat } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { recipientSettingNames } from '../../bot/config/recipient-settings.ts';
import { trimEnvironment } from '../../bot/config/settings-schema.ts';
import { listSchema } from '../../bot/config/setting-formats.ts';
import { fileErrorText } from '../../bot/runtime/file-error.ts';
import { formatKeyFingerprint, keyGroups } from '../../core/model/public-keys.ts';
import { ceremonySettingNames } from './questions.ts';
import { findProblems, type SetupSession } from './session.ts';

type Lines =
  | { readonly kind: 'lines'; readonly lines: Readonly<Record<string, string>> }
  | { readonly kind: 'refused'; readonly why: string };

const refused = (why: string): Lines => ({ kind: 'refused', why });

const privateHalf = /AGE-SECRET-KEY-|age-encryption\.org|BEGIN AGE ENCRYPTED FILE/iu;

function parseLines(text: string): Lines {
  if (privateHalf.test(text)) {
    return refused(
      'This holds the private half of a key, which opens reports. Remove it from this machine, and have its holders make a new key.',
    );
  }
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
    if (!found.isFile() || found.size > maxBytes) return refused('It is no file of lines.');
    return parseLines(await readFile(path, 'utf8'));
  } catch (error) {
    return refused(fileErrorText(error) ?? 'The file cannot be read.');
  }
}

const firstNamePattern = /^\s*(?:export\s+)?RECIPIENTS_\w+\s*=/u;

async function askLines({ answers }: SetupSession): Promise<Lines | undefined> {
  const first = await answers.ask('  Path of their file, or the lines and then an empty one');
  if (first === '' || first === '-') return undefined;
  if (privateHalf.test(first)) return parseLines(first);
  if (!firstNamePattern.test(first)) return await readLines(first);
  const pasted = [first];
  for (let line = await answers.ask('  '); line !== ''; line = await answers.ask('  ')) pasted.push(line);
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
}

/** Asks until they are right and compared with paper, and saves them. False if there are none yet. */
export async function askRecipients(session: SetupSession): Promise<boolean> {
  const { answers, values, save, printLine } = session;
  for (;;) {
    const standing = hasRecipients(session);
    if (standing) {
      printLine('  These stand, by their fingerprints. Enter keeps them.');
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
    printLine('  Their fingerprints:');
    printFingerprints(session, asked.lines);
    const compared = await answers.ask('  Are these the fingerprints on paper? yes or no');
    if (/^y(?:es)?$/iu.test(compared)) {
      save(asked.lines);
      return true;
    }
    printLine('  Nothing of it was saved. Find out who changed the file, and ask the holders for it again.');
  }
}
