import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formatCaseId } from '../../../core/model/case-id.ts';
import { developmentPeople } from '../../../development/development-tenant.ts';
import { translate } from '../../../words/cards/translate.ts';
import { waitFor } from '../../support/journeys/wait-for.ts';
import { parsePostedCard } from '../../support/journeys/invoke-answer.ts';
import { assertAbsent } from '../../support/journeys/canary.ts';
import { answerCard, currentStep } from '../../support/journeys/reporter.ts';
import { parseCardReference } from '../../support/journeys/saved-case.ts';
import { channels } from '../../support/journeys/bot-settings.ts';
import { newRequestId } from '../../support/journeys/tab-client.ts';
import { newPerson } from '../../support/journeys/teams-activities.ts';
import { type SavedCard, createTeamsClient } from '../../support/journeys/teams-client.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';
import { verifyStoredCase } from '../../support/storage/newer-server.ts';
import { copyWorkingTree, unpackCommit } from '../../support/versions/unpack-commit.ts';
import { type SharedStore, createSharedStore } from '../../support/versions/shared-store.ts';
import { startServedProcess, type ServerProcess } from '../../support/versions/server-process.ts';
import {
  beginReport,
  comeBack,
  decryptAtStore,
  leaveCode,
  stepInFront,
  type SentReport,
  sendReport,
  type StepReporter,
  goToStep,
} from '../../support/versions/report-steps.ts';

const commit = '7765cd8';
type Version = 'older' | 'newer';
const ways = [
  ['older', 'newer'],
  ['newer', 'older'],
] as const;

const roots = { older: createTemporaryFolder(), newer: createTemporaryFolder() };
const handler = developmentPeople.handler;
let scene: SharedStore;
const servers = new Map<Version, ServerProcess>();
let front: Version = 'older';
const at = (version: Version): ServerProcess => {
  const server = servers.get(version);
  if (server === undefined) throw new Error(`no server of ${version} runs`);
  return server;
};
const printed: string[] = [];
const start = async (version: Version) =>
  void servers.set(version, await startServedProcess(roots[version], scene.environment));
async function end(version: Version): Promise<void> {
  const server = at(version);
  servers.delete(version);
  expect(await server.end()).toBe(0);
  printed.push(server.printed());
}
const bot = () => scene.reach(() => at(front));

/** All that was said to be saved, and what was said to be added to it. */
const all: SentReport[] = [];
const added = new Map<string, string[]>();
/** Cases that the older version changed after the newer one: what it does not know it dropped. */
const dropped = new Set<string>();
/** Cases that somebody acknowledged at the newer version before their alert was posted, so that there is none. */
const seenFirst = new Set<string>();

async function reported(version: Version): Promise<SentReport> {
  front = version;
  const one = await sendReport(await beginReport(bot()));
  all.push(one);
  return one;
}
async function addTo(one: SentReport, version: Version, text: string): Promise<void> {
  front = version;
  await comeBack(one);
  one.walker.teams.fill('addition', text);
  await one.walker.teams.press('add');
  expect(one.walker.teams.card().text).toContain(translate('en', 'comeBack.addedHeading'));
  added.set(one.caseId, [...(added.get(one.caseId) ?? []), text]);
}
const alertOf = async (one: SentReport) => {
  const written = formatCaseId(one.caseId);
  const post = await waitFor('an alert', () =>
    scene.connector.posts.find(({ activity }) => JSON.stringify(activity).includes(written)),
  );
  return parsePostedCard(post.activity);
};

/** What was in flight before the newer one was there. */
let first: SentReport;
let open: { readonly walker: StepReporter; readonly card: SavedCard };
beforeAll(async () => {
  unpackCommit(commit, roots.older);
  copyWorkingTree(roots.newer);
  scene = await createSharedStore('cosmos');
  await start('older');
  first = await reported('older');
  const walker = await beginReport(bot());
  await goToStep(walker, 'signs');
  open = { walker, card: walker.teams.keep() };
  await start('newer');
});
afterAll(async () => {
  await Promise.all([...servers.values()].map((server) => server.end()));
  await scene.stop();
  for (const root of Object.values(roots)) rmSync(root, { recursive: true });
});

