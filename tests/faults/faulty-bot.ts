import { isDeepStrictEqual } from 'node:util';
import { translate } from '../../words/cards/translate.ts';
import { type CaseId, formatCaseId } from '../../core/model/case-id.ts';
import { parseReturnCode } from '../../core/model/return-code.ts';
import { deriveCaseId, deriveDraftId } from '../../core/model/return-code-keys.ts';
import type { Answers } from '../../core/model/questions.ts';
import { newReporter, type Reporter, currentStep, goToStep } from '../support/journeys/reporter.ts';
import { type BotOptions, type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { parseCardCode, decryptSavedReport, parseCardReference } from '../support/journeys/saved-case.ts';
import { channels } from '../support/journeys/bot-settings.ts';
import { type FaultPoints, createFaultPoints, type PlannedFault } from './fault-points.ts';
import type { ReportPath } from './planned-faults.ts';
import type { Tally } from './tally.ts';

const unsaved = ['problem.nothingSaved', 'problem.draftNotSaved'] as const;

/** A whole bot whose parts fail as planned, and people who press on until they are told that it is saved. */
export interface FaultyBot {
  readonly bot: RunningBot;
  readonly faults: FaultPoints;
  /** Everybody who tried, the last of them last. */
  readonly reporters: readonly Reporter[];
  /** One person's way with these faults. Throws where a promise is broken, and says which. */
  try(way: ReportPath, planned: readonly PlannedFault[], outside?: Outside): Promise<void>;
}

/** What goes wrong beyond the bot's own parts. */
interface Outside {
  /** Called before the press that matters. */
  readonly strike?: () => void;
  /** Called after each press. */
  readonly settle?: () => void;
  /** Teams delivers the first press again, so much later in milliseconds. */
  readonly redelivery?: { readonly id: 'sameId' | 'newId'; readonly afterMs: number };
}

type Parts = ReturnType<FaultPoints['wrapParts']>;
const short = ({ mode, what, risk, conflict }: Answers): Answers => ({ mode, what, risk, conflict });
const mostPresses = 6;
const mostLooks = 60;
const longestWaitMs = 16 * 60_000;
const lostPosts = ['accept-then-reset', 'accept-then-hang'];

function failInvariant(promise: string): never {
  throw new Error(promise);
}

/** Starts one. Its tally counts what was tried, what was told and what was posted twice. */
export async function startFaultyBot(
  tally: Tally,
  options: Partial<BotOptions> = {},
  before: (parts: Parts, around: FaultPoints['wrapParts']) => Parts = (parts, around) => around(parts),
): Promise<FaultyBot> {
  const faults = createFaultPoints();
  const bot = await startBot({
    entryPoint: 'dialog',
    environment: { ALERT_TIMING: 'atOnce', ALERT_POLL_SECONDS: '3600' },
    wrapParts: (parts) => before(parts, faults.wrapParts),
    ...options,
  });

  let postsBefore = 0;
  const reporters: Reporter[] = [];

  /** Presses until words of success are shown; checks what is claimed after each press. */
  async function pressUntil(
    reporter: Reporter,
    press: () => Promise<unknown>,
    done: string,
    stands: () => Promise<boolean>,
  ) {
    const { teams } = reporter;
    for (let presses = 0; presses < mostPresses; presses += 1) {
      await press();
      const { text } = teams.card();
      if (text.includes(done)) {
        if (!(await stands())) failInvariant('called saved and not there');
        return;
      }
      if (parseCardReference({ text }) !== undefined && currentStep(teams.card()) !== undefined)
        failInvariant('a reference before a receipt');
      if (unsaved.some((key) => text.includes(translate('en', key)))) {
        if (await stands()) failInvariant('said not to be saved, and there');
        tally.add('told that nothing was saved');
      } else if (text.includes(translate('en', 'problem.notSaved'))) tally.add('told that it could not be confirmed');
      else failInvariant('an answer without a claim');
    }
    failInvariant('not saved in the end');
  }

  /** Lets time pass and looks for alerts until a case's is marked as posted. */
  async function untilMarked(caseId: CaseId): Promise<void> {
    for (let looks = 0; looks < mostLooks; looks += 1) {
      const seen = faults.looks();
      const lines = bot.log.length;
      bot.postDueAlerts();
      const end = performance.now() + 1_500;
      for (;;) {
        const alert = (await bot.store().outbox.read(caseId))?.value;
        if (alert?.state === 'posted' && alert.leasedUntil === undefined) return;
        if ((faults.looks() > seen + 1 || bot.log.length > lines) && alert?.leasedUntil === undefined) break;
        if (bot.log.slice(lines).some((line) => line.includes('scheduleFailed'))) break;
        if (faults.looks() === seen + 1) bot.postDueAlerts();
        if (performance.now() > end) break;
        await new Promise((resolve) => setImmediate(resolve));
      }
      bot.clock.forward(longestWaitMs);
    }
    failInvariant('no alert was marked');
  }

  /** The alert stands in its channel and is recorded once; another post only for an answer that was lost. */
  async function checkAlert(
    caseId: CaseId,
    reason: 'new' | 'addition',
    planned: readonly PlannedFault[],
  ): Promise<void> {
    const alert = (await bot.store().outbox.read(caseId))?.value ?? failInvariant('a case without an alert');
    const reference = formatCaseId(caseId);
    const posts = bot.connector.posts
      .slice(postsBefore)
      .filter(({ activity }) => JSON.stringify(activity).includes(reference));
    const all = posts.length;
    if (!posts.every(({ conversationId }) => conversationId.startsWith(channels[alert.handledBy])))
      failInvariant('an alert elsewhere');
    const rightful = reason === 'new' ? 1 : 2;
    if (alert.posts.length !== rightful) failInvariant(`recorded ${alert.posts.length} posts for ${rightful}`);
    const lost = planned.filter(({ fault }) => typeof fault === 'string' && lostPosts.includes(fault)).length;
    if (all - rightful > lost) failInvariant(`posted ${all} times with ${lost} lost answers`);
    tally.add('alerts posted', all);
    tally.add('alerts posted again after a lost answer', all - rightful);
  }

  async function toCode(reporter: Reporter): Promise<CaseId> {
    await reporter.teams.press('report');
    await goToStep(reporter.teams, short(reporter.report), 'code');
    return deriveCaseId(parseReturnCode(parseCardCode(reporter.teams.card())) ?? failInvariant('no code'));
  }
  const strike = (planned: readonly PlannedFault[]): void => {
    faults.next(...planned);
    bot.connector.plan(...planned.flatMap((one) => (one.point === 'connector' ? [one.fault] : [])));
  };
  const openedCase = async (caseId: CaseId) => {
    const record = (await bot.store().cases.read(caseId))?.value;
    return record && decryptSavedReport(bot, { record, events: await bot.store().history.readAll(caseId) });
  };
  const choose = async ({ teams }: Reporter, then: 'send' | 'later'): Promise<void> => {
    await teams.press(then);
  };

  async function comeBack({ teams }: Reporter, code: string): Promise<void> {
    await teams.press('done');
    await teams.press('comeBack');
    teams.fill('code', code);
    await teams.press('next');
  }

  /** So that there is one to be removed. */
  async function throughDraft(reporter: Reporter): Promise<void> {
    const { teams } = reporter;
    const code = parseCardCode(teams.card());
    await choose(reporter, 'later');
    await comeBack(reporter, code);
    await teams.press('resume');
  }

  async function send(reporter: Reporter, planned: readonly PlannedFault[], outside: Outside): Promise<CaseId> {
    const caseId = await toCode(reporter);
    if (planned.some(({ point }) => point === 'drafts.remove')) await throughDraft(reporter);
    strike(planned);
    const stands = async () => (await bot.store().cases.read(caseId)) !== undefined;
    outside.strike?.();
    let { redelivery } = outside;
    const press = async () => {
      await choose(reporter, 'send');
      if (redelivery !== undefined) {
        bot.clock.forward(redelivery.afterMs);
        await reporter.teams.redeliver(redelivery.id);
        redelivery = undefined;
      }
      outside.settle?.();
    };
    await pressUntil(reporter, press, translate('en', 'receipt.heading'), stands);
    await untilMarked(caseId);
    await checkAlert(caseId, 'new', planned);
    const { report } = (await openedCase(caseId)) ?? failInvariant('a receipt without a case');
    if ((await bot.store().history.readAll(caseId)).length !== 1) failInvariant('more than one event');
    if (!isDeepStrictEqual(report.answers, short(reporter.report))) failInvariant('not what was typed');
    return caseId;
  }

  async function add(reporter: Reporter, planned: readonly PlannedFault[]): Promise<void> {
    const { teams, canary } = reporter;
    const caseId = await toCode(reporter);
    const code = parseCardCode(teams.card());
    await choose(reporter, 'send');
    await untilMarked(caseId);
    await comeBack(reporter, code);
    strike(planned);
    const stands = async () => ((await openedCase(caseId))?.followUps.length ?? 0) > 0;
    const press = async () => {
      teams.fill('addition', `More of it ${canary}`);
      await teams.press('add');
    };
    await pressUntil(reporter, press, translate('en', 'comeBack.addedHeading'), stands);
    await untilMarked(caseId);
    await checkAlert(caseId, 'addition', planned);
    const { followUps, unverifiedCount } = (await openedCase(caseId)) ?? failInvariant('no case');
    if (unverifiedCount !== 0 || followUps.length !== 1 || followUps[0]?.text !== `More of it ${canary}`)
      failInvariant('not as added');
  }

  async function later(reporter: Reporter, planned: readonly PlannedFault[]): Promise<void> {
    await toCode(reporter);
    const code = parseReturnCode(parseCardCode(reporter.teams.card())) ?? failInvariant('no code');
    strike(planned);
    const stands = async () => (await bot.store().drafts.read(deriveDraftId(code), bot.clock.now())) !== undefined;
    await pressUntil(reporter, () => choose(reporter, 'later'), translate('en', 'receipt.keptHeading'), stands);
  }

  return {
    bot,
    faults,
    reporters,
    async try(way, planned, outside = {}) {
      postsBefore = bot.connector.posts.length;
      const reporter = await newReporter(bot);
      reporters.push(reporter);
      if (way === 'send') await send(reporter, planned, outside);
      else await (way === 'add' ? add : later)(reporter, planned);
      faults.clear();
      tally.add(`reports tried: ${way}, with ${planned.length} fault${planned.length === 1 ? '' : 's'}`);
    },
  };
}
