import { parseArgs } from 'node:util';
import { loadCommandSettings } from '../bot/config/command-settings.ts';
import { createRoleDirectory } from '../bot/config/role-settings.ts';
import { SettingsError } from '../bot/config/settings-errors.ts';
import { partnerOriginText, consentWithdrawnLines } from '../cards/decrypted-report-notes.ts';
import { partnerReportNotes, partnerReportText } from '../cards/report-parts.ts';
import { reportText } from '../cards/report-text.ts';
import { releaseAllSeals } from '../core/casework/release-seals.ts';
import {
  type ComparedCaseField,
  MisplacedSealError,
  type DecryptedReport,
  decryptReport,
} from '../core/casework/decrypt-report.ts';
import { consentWithdrawalDay } from '../core/casework/consent-withdrawal.ts';
import { SealError } from '../core/ports/seal.ts';
import type { CaseRecord } from '../core/model/case-record.ts';
import type { EventRecord } from '../core/model/event-record.ts';
import { parseCaseId, formatCaseId } from '../core/model/case-id.ts';
import { type Language, languages } from '../core/model/language.ts';
import { toPersonId } from '../core/model/roles.ts';
import { decryptSeal } from '../crypto/decrypt-seal.ts';
import { partnerTypeLabel } from '../words/terms/partner-type-label.ts';
import { KeysError } from './keys/keys-error.ts';
import { openIdentityFile, terminal } from './keys/passphrase-prompt.ts';
import { stripControlCharacters } from './terminal/strip-control-characters.ts';
import { printLine, printErrorLine, type CliCommand } from './cli-command.ts';
import { withStore } from './with-store.ts';

const usage = `Opens a report on this machine, with a private key that is here.

  npm run open-report -- <reference> --identity <file> [--personal <file>] [--as <Entra object id>] [--language en|cy]

--identity   the key file of the people who handle the case, made by "npm run keys"
--personal   your own key file, if the key is wrapped for it
--as         the person who opens it: the case's history records that before anything is shown
`;

const refusedSentence = 'There is no such case that you may open. The reference has ten letters and digits.';

const parseLanguage = (text: string | undefined): Language => languages.find((one) => one === text) ?? 'en';

const comparedCaseFieldNames: Readonly<Record<ComparedCaseField, string>> = {
  kind: 'kind',
  urgency: 'urgency',
  handledBy: 'who handles the case',
  language: 'language',
  mode: 'way of reporting',
  route: 'whom it is from',
  receivedOn: 'day',
  identity: 'who reported',
};

const indentUntrustedText = (text: string): string =>
  text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/u)
    .map((line) => `  ${stripControlCharacters(line)}`.trimEnd())
    .join('\n');

function partnerLines(
  opened: DecryptedReport,
  partner: CaseRecord['partnerType'],
  language: Language,
): readonly string[] {
  if (opened.report.route !== 'hub') return [];
  const on = consentWithdrawalDay(opened);
  return [
    ...(on === undefined ? [] : consentWithdrawnLines(language, on)),
    partnerOriginText(language, partner && partnerTypeLabel(language, partner)),
    ...partnerReportNotes(language, opened.report.answers),
  ];
}

