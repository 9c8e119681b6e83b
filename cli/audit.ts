import { readFile } from 'node:fs/promises';
import { isFileError } from '../bot/runtime/file-error.ts';
import { loadCommandSettings } from '../bot/config/command-settings.ts';
import { openFileStore } from '../bot/config/files-settings.ts';
import type { RoleLists } from '../bot/config/role-settings.ts';
import {
  createAnchor,
  type FileIntegrityFailure,
  caseHeadLine,
  settingsHeadLines,
} from '../core/casework/integrity-verification.ts';
import type { CaseHistory } from '../core/ports/case-store.ts';
import type { PublicationLedger } from '../core/ports/store.ts';
import type { PersonStore } from '../core/ports/person-store.ts';
import { StoreError } from '../core/ports/store-error.ts';
import type { CaseRecord } from '../core/model/case-record.ts';
import { hasNoPermittedHandler } from '../core/model/permissions.ts';
import { type Clock, type Day, toDay } from '../core/model/calendar.ts';
import { type CaseId, formatCaseId } from '../core/model/case-id.ts';
import type { ConfiguredRole, PersonId } from '../core/model/roles.ts';
import { writeNewFile } from '../crypto/node/write-new-file.ts';
import { parsePublicationHistory } from '../summary/disclosure-control/publication-record.ts';
import {
  type FileAudit,
  type AuditFinding,
  auditSettings,
  scanCases,
  parseAnchoredHeads,
  settingLine,
  type SettingsAuditDependencies,
  type SettingsFinding,
  verifyCases,
  type CaseVerificationDependencies,
} from './audit/verify-histories.ts';
import { tryParseArgs, printLine, type CliCommand } from './cli-command.ts';
import { withStore } from './with-store.ts';

type AuditOptions =
  | { readonly kind: 'verify'; readonly anchor?: { readonly heads: string; readonly root: string } }
  | { readonly kind: 'anchor'; readonly heads?: string }
  | { readonly kind: 'settings' }
  | { readonly kind: 'by-person' };

const usage = `Checks the histories of all cases, or prints an anchor for a later check.

  npm run audit -- verify [--heads <file> --root <root>]
      Checks every case: its history, its encrypted texts, that the case is as its last entry left it, the values by
      which lists find it, its alert, and that each file that it names has all its parts. Checks the history of the
      settings, and that the channels are those in it. With the heads and the root of an earlier anchor it also finds
      what was cut off, removed or rewritten since.
  npm run audit -- anchor [--heads <new file>]
      Prints one line: the day, the number of cases, and the root over all of them. Keep the line, and the file of
      heads if you asked for one, where the operators of the server cannot change them. The file names only references.
  npm run audit -- settings
      Says what happened to the alert channels, the public keys and the role lists, when and by whom.
  npm run audit -- by-person
      Says who opened how many reports, by person and day, and how many of these were not assigned to that person at
      the time. It prints no reference.
`;

/** One root in 64 begins with a hyphen and would be read as an option. */
function joinRootOption(args: readonly string[]): string[] {
  const at = args.indexOf('--root');
  const root = args[at + 1];
  return at < 0 || root === undefined ? [...args] : [...args.slice(0, at), `--root=${root}`, ...args.slice(at + 2)];
}

function parseOptions(args: readonly string[]): AuditOptions | undefined {
  const options = { heads: { type: 'string' }, root: { type: 'string' } } as const;
  const read = tryParseArgs({ args: joinRootOption(args), allowPositionals: true, options });
  if (read === undefined) return undefined;
  const { heads, root } = read.values;
  const [name, ...rest] = read.positionals;
  if (rest.length > 0 || heads === '' || root === '') return undefined;
  if (name === 'settings' || name === 'by-person')
    return heads === undefined && root === undefined ? { kind: name } : undefined;
  if (name === 'anchor') return root === undefined ? { kind: 'anchor', ...(heads && { heads }) } : undefined;
  if (name !== 'verify' || (heads === undefined) !== (root === undefined)) return undefined;
  return { kind: 'verify', ...(heads && root && { anchor: { heads, root } }) };
}

interface AuditDependencies extends CaseVerificationDependencies, SettingsAuditDependencies {
  readonly history: CaseVerificationDependencies['history'] & ReleasesDependencies['history'];
  readonly people: ReleasesDependencies['people'];
  readonly roles?: Pick<RoleLists, ConfiguredRole>;
  readonly publications: Pick<PublicationLedger, 'all'>;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly printLine: (line: string) => void;
}