describe(`a server of ${commit} and one of today, both running on one Cosmos DB`, () => {
  it.each(ways)('finish a report with all that was typed: begun at %s, sent at %s', async (one, other) => {
    front = one;
    const walker = await beginReport(bot());
    await goToStep(walker, 'knowledge');
    front = other;
    all.push(await sendReport(walker));
  });

  it.each(ways)('finish a report that changes between them with every card, begun at %s', async (one, other) => {
    front = one;
    const walker = await beginReport(bot());
    let stays = false;
    const between = () => {
      // From the card on that the older one does not know, the newer one alone goes on with it.
      const step = currentStep(walker.teams.card());
      // They ask the first two in another order: changing between these leads round in a circle, with all that is typed.
      if (step === 'account' || step === 'limits') return;
      stays ||= step === 'disclosure';
      // Nor does it know the buttons of the newer one's card of the code.
      front = stays || step === 'code' ? 'newer' : front === one ? other : one;
    };
    all.push(await sendReport(walker, between));
  });

  it('refuse where it is said: a card that the older one does not know, which goes on at the newer one', async () => {
    front = 'newer';
    const walker = await beginReport(bot());
    await goToStep(walker, 'disclosure');
    answerCard(walker.teams, walker.report);
    const { teams } = walker;
    const kept = teams.keep();
    front = 'older';
    await teams.press('next');
    expect(teams.card().text).toContain('This card is too old');
    expect(teams.card().text).toContain('nothing was saved');
    front = 'newer';
    teams.holdUp(kept);
    all.push(await sendReport(walker));
  });

  it.each(ways)('resume a draft that was kept at %s, at %s', async (one, other) => {
    front = one;
    const walker = await beginReport(bot());
    await goToStep(walker, 'code');
    const { teams } = walker;
    const [code = ''] = /(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}/u.exec(teams.card().text) ?? [];
    await leaveCode(walker, 'later');
    front = other;
    await comeBack({ walker, code });
    await teams.press('resume');
    expect(stepInFront(walker)).toBe('code');
    all.push(await sendReport(walker));
  });

  it.each(ways)('read a case that was reported and handled at %s, at %s', async (one, other) => {
    const { caseId } = await reported(one);
    await scene.tab(at(one), handler).call('case.acknowledge', { caseId, request: newRequestId() });
    const seen = await scene.tab(at(other), handler).send(other === 'newer' ? 'case.view' : 'case.read', { caseId });
    expect([seen.status, seen.text]).toEqual([200, expect.stringContaining('"status":"acknowledged"')]);
    const { rows } = await scene.tab(at(other), handler).call('cases.list', { filter: {} });
    expect(rows.map(({ figures }) => figures.caseId)).toContain(caseId);
    if (one === 'newer') {
      seenFirst.add(caseId);
      dropped.add(caseId);
    }
  });

  it.each(ways)('go on with a case that was reported at %s: acknowledged from its alert at %s', async (one, other) => {
    const report = await reported(one);
    const alert = await alertOf(report);
    front = other;
    const teams = createTeamsClient(bot(), newPerson('en-GB', handler));
    const pressed = { action: alert.buttons[0], trigger: 'manual' };
    await teams.invoke('adaptiveCard/action', pressed, { channelId: channels.acu, teamId: '19:team@thread.tacv2' });
    expect(teams.card().text).toContain('Acknowledged on');
    await comeBack(report);
    // Each version has its own words for it.
    expect(report.walker.teams.card().text).toMatch(/^Seen by |have (?:seen it|confirmed that they have it)\.$/mu);
    if (other === 'older') dropped.add(report.caseId);
  });

  it.each(ways)('take what is added to a report of %s, at %s and back', async (one, other) => {
    const report = await reported(one);
    await addTo(report, other, `Added at the other one. ${report.walker.canary}`);
    await addTo(report, one, `Added at the first one. ${report.walker.canary}`);
    dropped.add(report.caseId);
  });
});

describe('when the older one ends, is started again in place of the newer one, and the newer one once more', () => {
  it('a card of before the update is pressed after it', async () => {
    await end('older');
    front = 'newer';
    const { walker, card } = open;
    walker.teams.holdUp(card);
    all.push(await sendReport(walker));
    await addTo(first, 'newer', `Added after the update. ${first.walker.canary}`);
  });

  it('rolled back, cards of the newer one go on at the older one, and forward again those of both', async () => {
    const before = await beginReport(bot());
    await goToStep(before, 'signs');
    await end('newer');
    await start('older');
    front = 'older';
    const sentThen = await sendReport(before);
    all.push(sentThen);
    const again = await beginReport(bot());
    await goToStep(again, 'knowledge');
    const between = await reported('older');
    await end('older');
    await start('newer');
    front = 'newer';
    all.push(await sendReport(again));
    await addTo(between, 'newer', `Added forward again. ${between.walker.canary}`);
    // Pressed once more, a card whose report the other version sent leads to the same case.
    before.teams.holdUp(sentThen.last);
    await before.teams.press('send');
    expect(parseCardReference(before.teams.card())).toBe(sentThen.caseId);
  });
});

describe('in the end', () => {
  it('each report that was said to be saved opens with all that was typed and added, and none is there twice', async () => {
    const store = scene.open();
    expect(new Set(all.map(({ caseId }) => caseId)).size).toBe(all.length);
    for (const { caseId, walker } of all) {
      const opened = await decryptAtStore(store, scene, caseId);
      expect(opened).toEqual({
        answers: Object.fromEntries(walker.given),
        added: added.get(caseId) ?? [],
        unverifiedCount: 0,
      });
    }
    expect(await store.ledger.page(undefined, 100)).toHaveLength(all.length);
    await store.close();
  });

  it('each case was alerted, no more often than there was something, and nobody’s words are in what either printed', async () => {
    for (const report of all) {
      if (!seenFirst.has(report.caseId)) await alertOf(report);
      const written = formatCaseId(report.caseId);
      const posts = scene.connector.posts.filter(({ activity }) => JSON.stringify(activity).includes(written));
      const again = added.has(report.caseId) ? added.get(report.caseId)?.length : 0;
      expect([report.caseId, posts.length <= 1 + (again ?? 0)]).toEqual([report.caseId, true]);
    }
    await end('newer');
    const marks = all.flatMap(({ walker, code }) => [walker.canary, code]);
    assertAbsent('printed', printed.join(''), marks);
  });

  it('the audit names the cases of which the older one dropped something, and no other', async () => {
    const store = scene.open();
    const verdicts = await Promise.all(
      all.map(async ({ caseId }) => [caseId, await verifyStoredCase(store, caseId)] as const),
    );
    const broken = verdicts.filter(([, verdict]) => verdict !== 'whole');
    expect(broken).toEqual([...dropped].map((caseId) => [caseId, expect.objectContaining({ why: 'record' })]));
    await store.close();
  });
});
