import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createKeyProofs } from '../../bot/runtime/possession-proofs.ts';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { createAgeSealer } from '../../crypto/node/age-sealer.ts';
import { decryptSeal } from '../../crypto/decrypt-seal.ts';
import { generateKeyPair } from '../../crypto/identity-file-writer.ts';
import { fetchReleasedSeals } from '../../tab/case/fetch-released-seals.ts';
import { newCaseId } from '../support/contracts/records.ts';
import { createCall } from '../support/journeys/page-client.ts';
import type { TabClient } from '../support/journeys/tab-client.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';
import { saveCase } from '../support/journeys/save-case.ts';

const bot = setUpSharedBot(() => ({
  entryPoint: 'dialog',
  environment: { ROLE_HANDLERS: handlers.join(','), ROLE_RESERVE: ofReserve },
}));
let grader: TabClient;
let keyless: TabClient;
let reserve: TabClient;
const handlers = [randomUUID(), randomUUID()] as const;
const ofReserve = randomUUID();
beforeAll(() => {
  [grader, keyless] = [bot.tab({ objectId: handlers[0] }), bot.tab({ objectId: handlers[1] })];
  reserve = bot.tab({ objectId: ofReserve });
});

async function saved(differences: Partial<CaseRecord> = {}) {
  bot.clock.forward(5_000);
  return (await saveCase(bot, { opened: false, ...differences })).caseId;
}
const kinds = async (caseId: CaseRecord['caseId']) =>
  (await bot.store().history.readAll(caseId)).map(({ kind }) => kind);
const proofFor = async (tab: TabClient, caseId: CaseRecord['caseId']) =>
  decryptSeal((await tab.call('case.challenge', { caseId })).sealed, bot.identities.acu);
const notShown = { status: 409, text: '{"code":"notAllowed","why":"keyNotShown"}' };

describe('somebody who may see a case and holds no key', () => {
  it('is not said to have opened it, and no rule is met by them: the case is new, and its end is told', async () => {
    const caseId = await saved();
    // As a page of before asked.
    expect(await keyless.send('case.consult', { caseId, proof: undefined })).toMatchObject({ status: 400 });
    for (const proof of ['', 'a'.repeat(50), `999999.${'A'.repeat(43)}`]) {
      expect(await keyless.send('case.consult', { caseId, proof })).toMatchObject(notShown);
    }
    expect(await kinds(caseId)).toEqual(['received']);
    expect((await bot.store().cases.read(caseId))?.value.opened).toBe(false);
    expect((await grader.call('case.view', { caseId })).closingIsTold).toBe(true);
    for (const answer of keyless.answers) expect(answer).not.toContain('sealedReport');
    await keyless.call('case.consult', { caseId });
    expect((await grader.call('case.view', { caseId })).closingIsTold).toBe(false);
    expect(await kinds(caseId)).toEqual(['received', 'viewed', 'consulted']);
  });

  it('is not helped by a proof of a colleague, of another case, of two hours ago, or by a seal as it came', async () => {
    const caseId = await saved();
    const own = await proofFor(keyless, caseId);
    const { sealed } = await keyless.call('case.challenge', { caseId });
    for (const proof of [await proofFor(grader, caseId), await proofFor(keyless, await saved()), sealed.slice(0, 99)]) {
      expect(await keyless.send('case.consult', { caseId, proof })).toMatchObject(notShown);
    }
    bot.clock.forward(2 * 3_600_000);
    expect(await keyless.send('case.consult', { caseId, proof: own })).toMatchObject(notShown);
    expect(await kinds(caseId)).not.toContain('consulted');
  });

  it('opens none of the challenges of the reserve with the key of the unit, and is given none of a case they may not see', async () => {
    const caseId = await saved({ handledBy: 'reserve' });
    const { sealed } = await reserve.call('case.challenge', { caseId });
    await expect(decryptSeal(sealed, bot.identities.acu)).rejects.toMatchObject({ code: 'notForThisIdentity' });
    const refused = { status: 403, text: '{"code":"refused"}' };
    for (const one of [caseId, newCaseId()]) {
      expect(await keyless.send('case.challenge', { caseId: one })).toMatchObject(refused);
      expect(await keyless.send('case.consult', { caseId: one })).toMatchObject(refused);
    }
  });

  it('is told by their page which key is missing, and nothing is asked for', async () => {
    const caseId = await saved();
    const { identity } = await generateKeyPair();
    const before = keyless.answers.length;
    const handed = await fetchReleasedSeals(createCall(keyless), caseId, (sealed) => decryptSeal(sealed, [identity]));
    expect(handed).toEqual({ ok: false, refusal: { code: 'notAllowed', why: 'keyNotShown' } });
    expect(keyless.answers).toHaveLength(before + 1);
    expect(await kinds(caseId)).toEqual(['received']);
  });
});

describe('a proof that a key is held', () => {
  it('is good at another server with the secret, or with the one before it, and at no other', async () => {
    const { identity, recipient } = await generateKeyPair();
    const seal = createAgeSealer({ acu: [recipient], recovery: [], reserve: [], custodians: [] });
    const [secret, clock] = ['a secret of the server, long enough', bot.clock.now];
    const caseId = newCaseId();
    const person = toPersonId('somebody');
    const proof = await decryptSeal(await createKeyProofs({ secret, seal, clock }).challenge(caseId, 'acu', person), [
      identity,
    ]);
    const other = 'a new secret, as long as it must be';
    const holds = [{ secret }, { secret: other, secretBefore: secret }, { secret: other }].map((one) =>
      createKeyProofs({ ...one, seal, clock }).verify(proof, caseId, person),
    );
    expect(holds).toEqual([true, true, false]);
  });
});
