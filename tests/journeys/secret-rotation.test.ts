import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { rotateCommand } from '../../cli/rotate.ts';
import { decryptReportWithIdentities } from '../../cli/open-report.ts';
import { formatCaseId } from '../../core/model/case-id.ts';
import { developmentPeople } from '../../development/development-tenant.ts';
import { generateKeyPair } from '../../crypto/identity-file-writer.ts';
import { translate } from '../../words/cards/translate.ts';
import { assertAbsent } from '../support/journeys/canary.ts';
import { waitFor } from '../support/journeys/wait-for.ts';
import {
  answerCard,
  newReporter,
  readEveryPage,
  type Reporter,
  sendShortReport,
  goToStep,
} from '../support/journeys/reporter.ts';
import { type BotOptions, type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { decryptSavedReport, readSavedCase } from '../support/journeys/saved-case.ts';

type Environment = Readonly<Record<string, string>>;
const dayMs = 24 * 3_600_000;

let bot: RunningBot;
const start = async (options: Partial<BotOptions> = {}): Promise<void> => {
  bot = await startBot({ entryPoint: 'dialog', ...options });
};
afterEach(() => bot.stop());

/** Somebody with a card on the screen, which they have filled in. */
async function onScreen(): Promise<Reporter> {
  const reporter = await newReporter(bot);
  await reporter.teams.press('report');
  await goToStep(reporter.teams, reporter.report, 'signs');
  answerCard(reporter.teams, reporter.report);
  return reporter;
}
/** Presses that card, and goes on to the receipt. Returns what stands. */
async function pressedOn({ teams, report }: Reporter) {
  await goToStep(teams, report, 'review');
  await readEveryPage(teams);
  await teams.press('send');
  expect(teams.card().text).toContain(translate('en', 'receipt.heading'));
  return await readSavedCase(bot, teams.card());
}
const expectWhole = async (reporter: Reporter, saved: Awaited<ReturnType<typeof readSavedCase>>): Promise<void> => {
  const { answers } = (await decryptSavedReport(bot, saved)).report;
  expect(answers).toEqual(reporter.report);
  assertAbsent('log', bot.log.join(''), [reporter.canary]);
};
const posted = (reference: string) =>
  bot.connector.posts.find(({ activity }) => JSON.stringify(activity).includes(reference));

describe('a card that is on the screen while a secret is changed is pressed afterwards, and nothing of it is lost', () => {
  it('with CARRIED_STATE_SECRET, as npm run rotate draws it, and as it says when the one before may go', async () => {
    await start();
    const [during, after] = [await onScreen(), await onScreen()];
    const environment = (of: Environment) => ({
      STORE: 'sqlite',
      SQLITE_PATH: join(bot.folder, 'candour.db'),
      CARRIED_STATE_SECRET: bot.settings.secret,
      ...of,
    });
    const rotate = async (args: readonly string[], of: Environment = {}) => {
      const said: string[] = [];
      const asked = {
        printLine: (line: string) => said.push(line),
        clock: bot.clock.now,
        environment: environment(of),
      };
      await rotateCommand(asked, args);
      return said.join('\n');
    };
    const file = join(bot.folder, 'new.env');
    await rotate(['draw', 'CARRIED_STATE_SECRET', '--to', file]);
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    const drawn: Environment = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
    await bot.restart(drawn);
    await expectWhole(during, await pressedOn(during));
    expect(await rotate(['check', 'CARRIED_STATE_SECRET'], drawn)).toContain('Keep CARRIED_STATE_SECRET_BEFORE');
    // Begun after the change, by the key of a day that the old secret still wraps.
    const begunAfter = await onScreen();
    await expectWhole(after, await pressedOn(after));
    await expectWhole(begunAfter, await pressedOn(begunAfter));

    bot.clock.forward(2 * dayMs);
    const later = await onScreen();
    expect(await rotate(['check', 'CARRIED_STATE_SECRET'], drawn)).toContain(
      'No open card needs CARRIED_STATE_SECRET_BEFORE: remove it',
    );
    await bot.restart({ CARRIED_STATE_SECRET: drawn['CARRIED_STATE_SECRET'] ?? '' });
    await expectWhole(later, await pressedOn(later));
  });

  it('with COSMOS_KEY, by the secondary key, while the primary one is made anew under the running server', async () => {
    await start({ store: 'cosmos' });
    const cosmos = bot.cosmos;
    if (cosmos === undefined) throw new Error('no account');
    const [during, after] = [await onScreen(), await onScreen()];
    await bot.restart({ COSMOS_KEY: cosmos.secondaryKey });
    await expectWhole(during, await pressedOn(during));
    cosmos.renewKey();
    await expectWhole(after, await pressedOn(after));
  });

  it('with COSMOS_KEY in the wrong order: what was typed stays on its card, and is saved once when the key is right', async () => {
    await start({ store: 'cosmos' });
    const cosmos = bot.cosmos;
    if (cosmos === undefined) throw new Error('no account');
    const reporter = await onScreen();
    const { teams, report } = reporter;
    await goToStep(teams, report, 'review');
    await readEveryPage(teams);
    cosmos.renewKey();
    await teams.press('send');
    expect(teams.card().text).not.toContain(translate('en', 'receipt.heading'));
    // Whether it was saved is not claimed, and the way to it stays on the card.
    expect(teams.card().text).toContain(translate('en', 'problem.notSaved'));
    await bot.restart({ COSMOS_KEY: cosmos.secondaryKey });
    await teams.press('send');
    expect(teams.card().text).toContain(translate('en', 'receipt.heading'));
    await expectWhole(reporter, await readSavedCase(bot, teams.card()));
    expect(await bot.store().ledger.page(undefined, 10)).toHaveLength(1);
  });

  it('with BOT_APP_PASSWORD: a second one beside the first, which is then removed, and alerts go on', async () => {
    await start({ environment: { ALERT_TIMING: 'atOnce' } });
    const { issuer } = bot;
    const reporter = await onScreen();
    const before = await newReporter(bot);
    await sendShortReport(before, before.report);
    const second = issuer.addSecret();
    await bot.restart({ BOT_APP_PASSWORD: second });
    issuer.removeSecret(issuer.appSecret);
    const saved = await pressedOn(reporter);
    await expectWhole(reporter, saved);
    bot.postDueAlerts();
    await waitFor('an alert', () => posted(formatCaseId(saved.record.caseId)));
  });

  it('with the first BOT_APP_PASSWORD removed too early: the report is saved, and its alert is there once that is mended', async () => {
    await start({ environment: { ALERT_TIMING: 'atOnce' } });
    const { issuer } = bot;
    const reporter = await onScreen();
    issuer.removeSecret(issuer.appSecret);
    await bot.restart();
    const saved = await pressedOn(reporter);
    await expectWhole(reporter, saved);
    bot.postDueAlerts();
    await waitFor('a post that failed', () => bot.log.find((line) => line.includes('"alertFailed"')));
    await bot.restart({ BOT_APP_PASSWORD: issuer.addSecret() });
    bot.clock.forward(3_600_000);
    bot.postDueAlerts();
    await waitFor('the alert', () => posted(formatCaseId(saved.record.caseId)));
  });

  it('with the key of the unit: what is sent afterwards opens with the new key, what was sent before with the old one', async () => {
    await start();
    const [before, during] = [await newReporter(bot), await onScreen()];
    await sendShortReport(before, before.report);
    const earlier = await readSavedCase(bot, before.teams.card());
    const fresh = await generateKeyPair();
    await bot.restart({
      RECIPIENTS_ACU: fresh.recipient,
      RECIPIENTS_RETIRED: bot.settings.recipients.acu.join(' '),
      RECIPIENTS_RECOVERY: bot.settings.recipients.recovery.join(' '),
    });
    const saved = await pressedOn(during);
    const { report } = await decryptReportWithIdentities(saved.record, saved.events, [fresh.identity]);
    expect(report.answers).toEqual(during.report);
    await expect(decryptReportWithIdentities(saved.record, saved.events, bot.identities.acu)).rejects.toThrow();
    expect((await decryptSavedReport(bot, earlier)).report.answers['what']).toBe(before.report.what);
    // What keeps it open for whoever reads it in the tab is the same as before.
    const handler = bot.tab({ objectId: developmentPeople.handler });
    const seen = await handler.call('case.view', { caseId: earlier.record.caseId });
    expect(seen.record.status).toBe('received');
  });
});
