import {
  findPartnerCredential,
  type UnusableInvitation,
  signInWithPassphrase,
  type PartnerSignIn,
  checkInvitation,
  savePasskeyCounter,
  redeemInvitation,
  type RedeemInvitationDependencies,
} from '../../core/partners/invitations.ts';
import { passphraseVerifier } from '../../core/model/partner-record.ts';
import type { Result } from '../../contract/operation-answers.ts';
import type { SignUpAnswer, PageBeginAnswer, signInOperations } from '../../contract/partner-operations.ts';
import type { Contacts } from '../../words/contacts.ts';
import { success, type OperationHandlers } from '../api/operation-results.ts';
import type { Passkeys } from './passkeys.ts';
import type { PartnerSessions } from './partner-sessions.ts';

export type AnonymousCaller = undefined;

export type SignInHandlers = OperationHandlers<typeof signInOperations, AnonymousCaller>;

const toUserHandle = (invitation: string): string => Buffer.from(invitation).toString('base64url');

export function createSignInOperations(
  deps: RedeemInvitationDependencies & {
    readonly passkeys: Passkeys;
    readonly sessions: Pick<PartnerSessions, 'begin'>;
    readonly contacts: Contacts;
    readonly onPasskeyRejected: () => void;
  },
): SignInHandlers {
  const { passkeys, sessions, contacts, onPasskeyRejected } = deps;
  const { forceName, emergency, helpline, helplinePhone, quickExit: exit } = contacts;
  const begin: PageBeginAnswer = { forceName, emergency, helpline, helplinePhone, exit };

  const sessionResult = async (outcome: PartnerSignIn | UnusableInvitation): Promise<Result<SignUpAnswer>> =>
    success(outcome.kind === 'entered' ? { kind: 'in', session: await sessions.begin(outcome) } : outcome);
  const failureResult = <Kind extends string>(kind: Kind): { readonly kind: Kind } => {
    if (kind === 'notTaken') onPasskeyRejected();
    return { kind };
  };

  return {
    'page.begin': async () => success(begin),
    'invitation.look': async (_, { token }) => {
      const looked = await checkInvitation(deps, token);
      if (looked.kind !== 'open') return success(looked);
      const { organisation, current } = looked;
      const { name, type: partnerType } = organisation;
      const { until, number, madeOn } = current.value;
      return success({ kind: 'open', organisation: name, partnerType, until, access: { number, madeOn } });
    },
    'passkey.offer': async (_, { token }) => {
      const looked = await checkInvitation(deps, token);
      if (looked.kind !== 'open') return success(looked);
      const { id } = looked.current.value;
      const offer = await passkeys.createOffer('passkey.make', id);
      return success({ kind: 'offer', ...offer, userHandle: toUserHandle(id), label: looked.organisation.name });
    },
    'passkey.make': async (_, { token, ...answer }) => {
      const looked = await checkInvitation(deps, token);
      if (looked.kind !== 'open') return success(looked);
      const registration = await passkeys.verifyRegistration(answer, looked.current.value.id);
      if (registration.kind !== 'holds') return success(failureResult(registration.kind));
      return sessionResult(await redeemInvitation(deps, token, registration.value));
    },
    'passphrase.make': async (_, { token, id, secret }) =>
      sessionResult(
        await redeemInvitation(deps, token, { kind: 'words', id, verifier: passphraseVerifier(id, secret) }),
      ),
    'signIn.offer': async () => success(await passkeys.createOffer('signIn.passkey')),
    'signIn.passkey': async (_, answer) => {
      const found = await findPartnerCredential(deps, { kind: 'passkey', id: answer.id });
      if (found.kind !== 'found') return success(found);
      const { invitation, organisation, access, version } = found;
      const used = await passkeys.verifyAuthentication(answer, access, invitation.id);
      if (used.kind !== 'holds') return success(failureResult(used.kind));
      const noted = await savePasskeyCounter(deps, { value: invitation, version }, used.value.counter);
      // Revoked, given out anew, or used with the same counter meanwhile.
      if (noted === 'moved') return success({ kind: 'late' });
      return success({ kind: 'in', session: await sessions.begin({ kind: 'entered', invitation, organisation }) });
    },
    'signIn.passphrase': async (_, keys) => {
      const outcome = await signInWithPassphrase(deps, keys);
      return success(outcome.kind === 'entered' ? { kind: 'in', session: await sessions.begin(outcome) } : outcome);
    },
  };
}
