import { beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { declareConflict, excludePerson } from '../../../core/casework/exclusion.ts';
import { createTombstone } from '../../../core/casework/erasure.ts';
import {
  approveIdentityRequest,
  requestIdentity,
  considerIdentityRequest,
  openIdentity,
  refuseIdentityRequest,
  shareIdentity,
  withdrawIdentityRequest,
} from '../../../core/casework/identity.ts';
import { digestOfSeal } from '../../../core/model/digests.ts';
import type { EventRecord } from '../../../core/model/event-record.ts';
import { identityAgreementDays, type IdentityRules } from '../../../core/model/identity-request.ts';
import type { Actor } from '../../../core/model/permissions.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { toPersonId, roles } from '../../../core/model/roles.ts';
import {
  createActor,
  createCasework,
  custodian,
  custodianThree,
  custodianTwo,
  newRequestId,
  one,
  reserve,
  saveCase,
  readStoredCase,
  two,
  why,
  words,
} from '../../support/core/casework.ts';
import { setUpCore } from '../../support/core/set-up-core.ts';

const both: IdentityRules = { custodians: 2, withoutRequest: false };
const oneAsked: IdentityRules = { custodians: 1, withoutRequest: false };
const free: IdentityRules = { custodians: 1, withoutRequest: true };

const core = setUpCore();
let rules: IdentityRules;
let caseId: CaseId;
beforeEach(async () => {
  rules = both;
  gone = [];
  caseId = await saveCase(core, 'no', 'confidential');
});

const day = 24 * 60 * 60_000;
/** Those who came off the lists. */
let gone: readonly Actor[] = [];
const listed = (...people: readonly Actor[]) =>
  people.filter((person) => !gone.includes(person)).map(({ objectId }) => objectId);
const deps = () =>
  createCasework(core, {
    identity: rules,
    listHandlers: async (handledBy) => (handledBy === 'acu' ? listed(one, two) : listed(reserve)),
    listCustodians: async () => listed(custodian, custodianTwo, custodianThree),
  });
const forCustodians = (sealed: string) => words(sealed, 'custodians');
const reasonOf = (text: string) => Buffer.from(text).toString('base64');
const first = reasonOf('the first reason');
const second = reasonOf('the second reason');
const entry = (request = newRequestId()) => ({ caseId, request });
const ask = (by: Actor, sealed = first, request = newRequestId()) =>
  requestIdentity(deps(), by, { ...entry(request), words: forCustodians(sealed) });
const withdraw = (by: Actor) => withdrawIdentityRequest(deps(), by, entry());
const agree = (by: Actor, sealed = first, request = newRequestId()) =>
  approveIdentityRequest(deps(), by, { ...entry(request), of: digestOfSeal(sealed), words: forCustodians('eWVz') });
const refuse = (by: Actor, sealed = first) =>
  refuseIdentityRequest(deps(), by, { ...entry(), of: digestOfSeal(sealed), words: forCustodians('bm8=') });
const open = (by: Actor, sealed: string | undefined = first) =>
  openIdentity(deps(), by, {
    ...entry(),
    ...(sealed !== '' && { of: digestOfSeal(sealed) }),
    words: forCustodians('b3Blbg=='),
  });
const share = (by: Actor) => shareIdentity(deps(), by, { ...entry(), words: words('bmFtZQ==') });
const consider = (by: Actor) => considerIdentityRequest(deps(), by, entry());

const done = expect.objectContaining({ kind: 'changed', isNew: true });
const not = (because: string) => ({ kind: 'notAllowed', why: because });
const kinds = async () => (await readStoredCase(core, caseId)).events.slice(1).map(({ kind }) => kind);
const standing = async () => (await readStoredCase(core, caseId)).record.identityAsked;

describe('asking for a sealed identity', () => {
  it('leaves a request in the case with the sealed reason, and an entry that says who asked', async () => {
    expect(await ask(one)).toEqual(done);
    const { record, events } = await readStoredCase(core, caseId);
    expect(record.identityAsked).toEqual({ by: one.objectId, on: '2026-11-25', reason: digestOfSeal(first) });
    expect(events.at(-1)).toMatchObject({
      kind: 'identityAsked',
      by: { objectId: one.objectId },
      note: { for: 'custodians', sealed: first },
    });
  });

  it.each(['named', 'notKept'] as const)('is refused where the report is %s', async (mode) => {
    caseId = await saveCase(core, 'no', mode);
    expect(await ask(one)).toEqual(not('noIdentity'));
    expect(await kinds()).toEqual([]);
  });

  it('is refused with words that a custodian cannot read', async () => {
    expect(await requestIdentity(deps(), one, { ...entry(), words: words() })).toEqual(not('noSuchText'));
  });

  it('is refused while another request waits, and is done once however often it is sent', async () => {
    const request = newRequestId();
    expect(await ask(one, first, request)).toEqual(done);
    expect(await ask(one, first, request)).toMatchObject({ kind: 'changed', isNew: false });
    expect(await ask(two, second)).toEqual(not('alreadyAsked'));
    expect(await ask(one, second)).toEqual(not('alreadyAsked'));
    expect(await kinds()).toEqual(['identityAsked']);
  });

  it('by two at once leaves one request', async () => {
    const came = await Promise.all([ask(one, first), ask(two, second)]);
    expect(came.map(({ kind }) => kind).sort()).toEqual(['changed', 'notAllowed']);
    expect(await kinds()).toEqual(['identityAsked']);
  });

  it('is for those who handle the case and for custodians alone', async () => {
    for (const role of roles) {
      caseId = await saveCase(core, 'no', 'confidential');
      const outcome = await ask(createActor('somebody', role));
      expect({ role, kind: outcome.kind }).toEqual({
        role,
        kind: role === 'handler' || role === 'custodian' ? 'changed' : 'refused',
      });
    }
    caseId = await saveCase(core, 'yes', 'confidential');
    expect(await ask(one)).toEqual({ kind: 'refused' });
    expect(await ask(reserve)).toEqual(done);
  });

  it('can be taken back by whoever asked, and by nobody else', async () => {
    expect(await withdraw(one)).toEqual(not('notAsked'));
    await ask(one);
    expect(await withdraw(two)).toEqual(not('notAsker'));
    expect(await withdraw(custodian)).toEqual(not('notAsker'));
    expect(await withdraw(one)).toEqual(done);
    expect(await standing()).toBeUndefined();
    expect(await agree(custodian)).toEqual(not('notAsked'));
    expect(await kinds()).toEqual(['identityAsked', 'identityWithdrawn']);
  });

  it('ends with the erasure of the case', async () => {
    await ask(one);
    const found = await core.store.cases.read(caseId);
    if (!found) throw new Error('no such case is saved');
    const erased = { ...found, value: createTombstone(found.value, found.value.receivedOn) };
    expect(await core.store.cases.erase({ case: erased, events: [] })).toBe('changed');
    for (const outcome of [await ask(one), await agree(custodian), await open(custodian), await consider(custodian)]) {
      expect(['notAllowed', 'refused']).toContain(outcome.kind);
    }
    expect(await standing()).toBeUndefined();
  });
});

describe('a custodian’s answer to a request', () => {
  it('is given to the one that they read: another since is told from it', async () => {
    await ask(one, first);
    await withdraw(one);
    await ask(one, second);
    for (const outcome of [await agree(custodian), await refuse(custodian), await open(custodian)]) {
      expect(outcome).toEqual(not('otherRequest'));
    }
    expect(await agree(custodian, second)).toEqual(done);
  });

  it('is never given by whoever asked, nor by those who handle the case', async () => {
    await ask(custodian);
    expect(await agree(custodian)).toEqual(not('ownWork'));
    expect(await refuse(custodian)).toEqual(not('ownWork'));
    for (const role of roles.filter((held) => held !== 'custodian')) {
      const somebody = createActor('somebody', role);
      for (const outcome of [await agree(somebody), await refuse(somebody), await consider(somebody)]) {
        expect(outcome).toEqual({ kind: 'refused' });
      }
    }
  });

  it('that refuses it says so in the case with sealed words, and ends it', async () => {
    await ask(one);
    expect(await refuse(custodian)).toEqual(done);
    const { record, events } = await readStoredCase(core, caseId);
    expect(record.identityAsked).toBeUndefined();
    expect(events.at(-1)).toMatchObject({
      kind: 'identityRefused',
      by: { objectId: custodian.objectId },
      note: { for: 'custodians', sealed: 'bm8=' },
    });
    expect(await agree(custodianTwo)).toEqual(not('notAsked'));
    expect(await open(custodianTwo)).toEqual(not('otherRequest'));
  });

  it('needs the reason first, which is handed out sealed once it stands in the history that they read it', async () => {
    expect(await consider(custodian)).toEqual(not('notAsked'));
    await ask(one, second);
    await withdraw(one);
    await ask(one, first);
    await agree(custodian);
    const considered = await consider(custodianTwo);
    if (considered.kind !== 'considered') throw new Error('not handed out');
    expect(considered.entries.map(({ kind, by, words: { sealed } }) => [kind, by, sealed])).toEqual([
      ['identityAsked', { objectId: one.objectId }, first],
      ['identityAgreed', { objectId: custodian.objectId }, 'eWVz'],
    ]);
    expect((await readStoredCase(core, caseId)).events.at(-1)).toMatchObject({
      kind: 'identityConsidered',
      by: { objectId: custodianTwo.objectId },
    });
  });
});

describe('where it takes two custodians', () => {
  it('nobody opens an identity that was not asked for', async () => {
    expect(await open(custodian, '')).toEqual(not('needsRequest'));
    expect(await open(custodian)).toEqual(not('otherRequest'));
    expect(await kinds()).toEqual([]);
  });

  it('one alone opens nothing, however often they agree', async () => {
    await ask(one);
    expect(await open(custodian)).toEqual(not('needsCustodian'));
    expect(await agree(custodian)).toEqual(done);
    expect(await agree(custodian)).toMatchObject({ kind: 'changed', isNew: false });
    expect(await agree(custodian)).toMatchObject({ kind: 'changed', isNew: false });
    expect(await open(custodian)).toEqual(not('needsCustodian'));
    expect(await open(custodian, '')).toEqual(not('needsRequest'));
    expect(await kinds()).toEqual(['identityAsked', 'identityAgreed']);
  });

  it('one agrees and another opens and shares, and the request is over', async () => {
    await ask(one);
    await agree(custodian);
    expect(await open(custodianTwo)).toEqual(done);
    expect((await readStoredCase(core, caseId)).events.at(-1)).toMatchObject({
      kind: 'identityOpened',
      detail: { of: digestOfSeal(first) },
    });
    expect(await share(custodian)).toEqual(not('state'));
    expect(await share(custodianTwo)).toEqual(done);
    expect(await standing()).toBeUndefined();
    expect(await open(custodianTwo)).toEqual(not('otherRequest'));
    expect(await share(custodianTwo)).toEqual(not('needsRequest'));
  });

  it('what was opened for one request is not shared for the next', async () => {
    await ask(one, first);
    await agree(custodian);
    await open(custodianTwo);
    await refuse(custodian);
    await ask(one, second);
    expect(await share(custodianTwo)).toEqual(not('state'));
  });

  it('a custodian who asked opens it once another has agreed, and the other one does not alone', async () => {
    await ask(custodian);
    expect(await open(custodian)).toEqual(not('needsCustodian'));
    expect(await open(custodianTwo)).toEqual(not('needsCustodian'));
    await agree(custodianTwo);
    expect(await open(custodianTwo)).toEqual(not('needsCustodian'));
    expect(await open(custodian)).toEqual(done);
  });

  it('two who agree at once both count', async () => {
    await ask(one);
    await Promise.all([agree(custodian), agree(custodianTwo)]);
    expect(new Set((await standing())?.agreedBy)).toEqual(new Set([custodian.objectId, custodianTwo.objectId]));
    expect(await open(custodianThree)).toEqual(done);
  });

  it('an agreement lasts a week, and can be given again', async () => {
    await ask(one);
    await agree(custodian);
    core.pass((identityAgreementDays + 1) * day);
    expect(await open(custodianTwo)).toEqual(not('needsCustodian'));
    expect(await agree(custodian)).toEqual(done);
    expect(await open(custodianTwo)).toEqual(done);
  });

  it('a custodian who is shut out agrees to nothing any more', async () => {
    await ask(one);
    await agree(custodian);
    await excludePerson(deps(), one, { ...entry(), person: custodian.objectId, words: why });
    expect(await open(custodianTwo)).toEqual(not('needsCustodian'));
    for (const outcome of [await agree(custodian), await refuse(custodian), await consider(custodian)]) {
      expect(outcome).toEqual({ kind: 'refused' });
    }
  });
});

describe('where one custodian is enough', () => {
  it('they open it for a request of somebody else, where the force asks for one', async () => {
    rules = oneAsked;
    expect(await open(custodian, '')).toEqual(not('needsRequest'));
    await ask(one);
    expect(await open(custodian, '')).toEqual(not('needsRequest'));
    expect(await open(custodian)).toEqual(done);
    expect(await share(custodian)).toEqual(done);
    await ask(custodian, second);
    expect(await open(custodian, second)).toEqual(not('needsCustodian'));
    expect(await open(custodianTwo, second)).toEqual(done);
  });

  it('they open none unasked, if no life is at risk, and a request ends with the sharing', async () => {
    rules = free;
    expect(await open(custodian, '')).toEqual(not('needsRequest'));
    await ask(one);
    expect(await open(custodian)).toEqual(done);
    expect(await share(custodian)).toEqual(done);
    expect(await standing()).toBeUndefined();
    expect(await share(custodian)).toEqual(not('needsRequest'));
  });
});

describe('a request of somebody who is no longer there', () => {
  it('is void once they are shut out, and does not come back', async () => {
    await ask(one);
    await agree(custodian);
    await excludePerson(deps(), two, { ...entry(), person: one.objectId, words: why });
    expect(await standing()).toBeUndefined();
    expect(await open(custodianTwo)).toEqual(not('otherRequest'));
    expect(await consider(custodian)).toEqual(not('notAsked'));
  });

  it('is void once they declare a conflict, and once the case goes to the reserve, who asks anew', async () => {
    await ask(custodianThree);
    const alone = createCasework(core, {
      identity: rules,
      listHandlers: async (handledBy) => [(handledBy === 'acu' ? one : reserve).objectId],
    });
    await declareConflict(alone, one, entry());
    const { record } = await readStoredCase(core, caseId);
    expect(record.handledBy).toBe('reserve');
    expect(record.identityAsked).toBeUndefined();
    expect(await ask(two)).toEqual({ kind: 'refused' });
    expect(await ask(reserve)).toEqual(done);
  });
});

describe('a request of somebody whose role has ended', () => {
  it('opens nothing, with or without an agreement of before, and is shown to no custodian', async () => {
    for (const each of [both, oneAsked]) {
      rules = each;
      gone = [];
      caseId = await saveCase(core, 'no', 'confidential');
      await ask(one);
      await agree(custodian);
      gone = [one];
      expect(await open(custodianTwo)).toEqual(not('otherRequest'));
      expect(await agree(custodianThree)).toEqual(not('notAsked'));
      expect(await consider(custodianTwo)).toEqual(not('notAsked'));
      expect(await kinds()).toEqual(['identityAsked', 'identityAgreed']);
    }
  });

  it('has nothing shared that was opened for it', async () => {
    await ask(one);
    await agree(custodian);
    await open(custodianTwo);
    gone = [one];
    expect(await share(custodianTwo)).toEqual(not('needsRequest'));
  });

  it('leaves room for one of a colleague, to which nobody has agreed yet', async () => {
    await ask(one);
    await agree(custodian);
    gone = [one];
    expect(await ask(two, second)).toEqual(done);
    expect(await open(custodianTwo, second)).toEqual(not('needsCustodian'));
    await agree(custodian, second);
    expect(await open(custodianTwo, second)).toEqual(done);
  });

  it('of one who asked as a custodian is over as well', async () => {
    await ask(custodianThree);
    await agree(custodian);
    gone = [custodianThree];
    expect(await open(custodianTwo)).toEqual(not('otherRequest'));
  });

  it('counts for no case that they do not handle by the role that they hold now', async () => {
    caseId = await saveCase(core, 'yes', 'confidential');
    await ask(createActor(one.objectId, 'reserve'));
    expect(await open(custodian)).toEqual(not('otherRequest'));
  });
});

describe('an agreement of a custodian whose role has ended', () => {
  it('opens nothing until another agrees', async () => {
    await ask(one);
    await agree(custodian);
    gone = [custodian];
    expect(await open(custodianTwo)).toEqual(not('needsCustodian'));
    const considered = await consider(custodianTwo);
    expect(considered).toMatchObject({ kind: 'considered', request: { agreedBy: [] } });
    core.pass(2 * day);
    await agree(custodianThree);
    expect(await standing()).toMatchObject({ agreedBy: [custodianThree.objectId], agreedOn: '2026-11-27' });
    expect(await open(custodianTwo)).toEqual(done);
  });
});

describe('whatever anybody does in whatever order', () => {
  const people = [one, two, custodian, custodianTwo, custodianThree];
  const acts = { ask, withdraw, agree, refuse, open, share } as const;
  type Act = keyof typeof acts;
  const isAct = (name: string): name is Act => Object.hasOwn(acts, name);
  const step = fc.record({
    act: fc.constantFrom(...Object.keys(acts).filter(isAct)),
    by: fc.constantFrom(...people),
    other: fc.boolean(),
    days: fc.constantFrom(0, 0, 0, 3, identityAgreementDays + 1),
  });
  /** Asked and agreed to first, which chance alone seldom does. */
  const agreed = [
    { act: 'ask', by: one, other: false, days: 0 },
    { act: 'agree', by: custodian, other: false, days: 0 },
  ] as const;
  const opens = { act: 'open', by: custodianTwo, other: false, days: 0 } as const;
  const steps = fc
    .tuple(fc.constantFrom([], agreed), fc.array(step, { minLength: 8, maxLength: 24 }))
    .map(([first, then]) => [...first, ...then]);
  const isBy = ({ by }: EventRecord, person: string) => typeof by === 'object' && by.objectId === person;

  /** The custodians who stood for an opening: who opened it, and who asked or agreed, each in the days before. */
  function expectTwo(events: readonly EventRecord[]): number {
    const openings = events.filter(({ kind }) => kind === 'identityOpened');
    for (const opening of openings) {
      const before = events.filter(({ sequence }) => sequence < opening.sequence);
      const request = before.findLast(({ kind }) => kind === 'identityAsked');
      const opener = typeof opening.by === 'object' ? opening.by.objectId : toPersonId('nobody');
      expect(opening.detail?.of).toBe(request?.note?.digest);
      const agreed = before.filter(
        (event) =>
          event.kind === 'identityAgreed' &&
          event.sequence > (request?.sequence ?? Infinity) &&
          !isBy(event, opener) &&
          !(typeof request?.by === 'object' && isBy(event, request.by.objectId)) &&
          Date.parse(opening.at) - Date.parse(event.at) < (identityAgreementDays + 1) * day,
      );
      expect(agreed.length).toBeGreaterThan(0);
      const ended = before.some(
        ({ kind, sequence }) =>
          sequence > (request?.sequence ?? 0) &&
          (kind === 'identityRefused' || kind === 'identityWithdrawn' || kind === 'identityShared'),
      );
      expect(ended).toBe(false);
    }
    return openings.length;
  }

  it('an identity is handed out to a custodian only with another who agreed to the request that stands', async () => {
    let opened = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        caseId = await saveCase(core, 'no', 'confidential');
        for (const { act, by, other, days } of taken) {
          core.pass(days * day + 1_000);
          await acts[act](by, other ? second : first);
        }
        opened += expectTwo((await readStoredCase(core, caseId)).events);
      }),
      { numRuns: process.env['SLOW'] ? 3_000 : 100, examples: [[[...agreed, opens]]] },
    );
    expect(opened).toBeGreaterThan(0);
  });
});
