import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { digestOfSeal } from '../../core/model/digests.ts';
import { recipientFromIdentity } from '../../crypto/recipient.ts';
import { sealText } from '../../crypto/seal-text.ts';
import { identitiesText, generateKeyPair, type KeyPair } from '../../crypto/identity-file-writer.ts';
import { unlockKeys } from '../../tab/crypto/unlock-keys.ts';
import { translate } from '../../words/cards/translate.ts';
import { waitFor } from '../support/journeys/wait-for.ts';
import { channels } from '../support/journeys/bot-settings.ts';
import { createSealText } from '../support/seals/create-seal.ts';
import type { TabClient } from '../support/journeys/tab-client.ts';
import { setUpSharedBot } from '../support/journeys/set-up-bot.ts';

const bot = setUpSharedBot({ entryPoint: 'dialog' });
beforeEach(() => bot.clock.forward(2 * 3_600_000));

const vouch = 'v'.repeat(86);

interface Somebody {
  readonly tab: TabClient;
  readonly own: KeyPair;
}
async function aHandler(): Promise<Somebody> {
  const tab = bot.tab({ objectId: randomUUID(), name: 'A handler', roles: ['handler'] });
  const own = await generateKeyPair();
  await tab.call('keys.publish', { recipient: own.recipient });
  return { tab, own };
}
const unitsKey = async (): Promise<KeyPair> => {
  const [identity = ''] = bot.identities.acu;
  return { identity, recipient: await recipientFromIdentity(identity) };
};
/** What a colleague's page puts into an envelope. */
const envelopeFor = async ({ own }: Somebody, key?: KeyPair): Promise<string> =>
  sealText(identitiesText([key ?? (await unitsKey())], 'Candour, acu'), [own.recipient]);
/** What opens for nobody, in the clothes of an envelope. */
const junk = async () => sealText('words', [(await generateKeyPair()).recipient]);
const wrap = ({ tab }: Somebody, sealed: string, ...people: readonly Somebody[]) =>
  tab.call('keys.wrap', {
    envelopes: people.map((person) => ({ objectId: person.tab.objectId, group: 'acu' as const, sealed, vouch })),
  });
async function unlocked({ tab, own }: Somebody) {
  const file = new TextEncoder().encode(identitiesText([own], 'own'));
  return unlockKeys(file, { passphrase: '', personal: [] }, await tab.call('keys.mine', {}));
}
const sealedIn = async ({ tab }: Somebody) => (await tab.call('keys.mine', {})).envelopes.map(({ sealed }) => sealed);

