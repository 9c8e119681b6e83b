import {
  accessOf,
  type Closed,
  enterByWords,
  type Entered,
  lookAtInvitation,
  noteCounter,
  takeInvitation,
  type UseInvitationDependencies,
} from '../../core/partners/invitations.ts';
import { verifierOf } from '../../core/model/partner-record.ts';
import type { Result } from '../../contract/answers.ts';
import type { MadeAnswer, PageBegin, signInOperations } from '../../contract/partners.ts';
import type { Contacts } from '../../words/contacts.ts';
import { done, type Handlers } from '../api/operation.ts';
import type { Passkeys } from './passkeys.ts';
import type { PartnerSessions } from './sessions.ts';

export type Stranger = undefined;

export type SignInOperations = Handlers<typeof signInOperations, Stranger>;

const userHandleOf = (invitation: string): string => Buffer.from(invitation).toString('base64url');

export function createSignInOperations(
  deps: UseInvitationDependencies & {
    readonly passkeys: Passkeys;
    readonly sessions: Pick<PartnerSessions, 'begin'>;
    readonly contacts: Contacts;
    readonly onNotTaken: () => void;
  },
): SignInOperations {
  const { passkeys, sessions, contacts, onNotTaken } = deps;
  const { forceName, emergency, helpline, helplinePhone, quickExit: exit } = contacts;
  const begin: PageBegin = { forceName, emergency, helpline, helplinePhone, exit };

  const entered = async (outcome: Entered | Closed): Promise<Result<MadeAnswer>> =>
    done(outcome.kind === 'entered' ? { kind: 'in', session: await sessions.begin(outcome) } : outcome);
  const notTaken = <Kind extends string>(kind: Kind): { readonly kind: Kind } => {
    if (kind === 'notTaken') onNotTaken();
    return { kind };
  };

  return {
    'page.begin': async () => done(begin),
    'invitation.look': async (_, { token }) => {
      const looked = await lookAtInvitation(deps, token);
      if (looked.kind !== 'open') return done(looked);
      const { organisation, standing } = looked;
      const { name, type: partnerType } = organisation;
      return done({ kind: 'open', organisation: name, partnerType, until: standing.value.until });
    },
    'passkey.offer': async (_, { token }) => {
      const looked = await lookAtInvitation(deps, token);
      if (looked.kind !== 'open') return done(looked);
      const { id } = looked.standing.value;
      const offer = await passkeys.offer('passkey.make', id);
      return done({ kind: 'offer', ...offer, userHandle: userHandleOf(id), label: looked.organisation.name });
    },
    'passkey.make': async (_, { token, ...answer }) => {
      const looked = await lookAtInvitation(deps, token);
      if (looked.kind !== 'open') return done(looked);
      const made = await passkeys.made(answer, looked.standing.value.id);
      if (made.kind !== 'holds') return done(notTaken(made.kind));
      return entered(await takeInvitation(deps, token, made.value));
    },
    'passphrase.make': async (_, { token, id, secret }) =>
      entered(await takeInvitation(deps, token, { kind: 'words', id, verifier: verifierOf(id, secret) })),
    'signIn.offer': async () => done(await passkeys.offer('signIn.passkey')),
    'signIn.passkey': async (_, answer) => {
      const found = await accessOf(deps, { kind: 'passkey', id: answer.id });
      if (found.kind !== 'found') return done(found);
      const { invitation, organisation, access, version } = found;
      const used = await passkeys.used(answer, access, invitation.id);
      if (used.kind !== 'holds') return done(notTaken(used.kind));
      const noted = await noteCounter(deps, { value: invitation, version }, used.value.counter);
      // Changed meanwhile: revoked, given out anew, or used with the same counter.
      if (noted === 'moved') return done({ kind: 'late' });
      return done({ kind: 'in', session: await sessions.begin({ kind: 'entered', invitation, organisation }) });
    },
    'signIn.passphrase': async (_, keys) => {
      const outcome = await enterByWords(deps, keys);
      return done(outcome.kind === 'entered' ? { kind: 'in', session: await sessions.begin(outcome) } : outcome);
    },
  };
}
