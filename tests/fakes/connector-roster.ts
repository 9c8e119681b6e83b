import { connectorError } from './connector-answer.ts';
import type { WireAnswer } from './loopback-server.ts';

/** A member as the connector tells of them. */
interface RosterMember {
  readonly id: string;
  readonly aadObjectId?: string;
  readonly tenantId?: string;
  readonly userRole?: string;
}

/** Who and what there is to look up. The same everywhere: every conversation has these members. */
export interface Roster {
  readonly members?: readonly RosterMember[];
  readonly channels?: readonly { readonly id: string; readonly name?: string }[];
}

const ok = (body: unknown): WireAnswer => ({ kind: 'answer', status: 200, body });

/** Answers the look-ups that botbuilder's TeamsInfo makes. Undefined for a path that is none. */
export function answerRosterRequest(path: string, { members = [], channels = [] }: Roster): WireAnswer | undefined {
  const [place, query] = path.split('?');
  const parts = (place ?? '').split('/').slice(2).map(decodeURIComponent);
  const [kind, id, what, which] = parts;
  if (kind === 'teams' && what === undefined) return ok({ id, name: '', tenantId: '', channelCount: channels.length });
  if (kind === 'teams' && what === 'conversations') return ok({ conversations: channels });
  if (kind !== 'conversations') return undefined;
  if (what === 'members' && which !== undefined) {
    const member = members.find(({ id: own, aadObjectId }) => own === which || aadObjectId === which);
    return member ? ok(member) : connectorError(404, 'MemberNotFoundInConversation');
  }
  if (what === 'members') return ok(members);
  if (what !== 'pagedmembers') return undefined;
  const asked = new URLSearchParams(query);
  const from = Number(asked.get('continuationToken') ?? 0);
  const to = from + Number(asked.get('pageSize') ?? 100);
  return ok({ members: members.slice(from, to), ...(to < members.length && { continuationToken: String(to) }) });
}