async function* collectInaccessibleCases(
  records: AsyncIterable<CaseRecord>,
  { roles }: Pick<AuditDependencies, 'roles'>,
  unseen: CaseId[],
): AsyncGenerator<CaseRecord> {
  for await (const record of records) {
    const holders = roles?.[record.handledBy === 'reserve' ? 'reserve' : 'handler'] ?? [];
    if (holders.length > 0 && hasNoPermittedHandler(record, holders)) unseen.push(record.caseId);
    yield record;
  }
}

const findingSentences: Readonly<Record<AuditFinding['why'], string>> = {
  place: 'an entry is missing or is in the wrong place',
  order: 'the entry does not follow the one before it',
  edited: 'the entry was changed after it was written',
  seal: 'an encrypted text of the entry was replaced by another',
  unreadable: 'the history cannot be read, from this entry or a later one',
  end: 'the history does not end where the case says',
  record: 'the case was changed without an entry in its history',
  listed: 'lists do not show the case as its record says, or show it to someone who was excluded from it',
  alert: 'the alert of the case is missing, or does not match it',
  cut: 'anchored entries are missing',
  replaced: 'anchored entries were rewritten',
  gone: 'the case was anchored and is missing',
};

const fileSentences: Readonly<Record<FileIntegrityFailure, string>> = {
  missing: 'it is not in the place for encrypted files',
  torn: 'a part of it is not in the place for encrypted files',
  length: 'a part of it has the wrong length',
  unreadable: 'it cannot be read',
};

function printFileFindings(
  { files, printLine: say }: AuditDependencies,
  { count: named, areChecked, findings }: FileAudit,
): boolean {
  for (const { caseId, id, why } of findings) say(`Case ${formatCaseId(caseId)}, file ${id}: ${fileSentences[why]}.`);
  if (named === 0) return false;
  if (areChecked) {
    say(`Checked: ${named} files that the cases name, by their parts and lengths.`);
    return false;
  }
  say(
    files === undefined
      ? `Not checked: ${named} files that the cases name. The settings say that Candour takes no files.`
      : `Not checked: ${named} files that the cases name. The place for encrypted files cannot be reached.`,
  );
  return files !== undefined;
}

const noSettingsHistorySentence = 'The settings have no history yet: it begins when the server next starts.';

const settingsSentence = (finding: SettingsFinding): string =>
  'target' in finding
    ? `Settings, the channel “${finding.target}”: it is not the one in their history.`
    : `Settings, entry ${finding.sequence}: ${findingSentences[finding.why]}.`;

async function verify(deps: AuditDependencies, { anchor }: AuditOptions & { kind: 'verify' }): Promise<number> {
  const heads = anchor && parseAnchoredHeads(await readFile(anchor.heads, 'utf8'), anchor.root);
  if (anchor && heads === undefined) {
    deps.printLine('The file of heads does not belong to this root. Nothing was checked.');
    return 3;
  }
  const unseen: CaseId[] = [];
  const { cases, events, findings, files } = await verifyCases(
    deps,
    collectInaccessibleCases(scanCases(deps.ledger), deps, unseen),
    heads,
  );
  const settingsAudit = await auditSettings(deps, heads?.settings);
  for (const { caseId, sequence, why } of findings) {
    deps.printLine(`Case ${formatCaseId(caseId)}, entry ${sequence}: ${findingSentences[why]}.`);
  }
  for (const caseId of unseen)
    deps.printLine(`Case ${formatCaseId(caseId)}: nobody on the list of its case handlers may see it.`);
  for (const finding of settingsAudit.findings) deps.printLine(settingsSentence(finding));
  const publications = await deps.publications.all();
  const { brokenAt } = parsePublicationHistory(publications);
  if (brokenAt !== undefined) {
    deps.printLine(
      `Published figures, number ${brokenAt}: this entry cannot be read, or does not follow the one before it.`,
    );
  }
  deps.printLine(
    `Checked: ${cases} cases with ${events} entries${heads ? `, against ${heads.cases.size} anchored heads` : ''}.`,
  );
  const isFileStoreDown = printFileFindings(deps, files);
  if (settingsAudit.entries.length > 0)
    deps.printLine(`Checked: ${settingsAudit.entries.length} entries of the settings.`);
  if (settingsAudit.isHistoryMissing) deps.printLine(noSettingsHistorySentence);
  if (publications.length > 0)
    deps.printLine(`Checked: ${publications.length} publications of figures to wider readers.`);
  const otherFailures = [settingsAudit.findings.length > 0, brokenAt !== undefined, isFileStoreDown].filter(
    Boolean,
  ).length;
  const broken =
    new Set([...unseen, ...[...findings, ...files.findings].map(({ caseId }) => caseId)]).size + otherFailures;
  deps.printLine(
    broken === 0
      ? 'All of them are intact.'
      : `Not intact: ${broken}. Tell the person who is responsible for the data.`,
  );
  return broken === 0 ? 0 : 3;
}