/** Before anyone else's first word: a report may hold lines that look like Candour's. */
function formatReport(
  decrypted: DecryptedReport,
  { reference, partnerType }: { readonly reference: string; readonly partnerType: CaseRecord['partnerType'] },
  language: Language,
): string {
  const {
    report,
    identity,
    otherIdentity,
    termMismatches,
    followUps,
    unverifiedCount,
    isHistoryWhole,
    isRecordAsWritten,
  } = decrypted;
  const fileCount = [report, ...followUps].flatMap(({ files = [] }) => files).length;
  const headerLines = [
    `Case ${reference}, received on ${report.receivedOn}, written in ${report.language === 'cy' ? 'Welsh' : 'English'}`,
    ...partnerLines(decrypted, partnerType, language),
    identity
      ? `Reported by: ${stripControlCharacters(identity.name)} (${stripControlCharacters(identity.objectId)})`
      : 'Reported by: not shown',
    ...(followUps.length === 0 ? [] : [`Follow-ups, at the end: ${followUps.length}`]),
    ...(fileCount === 0 ? [] : [`Files that came with it: ${fileCount}. Open them in the tab.`]),
    ...(unverifiedCount === 0
      ? []
      : [
          `WARNING: ${unverifiedCount} message(s) are left out, because nothing shows that they are genuine. Tell the operators.`,
        ]),
    ...(isHistoryWhole ? [] : ['WARNING: the history of this case was changed. Tell the operators.']),
    ...(isRecordAsWritten
      ? []
      : ['WARNING: this case was changed without an entry in its history. Tell the operators.']),
    ...(termMismatches.length === 0
      ? []
      : [
          `WARNING: the report does not match the case details: ${termMismatches.map((label) => comparedCaseFieldNames[label]).join(', ')}. Use what the report says.`,
        ]),
    ...(otherIdentity === undefined
      ? []
      : [
          `WARNING: the person who signed in was ${stripControlCharacters(otherIdentity.name)} (${stripControlCharacters(otherIdentity.objectId)}), not the one whom the report names.`,
        ]),
    'The person who reported wrote everything below, whatever it looks like.',
  ];
  const added = followUps.map(
    (message) => `--- Added on ${message.writtenOn} ---\n\n${indentUntrustedText(message.text)}`,
  );
  const words =
    report.route === 'hub'
      ? partnerReportText(language, report.answers)
      : reportText(language, report.answers, report.route);
  return [...headerLines, indentUntrustedText(words), ...added].join('\n\n');
}

const isIntact = (opened: DecryptedReport): boolean =>
  opened.unverifiedCount === 0 &&
  opened.isHistoryWhole &&
  opened.isRecordAsWritten &&
  opened.termMismatches.length === 0 &&
  opened.otherIdentity === undefined;

async function openReportCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      identity: { type: 'string' },
      personal: { type: 'string' },
      as: { type: 'string' },
      language: { type: 'string' },
    },
  });
  const caseId = parseCaseId(positionals[0] ?? '');
  const isAsked = positionals.length === 1 && values.identity !== undefined;
  const settings = isAsked ? loadCommandSettings() : undefined;
  const objectId = values.as === undefined ? settings?.reader : toPersonId(values.as);
  if (settings === undefined || values.identity === undefined || objectId === undefined) {
    printLine(usage);
    return 2;
  }
  if (caseId === undefined) {
    printErrorLine(refusedSentence);
    return 1;
  }
  // Before the case is touched: a wrong passphrase leaves no release behind.
  const { identities } = await openIdentityFile(values.identity, {
    personal: values.personal,
    ask: terminal.askSecret,
  });
  return withStore(settings, async ({ store, clock }) => {
    const roles = await createRoleDirectory(settings.roles).getRoles(objectId);
    const released = await releaseAllSeals({ ...store, clock, timeZone: settings.timeZone }, caseId, {
      objectId,
      roles,
    });
    if (released.kind === 'refused') {
      printErrorLine(refusedSentence);
      return 1;
    }
    const opened = await decryptReportWithIdentities(released.record, released.events, identities);
    const language = values.language === undefined ? opened.report.language : parseLanguage(values.language);
    printLine(
      formatReport(opened, { reference: formatCaseId(caseId), partnerType: released.record.partnerType }, language),
    );
    return isIntact(opened) ? 0 : 3;
  });
}

export const cliCommand: CliCommand = {
  usage,
  failureMessage: 'The report could not be opened.',
  run: async (args) => {
    try {
      return await openReportCommand(args);
    } catch (error) {
      const known = [SealError, KeysError, MisplacedSealError, SettingsError].some((ours) => error instanceof ours);
      const why = known && error instanceof Error ? error.message : undefined;
      printErrorLine(why ?? 'The report could not be opened. Check the settings, the file and the reference.');
      return 1;
    }
  },
};

/** Decrypts a case with identities (`AGE-SECRET-KEY-PQ-1…`) on this machine. Throws as `decryptReport` does. */
export const decryptReportWithIdentities = (
  record: CaseRecord,
  events: readonly EventRecord[],
  identities: readonly string[],
): Promise<DecryptedReport> => decryptReport(record, events, (sealed) => decryptSeal(sealed, identities));
