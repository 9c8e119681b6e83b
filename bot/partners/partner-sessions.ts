import { z } from 'zod';
import { type PartnerSignIn, isSessionInvitationValid } from '../../core/partners/invitations.ts';
import type { PartnerStore } from '../../core/ports/store.ts';
import { partnerIdSchema } from '../../core/model/partner-record.ts';
import { partnerTypes } from '../../core/model/report-routes.ts';
import type { PartnerSession } from '../../contract/partner-operations.ts';
import type { Reporter } from '../api/report-operations.ts';
import type { SealedTokens } from './sealed-tokens.ts';

/** A shift, and shorter than the store keeps a day's keys. */
const sessionMinutes = 8 * 60;
const minuteMs = 60_000;

const sessionSchema = z.object({
  invitation: partnerIdSchema,
  /** A later round voids the session. */
  round: z.int().min(1),
  partnerType: z.enum(partnerTypes),
});
/** Names an invitation and no person. */
export type SessionClaims = z.infer<typeof sessionSchema>;

/** No server stores them: each is a token in the memory of its page. */
export interface PartnerSessions {
  begin(entered: PartnerSignIn): Promise<PartnerSession>;
  /** From an Authorization header; `undefined` if it expired or is no session. Throws StoreError. */
  open(authorization: string): Promise<SessionClaims | undefined>;
  /** Ask at each request. Throws StoreError. */
  isValid(session: SessionClaims): Promise<boolean>;
}

export const createPartnerSessions = (deps: {
  readonly tokens: SealedTokens;
  readonly partners: PartnerStore;
}): PartnerSessions => ({
  async begin({ invitation, organisation }) {
    const { name, type: partnerType } = organisation;
    const session: SessionClaims = { invitation: invitation.id, round: invitation.round, partnerType };
    const token = await deps.tokens.seal('session', session, sessionMinutes * minuteMs);
    const { id, number, madeOn } = invitation;
    const access = { number, madeOn };
    return { token, invitation: id, organisation: name, partnerType, access, minutes: sessionMinutes };
  },
  async open(authorization) {
    const token = /^Bearer ([\w.-]+)$/u.exec(authorization)?.[1] ?? '';
    return sessionSchema.safeParse(await deps.tokens.open('session', token)).data;
  },
  isValid: ({ invitation, round }) => isSessionInvitationValid(deps, { id: invitation, round }),
});

/** Has the partner's kind of organisation, and no name. */
export const partnerReporter = ({ invitation, partnerType }: SessionClaims): Reporter => ({
  key: `partner:${invitation}`,
  route: 'hub',
  partnerType,
});