async function printAnchor(deps: AuditDependencies, { heads }: AuditOptions & { kind: 'anchor' }): Promise<number> {
  const lines: string[] = [];
  for await (const record of scanCases(deps.ledger)) lines.push(caseHeadLine(record));
  const count = lines.length;
  lines.push(...settingsHeadLines(await deps.settings.all()));
  if (heads !== undefined) await writeNewFile(heads, lines.map((line) => `${line}\n`).join(''));
  const { root } = createAnchor(lines);
  deps.printLine(`${toDay(deps.clock(), deps.timeZone)} cases ${count} root ${root}`);
  return 0;
}

async function printSettingsHistory(deps: AuditDependencies): Promise<number> {
  const entries = await deps.settings.all();
  for (const entry of entries) deps.printLine(settingLine(entry));
  if (entries.length === 0) deps.printLine(noSettingsHistorySentence);
  return 0;
}

function run(deps: AuditDependencies, options: AuditOptions): Promise<number> {
  if (options.kind === 'settings') return printSettingsHistory(deps);
  if (options.kind === 'by-person') return printReleases(deps, scanCases(deps.ledger));
  return options.kind === 'verify' ? verify(deps, options) : printAnchor(deps, options);
}

/** Exit code 3 if something is not whole. */
export async function auditCommand(deps: AuditDependencies, args: readonly string[]): Promise<number> {
  const asked = parseOptions(args);
  if (asked === undefined) {
    deps.printLine(usage);
    return 2;
  }
  try {
    return await run(deps, asked);
  } catch (error) {
    if (error instanceof StoreError && error.code === 'broken') {
      deps.printLine(
        'A case, the history of the settings, or the record of published figures cannot be read: a record is damaged. Tell the person who is responsible for the data.',
      );
      return 3;
    }
    if (!isFileError(error)) throw error;
    const exists = isFileError(error, 'EEXIST');
    deps.printLine(
      exists
        ? 'A file of this name exists already. Nothing was written: name another.'
        : 'The file of heads could not be read or written. Check its name and its folder.',
    );
    return 1;
  }
}

export const cliCommand: CliCommand = {
  usage,
  failureMessage: 'The histories could not be checked.',
  run: async (args) => {
    const settings = loadCommandSettings();
    const { timeZone, roles } = settings;
    return await withStore(settings, async ({ store, clock }) =>
      auditCommand(
        { ...store, files: await openFileStore(settings.files, clock), clock, timeZone, roles, printLine },
        args,
      ),
    );
  },
};

interface ReleaseTally {
  readonly person: PersonId;
  readonly day: Day;
  decryptions: number;
  reports: number;
  withoutReason: number;
}

interface ReleasesDependencies {
  readonly history: Pick<CaseHistory, 'entries'>;
  readonly people: Pick<PersonStore, 'all'>;
  readonly timeZone: string;
  readonly printLine: (line: string) => void;
}

async function printReleases(
  { history, people, timeZone, printLine: say }: ReleasesDependencies,
  cases: AsyncIterable<CaseRecord>,
): Promise<number> {
  const found = new Map<string, ReleaseTally>();
  for await (const { caseId } of cases) {
    let given: PersonId | undefined;
    const seen = new Set<string>();
    for (const { kind, by, at, detail } of await history.entries(caseId, { kinds: ['consulted', 'assigned'] })) {
      if (kind === 'assigned')
        given = typeof by === 'object' && by.objectId === detail?.person ? undefined : detail?.person;
      if (kind !== 'consulted' || typeof by !== 'object') continue;
      const day = toDay(new Date(at), timeZone);
      const key = `${by.objectId} ${day}`;
      const its = found.get(key) ?? { person: by.objectId, day, decryptions: 0, reports: 0, withoutReason: 0 };
      found.set(key, its);
      its.decryptions += 1;
      if (seen.has(key)) continue;
      seen.add(key);
      its.reports += 1;
      if (given !== by.objectId) its.withoutReason += 1;
    }
  }
  const names = new Map((await people.all()).map(({ objectId, name }) => [objectId, name]));
  const sorted = [...found.values()].sort((one, other) =>
    `${one.person} ${one.day}`.localeCompare(`${other.person} ${other.day}`, 'en'),
  );
  for (const { person, day, decryptions, reports, withoutReason } of sorted) {
    const name = names.get(person);
    const who = name ? `${person} (${name})` : person;
    say(
      `${who}, ${day}: opened ${decryptions} times, ${reports} reports, ${withoutReason} of them not assigned to this person.`,
    );
  }
  if (sorted.length === 0) say('Nobody has opened a report.');
  return 0;
}
