import { execFile } from 'node:child_process';
import { developmentPeople } from '../../../development/development-tenant.ts';
import { formatCaseId } from '../../../core/model/case-id.ts';
import type { CaseRecord, Versioned } from '../../../core/model/case-record.ts';
import type { EventRecord } from '../../../core/model/event-record.ts';
import { createAgeSealer } from '../../../crypto/node/age-sealer.ts';
import { recipientFromIdentitySync } from '../../../crypto/node/hybrid-recipient.ts';
import type { KeyGroup } from '../../../core/model/public-keys.ts';
import { newReporter, type Reporter, sendFullReport } from '../journeys/reporter.ts';
import { type RunningBot, startBot } from '../journeys/running-bot.ts';
import { type SavedCase, readSavedCase } from '../journeys/saved-case.ts';
import { importedPath } from '../imported-file.ts';

const program = importedPath(() => import('../../../cli/candour.ts'), import.meta.url);

interface CommandResult {
  readonly code: number;
  readonly said: string;
  readonly complained: string;
}

/** A bot that has saved cases, and the machine of a handler who opens them. */
export interface OpenReportFixture {
  readonly bot: RunningBot;
  /** The command as a process, which has the store and the roles in its settings and no secret of the server. */
  open(...args: readonly string[]): Promise<CommandResult>;
  /** The arguments that name the key of a group. */
  keyOf(group: KeyGroup): readonly string[];
  /** Saves a report by the door, with all detail. */
  newCase(
    answers?: Partial<Reporter['report']>,
  ): Promise<{ readonly reporter: Reporter; readonly saved: SavedCase; readonly reference: string }>;
  historyOf(saved: SavedCase): Promise<readonly EventRecord[]>;
  /** The case as it stands now. Throws where it is gone. */
  standing(saved: SavedCase): Promise<Versioned<CaseRecord>>;
  /** Seals words as anybody can who knows the public recipients. */
  seal(words: string, to: 'acu' | 'reserve'): Promise<string>;
}

/** The arguments that say that the handler opens it. */
export const asHandler = ['--as', developmentPeople.handler] as const;

export async function createOpenReportFixture(): Promise<OpenReportFixture> {
  const bot = await startBot({ entryPoint: 'dialog' });
  const recipients = (group: KeyGroup) => bot.identities[group].map(recipientFromIdentitySync);
  const seal = createAgeSealer({
    acu: recipients('acu'),
    recovery: recipients('recovery'),
    reserve: recipients('reserve'),
    custodians: recipients('custodians'),
  });
  const env = {
    PATH: process.env.PATH ?? '',
    STORE: 'sqlite',
    SQLITE_PATH: `${bot.folder}/candour.db`,
    ROLE_HANDLERS: developmentPeople.handler,
    ROLE_RESERVE: developmentPeople.reserve,
    ROLE_CUSTODIANS: developmentPeople.custodian,
  };
  return {
    bot,
    open: (...args) =>
      new Promise((settle) => {
        const options = { cwd: bot.folder, env };
        const child = execFile(
          process.execPath,
          [program, 'open-report', ...args],
          options,
          (error, said, complained) => settle({ code: error === null ? 0 : Number(error.code), said, complained }),
        );
        child.stdin?.end();
      }),
    keyOf: (group) => ['--identity', `${bot.folder}/keys/${group}.identity`],
    async newCase(answers = {}) {
      const reporter = await newReporter(bot);
      await sendFullReport(reporter, { ...reporter.report, ...answers });
      const saved = await readSavedCase(bot, reporter.teams.card());
      return { reporter, saved, reference: formatCaseId(saved.record.caseId) };
    },
    historyOf: (saved) => bot.store().history.readAll(saved.record.caseId),
    async standing(saved) {
      const standing = await bot.store().cases.read(saved.record.caseId);
      if (standing === undefined) throw new Error('the case is gone');
      return standing;
    },
    seal: (words, to) => seal.seal(words, to),
  };
}
