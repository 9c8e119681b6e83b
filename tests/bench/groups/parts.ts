import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CandourAdapter } from '../../../bot/teams/candour-adapter.ts';
import { createTeamsAuthentication } from '../../../bot/teams/teams-authentication.ts';
import { withClientCache } from '../../../bot/teams/connector-client.ts';
import { type IncomingActivity, parseActivity } from '../../../bot/teams/incoming-activity.ts';
import { renderPage } from '../../../cards/render-page.ts';
import { reportPage } from '../../../cards/report/report-page.ts';
import type { Store } from '../../../core/ports/store.ts';
import { deriveMailboxSeed } from '../../../core/model/return-code-keys.ts';
import { initialReportState } from '../../../core/reporting/report-flow.ts';
import { caseIdFromBytes } from '../../../core/model/case-id.ts';
import { generateReturnCode } from '../../../core/model/return-code.ts';
import { ensureDevelopmentKeys } from '../../../development/development-keys.ts';
import { loadDevelopmentSettings } from '../../../development/development-settings.ts';
import { createStateSealer } from '../../../dialogs/bot-framework/sealed-state.ts';
import { createDayKeyRing } from '../../../dialogs/bot-framework/day-key-ring.ts';
import { createAgeSealer } from '../../../crypto/node/age-sealer.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { contactsSchema } from '../../../words/contacts.ts';
import { exampleFacts } from '../../support/cards/example-views.ts';
import { createCase, createAlert, firstEvent } from '../../support/contracts/records.ts';
import { invokeActivity, newPerson } from '../../support/journeys/teams-activities.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';
import type { Group } from '../group.ts';
import { type Row, createRows } from '../row.ts';
import { generateAccount, namedSubject } from '../report-script.ts';

const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));
const clock = () => new Date();

/** The mean of as many goes as fit into a time, after as long a time to warm up; in milliseconds. */
async function meanOf(work: () => unknown, forMs: number): Promise<number> {
  const go = async (): Promise<number> => {
    const began = performance.now();
    let times = 0;
    for (; performance.now() - began < forMs; times += 1) await work();
    return (performance.now() - began) / times;
  };
  await go();
  return go();
}

/** What is timed, with a card that carries 2,000 characters of account. */
async function partsIn(folder: string, store: Store): Promise<Readonly<Record<string, () => unknown>>> {
  const keys = await ensureDevelopmentKeys(join(folder, 'keys'));
  const seal = createAgeSealer(keys.recipients);
  const ring = createDayKeyRing({ dayKeys: store.dayKeys, secret: 'a secret for the bench, no other', clock, random });
  const carried = createStateSealer({ keys: ring, clock, random });
  const contacts = contactsSchema.parse({});
  const code = generateReturnCode(random);
  const state = {
    ...initialReportState(code, 'en'),
    at: 'about',
    answers: { mode: 'notKept', what: generateAccount(1), risk: 'no', conflict: 'no', who: namedSubject },
  } as const;
  const stack = { dialogStack: [{ id: 'report', state: { flow: state } }] };
  const token = await carried.seal(stack, 'person');
  const card = () => renderPage(reportPage({ state, problems: [], token, contacts, ...exampleFacts }));
  const surroundings = { person: newPerson(), serviceUrl: 'http://127.0.0.1:9/', botId: '28:bot', now: clock() };
  const value = { action: { type: 'Action.Execute', data: { candour: { verb: 'move', move: 'back', state: token } } } };
  const body = JSON.stringify(invokeActivity(surroundings, 'adaptiveCard/action', value));
  const activity: IncomingActivity | undefined = parseActivity(body);
  if (activity === undefined) throw new Error('the activity is none');
  const authentication = createTeamsAuthentication(loadDevelopmentSettings({ SQLITE_PATH: join(folder, 'x.db') }));
  const adapter = new CandourAdapter(withClientCache(authentication, 8_000));
  const fixedTurn = async () => {
    const bearer = await adapter.check('');
    const admitted = bearer.kind === 'holds' ? adapter.admit(bearer, activity) : bearer;
    if (admitted.kind === 'refused') throw new Error('the activity is refused');
    return adapter.runTurn(admitted.caller, activity, async (context) => {
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200 } });
    });
  };
  const drawn = card();
  const text = JSON.stringify({ answers: state.answers });
  return {
    'parse an activity': () => parseActivity(body),
    'a Bot Framework turn with a fixed answer': fixedTurn,
    'open the carried state': () => carried.open(token, 'person'),
    'draw a card': card,
    'seal the carried state': () => carried.seal(stack, 'person'),
    'write a card as JSON': () => JSON.stringify(drawn),
    'last step: seal to two keys': () => seal.seal(text, 'acu'),
    'last step: the mailbox of a code': () => seal.mailboxRecipient(deriveMailboxSeed(code)),
    'last step: save case, alert and event': () => {
      const caseId = caseIdFromBytes(random(8));
      const sealedReport = randomBytes(6_000).toString('base64');
      return store.cases.create(createCase({ caseId, sealedReport }), createAlert(caseId), [firstEvent(caseId)]);
    },
  };
}

export const parts: Group = {
  name: 'parts',
  title: 'what each part of a turn takes by itself',
  takes: 'a quarter of a minute',
  async *measure({ partMs }) {
    const folder = createTemporaryFolder();
    const store = openSqliteStore(join(folder, 'candour.db'));
    const row = createRows('Parts of a turn');
    const rows: Row[] = [];
    for (const [name, work] of Object.entries(await partsIn(folder, store))) {
      rows.push(row(name, (await meanOf(work, partMs)) * 1_000, 'µs'));
    }
    yield rows;
    await store.close();
    await rm(folder, { recursive: true, force: true });
  },
};
