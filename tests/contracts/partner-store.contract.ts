import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  type PartnerCredential,
  type Invitation,
  type Organisation,
  signInLookupKey,
  passphraseVerifier,
} from '../../core/model/partner-record.ts';
import { partnerTypes } from '../../core/model/report-routes.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';
import { today } from '../support/contracts/records.ts';

const freshId = (): string => randomBytes(16).toString('hex');
const anOrganisation = (differences: Partial<Organisation> = {}): Organisation => ({
  id: freshId(),
  name: 'A victims’ service',
  type: 'victims',
  addedOn: today,
  invited: 0,
  ...differences,
});
const aPasskey = (): PartnerCredential => ({
  kind: 'passkey',
  id: randomBytes(16).toString('base64url'),
  publicKey: randomBytes(77).toString('base64url'),
  counter: 0,
});
const words = (): PartnerCredential => ({
  kind: 'words',
  id: freshId(),
  verifier: passphraseVerifier(freshId(), 'secret'),
});
const anInvitation = (differences: Partial<Invitation> = {}): Invitation => ({
  id: freshId(),
  organisation: freshId(),
  number: 1,
  state: 'open',
  round: 1,
  madeOn: today,
  until: today,
  token: randomBytes(32).toString('base64url'),
  ...differences,
});

/** What every PartnerStore promises. */
export function partnerStoreContract(name: string, open: OpenStore): void {
  describe(`PartnerStore of ${name}`, () => {
    it(
      'holds nothing at first',
      withOpenStore(open, async ({ partners }) => {
        expect(await partners.organisations()).toEqual([]);
        expect(await partners.invitations()).toEqual([]);
        expect(await partners.findInvitation({ id: freshId() })).toBeUndefined();
        expect(await partners.findInvitation({ signIn: signInLookupKey(aPasskey()) })).toBeUndefined();
      }),
    );

    it(
      'keeps organisations, and puts one in the place of the version that was read',
      withOpenStore(open, async ({ partners }) => {
        const [one, other] = [anOrganisation(), anOrganisation({ name: 'Elusen â’r enw hwn', type: 'charity' })];
        expect(await partners.saveOrganisation(one, undefined)).toBe('saved');
        expect(await partners.saveOrganisation(other, undefined)).toBe('saved');
        expect(await partners.saveOrganisation({ ...one, name: 'Another' }, undefined)).toBe('moved');
        const [standing] = (await partners.organisations()).filter(({ value }) => value.id === one.id);
        expect(standing?.value).toEqual(one);
        const later = { ...one, invited: 1 };
        expect(await partners.saveOrganisation(later, standing?.version)).toBe('saved');
        expect(await partners.saveOrganisation({ ...one, invited: 7 }, standing?.version)).toBe('moved');
        expect((await partners.organisations()).map(({ value }) => value)).toEqual(
          expect.arrayContaining([later, other]),
        );
        expect(await partners.organisations()).toHaveLength(2);
      }),
    );

    it(
      'finds an invitation by its id, and by its passkey or words once it has them',
      withOpenStore(open, async ({ partners }) => {
        for (const access of [aPasskey(), words()]) {
          const waiting = anInvitation();
          await partners.saveInvitation(waiting, undefined);
          const found = await partners.findInvitation({ id: waiting.id });
          expect(found?.value).toEqual(waiting);
          expect(await partners.findInvitation({ signIn: signInLookupKey(access) })).toBeUndefined();
          const { token: _token, ...rest } = waiting;
          const used: Invitation = { ...rest, state: 'used', access };
          expect(await partners.saveInvitation(used, found?.version)).toBe('saved');
          expect((await partners.findInvitation({ signIn: signInLookupKey(access) }))?.value).toEqual(used);
          const standing = await partners.findInvitation({ id: waiting.id });
          await partners.saveInvitation({ ...waiting, round: 2 }, standing?.version);
          expect(await partners.findInvitation({ signIn: signInLookupKey(access) })).toBeUndefined();
        }
        expect(await partners.invitations()).toHaveLength(2);
      }),
    );

    it(
      'lets one of ten who use one link at once be the one',
      withOpenStore(open, async ({ partners }) => {
        const waiting = anInvitation();
        await partners.saveInvitation(waiting, undefined);
        const found = await partners.findInvitation({ id: waiting.id });
        const answers = await Promise.all(
          Array.from({ length: 10 }, () =>
            partners.saveInvitation({ ...waiting, state: 'used', access: aPasskey() }, found?.version),
          ),
        );
        expect(answers.filter((answer) => answer === 'saved')).toHaveLength(1);
      }),
    );

    it(
      'writes nothing over a version that was never given, or in the place of nothing',
      withOpenStore(open, async ({ partners }) => {
        const [invitation, organisation] = [anInvitation(), anOrganisation()];
        await partners.saveInvitation(invitation, undefined);
        await partners.saveOrganisation(organisation, undefined);
        for (const version of ['', '*', '0', 'nonsense']) {
          expect(await partners.saveInvitation({ ...invitation, state: 'revoked' }, version)).toBe('moved');
          expect(await partners.saveInvitation(anInvitation(), version)).toBe('moved');
          expect(await partners.saveOrganisation({ ...organisation, name: 'Another' }, version)).toBe('moved');
        }
        expect((await partners.invitations()).map(({ value }) => value)).toEqual([invitation]);
        expect((await partners.organisations()).map(({ value }) => value)).toEqual([organisation]);
      }),
    );

    it(
      'keeps any invitation and any organisation as it is',
      withOpenStore(open, async ({ partners }) => {
        const made = fc.record({
          name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
          type: fc.constantFrom(...partnerTypes),
          state: fc.constantFrom('open' as const, 'used' as const, 'revoked' as const),
          round: fc.integer({ min: 1, max: 1_000 }),
          counter: fc.nat(),
        });
        await fc.assert(
          fc.asyncProperty(made, async ({ name, type, state, round, counter }) => {
            const organisation = anOrganisation({ name, type });
            const access = { ...aPasskey(), counter } as const;
            const invitation = anInvitation({ organisation: organisation.id, state, round, access });
            await partners.saveOrganisation(organisation, undefined);
            await partners.saveInvitation(invitation, undefined);
            expect((await partners.findInvitation({ id: invitation.id }))?.value).toEqual(invitation);
            expect((await partners.organisations()).map(({ value }) => value)).toContainEqual(organisation);
          }),
          { numRuns: 10 },
        );
      }),
    );
  });
}