describe('an envelope with the key of a group', () => {
  it('that does not open stays beside the one that does, and locks nobody out', async () => {
    const [colleague, attacker, victim] = [await aHandler(), await aHandler(), await aHandler()];
    await wrap(colleague, await envelopeFor(victim), victim);
    for (let times = 0; times < 5; times += 1) await wrap(attacker, await junk(), victim);
    expect(await sealedIn(victim)).toHaveLength(2);
    const { keys, lockedGroups: closed } = await unlocked(victim);
    expect(keys[0]).toMatchObject({ group: 'acu', recipient: (await unitsKey()).recipient });
    expect(closed).toEqual([]);
  });

  it('that holds another key than the one that is sealed to comes after it', async () => {
    const [colleague, attacker, victim] = [await aHandler(), await aHandler(), await aHandler()];
    await wrap(colleague, await envelopeFor(victim), victim);
    await wrap(attacker, await envelopeFor(victim, await generateKeyPair()), victim);
    const { keys, workingEnvelopes: worked } = await unlocked(victim);
    expect(keys[0]?.recipient).toBe((await unitsKey()).recipient);
    expect(worked).toHaveLength(1);
  });

  it('takes the place of those before it once its holder says that it opened a case, and of none that came later', async () => {
    const [colleague, attacker, victim] = [await aHandler(), await aHandler(), await aHandler()];
    await wrap(attacker, await junk(), victim);
    const sealed = await envelopeFor(victim);
    await wrap(colleague, sealed, victim);
    const { workingEnvelopes: worked } = await unlocked(victim);
    expect(worked).toEqual([{ group: 'acu', of: digestOfSeal(sealed) }]);
    const later = await junk();
    await wrap(attacker, later, victim);
    // Nobody else can say so in their place.
    expect(await attacker.tab.call('keys.opened', { group: 'acu', of: digestOfSeal(later) })).toEqual({ noted: false });
    for (const one of worked) expect(await victim.tab.call('keys.opened', one)).toEqual({ noted: true });
    expect(await sealedIn(victim)).toEqual([sealed, later]);
    expect((await unlocked(victim)).workingEnvelopes).toEqual([]);
    // One that opened stays, whoever wraps anew, its own maker among them.
    await wrap(colleague, await junk(), victim);
    expect(await sealedIn(victim)).toContain(sealed);
  });

  it('stands in the history of the settings with who made it and for whom', async () => {
    const [colleague, victim] = [await aHandler(), await aHandler()];
    await wrap(colleague, await envelopeFor(victim), victim);
    expect((await bot.store().settings.all()).at(-1)).toMatchObject({
      kind: 'keysWrapped',
      by: { objectId: colleague.tab.objectId },
      detail: { wrapped: { group: 'acu', people: [victim.tab.objectId] } },
    });
  });

  it('is refused beyond far more in an hour than a rotation makes, and leaves no entry', async () => {
    const [attacker, colleague, victim] = [await aHandler(), await aHandler(), await aHandler()];
    const many = Array.from({ length: 50 }, () => victim);
    for (let times = 0; times < 10; times += 1) await wrap(attacker, createSealText('junk', 1), ...many);
    const noted = async () => (await bot.store().settings.all()).length;
    const before = await noted();
    const one = [{ objectId: victim.tab.objectId, group: 'acu' as const, sealed: createSealText('more', 1), vouch }];
    expect((await attacker.tab.send('keys.wrap', { envelopes: one })).status).toBe(429);
    expect([await noted(), (await sealedIn(victim)).includes(createSealText('more', 1))]).toEqual([before, false]);
    await wrap(colleague, await envelopeFor(victim), victim);
    bot.clock.forward(3_600_000);
    await wrap(attacker, createSealText('more', 1), victim);
    expect(await noted()).toBe(before + 2);
  });

  it('that lacks an older key takes no older key from anybody who opens cases', async () => {
    const [colleague, attacker, victim] = [await aHandler(), await aHandler(), await aHandler()];
    const [now, older] = [await unitsKey(), await generateKeyPair()];
    const both = await sealText(identitiesText([now, older], 'Candour, acu'), [victim.own.recipient]);
    await wrap(colleague, both, victim);
    await wrap(attacker, await envelopeFor(victim), victim);
    for (const one of (await unlocked(victim)).workingEnvelopes) await victim.tab.call('keys.opened', one);
    const { keys, workingEnvelopes: worked } = await unlocked(victim);
    expect(keys.map(({ recipient }) => recipient)).toContain(older.recipient);
    expect(worked).toEqual([]);
  });

  it('is told to the admins where one person makes more than one in an hour, once, and says nobody', async () => {
    const [attacker, ...victims] = [await aHandler(), await aHandler(), await aHandler()];
    const told = () =>
      bot.connector.posts
        .filter(({ conversationId }) => conversationId.includes(channels.admins))
        .map((post) => JSON.stringify(post))
        .filter((post) => post.includes(translate('en', 'target.wrappedHeading')));
    const before = told().length;
    await wrap(attacker, await junk(), ...victims.slice(0, 1));
    expect(told()).toHaveLength(before);
    for (let times = 0; times < 3; times += 1) await wrap(attacker, await junk(), ...victims);
    await waitFor('told', () => (told().length > before ? true : undefined));
    expect(told()).toHaveLength(before + 1);
    expect(told().join('')).not.toContain(attacker.tab.objectId);
  });
});
