import { randomBytes } from 'node:crypto';
import { createIntake } from '../../../core/intake/intake.ts';
import { unlimitedBudget } from '../../../core/ports/work-budget.ts';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { addFollowUp } from '../../../core/reporting/follow-up.ts';
import { submitReport } from '../../../core/reporting/submit-report.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { generateReturnCode, type ReturnCode } from '../../../core/model/return-code.ts';
import type { Language } from '../../../core/model/language.ts';
import type { PartnerType } from '../../../core/model/report-routes.ts';
import type { Answers } from '../../../core/model/questions.ts';
import { createAgeSealer } from '../../../crypto/node/age-sealer.ts';
import type { RunningBot } from './running-bot.ts';

/** A report of the hub that stands in a bot's store, as its practitioner holds it. */
export interface PartnerCase {
  readonly caseId: CaseId;
  readonly code: ReturnCode;
  /** Adds words to it; `says` where they take consent back. */
  add(text: string, says?: 'consentWithdrawn'): Promise<void>;
}

/** What a practitioner of a made-up service passes on. */
export const partnerAnswers: Answers = {
  consent: 'notSafe',
  consentWhy: 'He reads her phone. A child lives with them.',
  what: 'He said that nobody would believe me, and that he knows where my mother lives.',
  observed: 'She looked at the door each time that a car went by.',
  conflict: 'no',
  risk: 'unsure',
  childAtRisk: 'unsure',
  toldElse: 'lado,socialServices',
  toldWhen: 'this morning',
  wants: 'stopContact,beTold',
  contactWays: 'phone,throughUs',
  contactDetail: '01632 960123',
  contactWhen: 'Tuesdays before three, when he is at work',
  contactNot: 'Never by text, and by nobody in uniform',
  contactLanguage: 'cy',
  kind: 'boundaries',
  onTheirCase: 'yes',
  knowsAddress: 'yes',
  dash: 'yes',
  marac: 'no',
  practitioner: 'A practitioner of a made-up service',
};

/** Seals a report as the partners' page does, and hands it in at the desk of a bot. */
export async function savePartnerCase(
  bot: RunningBot,
  answers: Answers = partnerAnswers,
  {
    language = 'en',
    partnerType = 'domesticAbuse',
  }: { readonly language?: Language; readonly partnerType?: PartnerType } = {},
): Promise<PartnerCase> {
  const { timeZone, tenantId, recipients } = bot.settings;
  const clock = () => bot.clock.now();
  const stand = createIntake({
    ...bot.store(),
    clock,
    timeZone,
    alertTiming: 'fullHour',
    alertNamesKind: false,
    reviewYears: 6,
    timeLimits: {},
    budget: unlimitedBudget,
  });
  // The kind of organisation is the server's to say, from the session.
  const intake = {
    ...stand,
    submit: (report: Parameters<typeof stand.submit>[0]) => stand.submit({ ...report, partnerType }),
  };
  const deps = { intake, seal: createAgeSealer(recipients), clock, timeZone };
  const code = generateReturnCode((bytes) => new Uint8Array(randomBytes(bytes)));
  const nobody = { objectId: '', name: '' };
  await submitReport(deps, { code, language, answers, tenantId, route: 'hub', person: nobody });
  return {
    caseId: deriveCaseId(code),
    code,
    async add(text, says) {
      await addFollowUp(deps, { code, id: randomBytes(16).toString('hex'), text, ...(says && { says }) });
    },
  };
}
