import { drawPage } from '../../cards/draw-page.ts';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { CandourAdapter } from '../../bot/teams/adapter.ts';
import { createAuthentication } from '../../bot/teams/authentication.ts';
import { makeDevelopmentKeys } from '../../development/development-keys.ts';
import { loadDevelopmentSettings } from '../../development/development-settings.ts';
import { withClientCache } from '../../bot/teams/client-cache.ts';
import { type IncomingActivity, parseActivity } from '../../bot/teams/incoming-activity.ts';
import { exampleFacts } from '../support/cards/example-views.ts';
import { contactsSchema } from '../../words/contacts.ts';
import { reportPage } from '../../cards/report/report-page.ts';
import { caseIdFromBytes } from '../../concerns/terms/case-id.ts';
import { mailboxSeedOf } from '../../concerns/records/code-keys.ts';
import { startReport } from '../../concerns/reporting/report-flow.ts';
import { drawReturnCode } from '../../concerns/terms/return-code.ts';
import { personId } from '../../concerns/terms/person-id.ts';
import { createCarriedState } from '../../dialogs/carried-state.ts';
import { createDayKeyRing } from '../../dialogs/day-key-ring.ts';
import { createDesk } from '../../concerns/desk/desk.ts';
import { boundless } from '../../concerns/ports/work-budget.ts';
import { createGuide } from '../../dialogs/guide.ts';
import { createAgeSeal } from '../../seals/node/age-seal.ts';
import { createMailbox } from '../../seals/open-mailbox.ts';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { aCase, anAlert, firstEvent } from '../support/contracts/records.ts';
import { invoke, newPerson } from '../support/journeys/teams-activities.ts';
import { temporaryFolder } from '../support/storage/temporary-folder.ts';
import { accountOf, writtenWho } from './one-report.ts';
import { createStockSeal } from './stock-seal.ts';

export interface Part {
  readonly name: string;
  /** What it takes once, in milliseconds. */
  readonly ms: number;
}

const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));
const clock = () => new Date();

/** The mean of as many goes as fit into a time, after as long a time to warm up. */
async function timed(name: string, forMs: number, work: () => unknown): Promise<Part> {
  const go = async (): Promise<number> => {
    const began = performance.now();
    let times = 0;
    for (; performance.now() - began < forMs; times += 1) await work();
    return (performance.now() - began) / times;
  };
  await go();
  return { name, ms: await go() };
}

/** What each part of a turn takes by itself, on a card with 2,000 characters of account. */
export async function timesOfATurn(forMs: number): Promise<readonly Part[]> {
  const folder = temporaryFolder();
  const store = openSqliteStore(join(folder, 'candour.db'));
  const keys = await makeDevelopmentKeys(join(folder, 'keys'));
  const [seal, stock] = [createAgeSeal(keys.recipients), createStockSeal(keys.recipients)];
  const ring = createDayKeyRing({ dayKeys: store.dayKeys, secret: 'a secret for the bench, no other', clock, random });
  const carried = createCarriedState({ keys: ring, clock, random });
  const contacts = contactsSchema.parse({});
  const code = drawReturnCode(random);
  const state = {
    ...startReport(code, 'en'),
    at: 'about',
    answers: { mode: 'notKept', what: accountOf(1), risk: 'no', conflict: 'no', who: writtenWho },
  } as const;
  const stack = { dialogStack: [{ id: 'report', state: { flow: state } }] };
  const token = await carried.seal(stack, 'person');
  const card = () => drawPage(reportPage({ state, problems: [], token, contacts, ...exampleFacts }));
  const surroundings = { person: newPerson(), serviceUrl: 'http://127.0.0.1:9/', botId: '28:bot', now: clock() };
  const value = { action: { type: 'Action.Execute', data: { candour: { verb: 'move', move: 'back', state: token } } } };
  const body = JSON.stringify(invoke(surroundings, 'adaptiveCard/action', value));
  const activity: IncomingActivity | undefined = parseActivity(body);
  if (activity === undefined) throw new Error('the activity is none');
  const authentication = createAuthentication(loadDevelopmentSettings({ SQLITE_PATH: join(folder, 'x.db') }));
  const stockClients = new CandourAdapter(authentication);
  const adapter = new CandourAdapter(withClientCache(authentication, 8_000));
  const fixedTurn = (one: CandourAdapter) => async () => {
    const bearer = await one.check('');
    const admitted = bearer.kind === 'holds' ? one.admit(bearer, activity) : bearer;
    if (admitted.kind === 'refused') throw new Error('the activity is refused');
    return one.answer(admitted.caller, activity, async (context) => {
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200 } });
    });
  };
  const desk = createDesk({
    ...store,
    clock,
    timeZone: 'Europe/London',
    alertTiming: 'fullHour',
    alertNamesKind: false,
    reviewYears: 6,
    timeLimits: {},
    budget: boundless,
  });
  const guide = createGuide({
    deskOf: () => desk,
    seal,
    clock,
    random,
    contacts,
    staffing: () => exampleFacts.staffing,
    timeZone: 'Europe/London',
    // Sealing is timed by itself.
    carried: { seal: async () => token, open: async () => ({ kind: 'valid', state: structuredClone(stack) }) },
    mailbox: createMailbox(),
    timeLimits: {},
    messages: true,
    describeChange: () => '',
    onNewCase: () => undefined,
    onFollowUp: () => undefined,
    onDoubt: () => undefined,
    onTrouble: () => undefined,
    deadlineMs: 8_000,
  });
  const person = { key: 'person', objectId: personId('person'), name: 'Person', tenantId: 'tenant' };
  const drawn = card();
  const text = JSON.stringify({ answers: state.answers });
  const parts = [
    await timed('parse an activity', forMs, () => parseActivity(body)),
    await timed('a Bot Framework turn with a fixed answer', forMs, fixedTurn(adapter)),
    await timed('the same with clients made for every turn', forMs, fixedTurn(stockClients)),
    await timed('open the carried state', forMs, () => carried.open(token, 'person')),
    await timed('dialog set and step table, with a card', forMs, () =>
      guide.move(token, { verb: 'odd', inputs: {}, person }),
    ),
    await timed('draw a card', forMs, card),
    await timed('seal the carried state', forMs, () => carried.seal(stack, 'person')),
    await timed('write a card as JSON', forMs, () => JSON.stringify(drawn)),
    await timed('last step: seal to two keys', forMs, () => seal.seal(text, 'acu')),
    await timed('last step: the same with the stock recipient', forMs, () => stock.seal(text, 'acu')),
    await timed('last step: the mailbox of a code', forMs, () => seal.mailboxRecipient(mailboxSeedOf(code))),
    await timed('last step: save case, alert and event', forMs, () => {
      const caseId = caseIdFromBytes(random(8));
      const sealedReport = randomBytes(6_000).toString('base64');
      return store.cases.create(aCase({ caseId, sealedReport }), anAlert(caseId), [firstEvent(caseId)]);
    }),
  ];
  await store.close();
  await rm(folder, { recursive: true, force: true });
  return parts;
}
