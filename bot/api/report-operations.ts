import { drawPage } from '../../cards/draw-page.ts';
import { guidancePage } from '../../cards/guidance-page.ts';
import type { Claim, Desk } from '../../concerns/ports/desk.ts';
import type { Seal } from '../../concerns/ports/seal.ts';
import { SealError } from '../../concerns/ports/seal-error.ts';
import type { TimeLimits } from '../../concerns/records/deadlines.ts';
import { draftDays } from '../../concerns/reporting/drafts.ts';
import { addDays, type Day, dayOf } from '../../concerns/terms/calendar.ts';
import type { Clock } from '../../concerns/terms/clock.ts';
import type { Recipients } from '../../concerns/terms/recipients.ts';
import type { Answers } from '../../contract/answers.ts';
import type { Challenge } from '../../contract/report-answers.ts';
import { type Operation, requests } from '../../contract/requests.ts';
import { looksSealed } from '../../seals/age-shape.ts';
import type { LiveTopics } from '../../guidance/topic.ts';
import type { Contacts } from '../../words/contacts.ts';
import type { MailboxProofs } from '../running/mailbox-proofs.ts';
import { attested } from './attested-identity.ts';
import type { Caller } from './caller.ts';
import { done, operation, type OperationRow, type Ran } from './operation.ts';

export interface ReportOperationsDependencies {
  readonly desk: Desk;
  readonly seal: Pick<Seal, 'seal' | 'fingerprints'>;
  readonly proofs: MailboxProofs;
  readonly recipients: Recipients;
  readonly retired: readonly string[];
  readonly signedList: string | undefined;
  readonly contacts: Contacts;
  readonly timeLimits: TimeLimits;
  readonly messages: boolean;
  readonly topicsNow: LiveTopics;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly tenantId: string;
  /** Told of what was handed in for the first time: its alert need not wait for the next look. */
  readonly onTaken: () => void;
  /** Told when a message to a reporter is not genuine. */
  readonly onDoubt: () => void;
}

/** The operations by which a page that runs a conversation itself hands in and asks. None of them sees a word. */
export type ReportOperations = {
  readonly [Name in Extract<Operation, `report.${string}` | 'guidance.show'>]: OperationRow<Answers[Name]>;
};

/** Whether each that is there has the shape of a seal: words in clear are not taken. */
const areSeals = (...seals: readonly (string | undefined)[]): boolean =>
  seals.every((sealed) => sealed === undefined || looksSealed(sealed));

const everybody = { roles: 'everybody', leaves: 'nothing' } as const;

/** The table of these operations: what they take is checked by its shape, and by its day. */
export function createReportOperations(deps: ReportOperationsDependencies): ReportOperations {
  const { desk, proofs, clock, timeZone } = deps;
  const today = (): Day => dayOf(clock(), timeZone);
  const isRecent = (day: Day): boolean => day === today() || day === addDays(today(), -1);

  async function challenged({ objectId }: Caller, claim: Claim): Promise<Ran<Challenge>> {
    try {
      return done({ kind: 'prove', challenge: await proofs.challenge(claim, objectId) });
    } catch (error) {
      // A line that nothing can be sealed to is no mailbox.
      if (error instanceof SealError) return { kind: 'odd' };
      throw error;
    }
  }
  /** Whether a claim was shown to be theirs. Nothing is looked for before it is: nobody learns whether there is a case. */
  const isTheirs = (
    { objectId }: Caller,
    { proof, ...claim }: Claim & { readonly proof?: string | undefined },
  ): boolean => proofs.holds(proof, claim, objectId);

  return {
    'report.begin': operation(requests['report.begin'], {
      ...everybody,
      run: async () => {
        const { recipients, retired, signedList, contacts, timeLimits, messages } = deps;
        const named = { recipients, retired, ...(signedList !== undefined && { signed: signedList }) };
        return done({ today: today(), ...named, contacts, timeLimits, messages });
      },
    }),
    'report.submit': operation(requests['report.submit'], {
      roles: 'everybody',
      leaves: { history: ['received'] },
      run: async (caller, { proof, kind, sealedIdentity, ...report }): Promise<Ran<Answers['report.submit']>> => {
        if (!isRecent(report.receivedOn) || !areSeals(report.sealedReport, sealedIdentity)) return { kind: 'odd' };
        const attestedIdentity = await attested(deps.seal, caller, report);
        const outcome = await desk.submit({
          ...report,
          tenantId: deps.tenantId,
          ...(kind && { kind }),
          ...(sealedIdentity !== undefined && { sealedIdentity }),
          ...(attestedIdentity !== undefined && { attestedIdentity }),
        });
        if (outcome.kind === 'saved' && outcome.isNew) {
          deps.onTaken();
          return done(outcome);
        }
        // What stands under a reference is told to whoever shows that the mailbox is theirs.
        return isTheirs(caller, { ...report, proof }) ? done(outcome) : challenged(caller, report);
      },
    }),
    'report.find': operation(requests['report.find'], {
      ...everybody,
      run: async (caller, { addition, messages, ...claim }): Promise<Ran<Answers['report.find']>> => {
        if (!isTheirs(caller, claim)) return challenged(caller, claim);
        const asked = { ...(addition !== undefined && { addition }), ...(messages && { messages }) };
        return done((await desk.find(claim, asked)) ?? { kind: 'nothing' });
      },
    }),
    'report.add': operation(requests['report.add'], {
      roles: 'everybody',
      leaves: { history: ['messageFromReporter'] },
      run: async (caller, { proof, ...addition }): Promise<Ran<Answers['report.add']>> => {
        if (!isRecent(addition.writtenOn) || !areSeals(addition.sealed)) return { kind: 'odd' };
        if (!isTheirs(caller, { ...addition, proof })) return challenged(caller, addition);
        const outcome = await desk.add(addition);
        if (outcome.kind === 'saved') deps.onTaken();
        return done(outcome);
      },
    }),
    'report.draft': operation(requests['report.draft'], {
      ...everybody,
      run: async (_caller, { id }) => {
        const sealed = await desk.draft(id);
        return done(sealed === undefined ? {} : { sealed });
      },
    }),
    'report.keep': operation(requests['report.keep'], {
      ...everybody,
      run: async (_caller, { id, draft }): Promise<Ran<Answers['report.keep']>> => {
        const last = addDays(today(), draftDays);
        if (draft && draft.until !== last && draft.until !== addDays(last, -1)) return { kind: 'odd' };
        await desk.keep(id, draft);
        return done({ kept: true });
      },
    }),
    'report.doubt': operation(requests['report.doubt'], {
      ...everybody,
      run: async (caller, claim): Promise<Ran<Answers['report.doubt']>> => {
        if (!isTheirs(caller, claim)) return challenged(caller, claim);
        if ((await desk.find(claim, {})) !== undefined) deps.onDoubt();
        return done({ noted: true });
      },
    }),
    'guidance.show': operation(requests['guidance.show'], {
      ...everybody,
      run: async (_caller, { topic, language }) => {
        const { contacts, topicsNow } = deps;
        return done({ card: drawPage(guidancePage({ language, topic, topics: topicsNow(), contacts })) });
      },
    }),
  };
}
