import { framedType, frameBytes, hasBytes } from '../../../contract/framed-bytes.ts';
import { createAuthenticator } from '../../fakes/authenticator.ts';
import type {
  PartnerAnswer,
  PartnerOperation,
  PartnerRequest,
  PartnerSession,
} from '../../../contract/partner-operations.ts';
import type { PartnerType } from '../../../core/model/report-routes.ts';
import { developmentPeople } from '../../../development/development-tenant.ts';
import { type RunningBot, startBot } from '../journeys/running-bot.ts';

/** The host of a force's partners in the tests, and the origin of its pages. */
export const partnersHost = 'candour.example.org';
export const partnersOrigin = `https://${partnersHost}`;
export const device = createAuthenticator(partnersOrigin);

/** A server in production that has partners. */
export const startWithPartners = (options: Partial<Parameters<typeof startBot>[0]> = {}): Promise<RunningBot> =>
  startBot({
    entryPoint: 'dialog',
    ...options,
    environment: { PARTNERS: 'yes', PUBLIC_HOST: partnersHost, ...options.environment },
  });

/** What came back over the wire. */
export interface PartnerResponse {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** Asks the partners' API for anything, with a session where there is one. */
export async function sendPartnerRequest(
  bot: Pick<RunningBot, 'endpoint'>,
  operation: string,
  body: unknown,
  token?: string,
): Promise<PartnerResponse> {
  const isFrame = typeof body === 'object' && body !== null && hasBytes(body);
  const response = await fetch(new URL(`/api/partners/${isFrame ? 'raw/' : ''}${operation}`, bot.endpoint()), {
    method: 'POST',
    headers: {
      'content-type': isFrame ? framedType : 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: isFrame ? frameBytes({ ...body }) : typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

/** Carries an operation out. Throws where it was not, with the code that came back. */
export async function callPartnerOperation<Name extends PartnerOperation>(
  bot: Pick<RunningBot, 'endpoint'>,
  name: Name,
  body: PartnerRequest<Name>,
  token?: string,
): Promise<PartnerAnswer<Name>> {
  const { status, text } = await sendPartnerRequest(bot, name, body, token);
  if (status !== 200) throw new Error(`${name}: ${status} ${text}`);
  const answer: PartnerAnswer<Name> = JSON.parse(text);
  return answer;
}

let named = 0;
const admin = { objectId: developmentPeople.admin };

/** An invitation that an admin makes, for an organisation of its own where none is named. */
export async function createInvitation(
  bot: RunningBot,
  { organisation, type = 'victims' }: { readonly organisation?: string; readonly type?: PartnerType } = {},
) {
  const tab = bot.tab(admin);
  let of = organisation;
  if (of === undefined) {
    named += 1;
    const outcome = await tab.call('partners.name', { name: `Organisation ${named}`, type });
    if ('why' in outcome) throw new Error(outcome.why);
    of = outcome.view.organisations.find(({ name }) => name === `Organisation ${named}`)?.id ?? '';
  }
  const made = await tab.call('partners.invite', { organisation: of, days: 7 });
  if ('why' in made) throw new Error(made.why);
  const token = made.link.split('#')[1] ?? '';
  return { organisation: of, token, id: token.split('.')[0] ?? '', link: made.link };
}

/** Somebody who has used an invitation by a passkey. */
export async function registerPasskey(bot: RunningBot, token: string) {
  const offer = await callPartnerOperation(bot, 'passkey.offer', { token });
  if (offer.kind !== 'offer') throw new Error(offer.kind);
  const passkey = device.make(offer);
  const made = await callPartnerOperation(bot, 'passkey.make', { token, ...passkey.body });
  if (made.kind !== 'in') throw new Error(made.kind);
  return { passkey, session: made.session };
}

/** Signs in by a passkey. Throws where that is refused. */
export async function signIn(
  bot: RunningBot,
  passkey: Parameters<typeof device.use>[1],
  instead: Parameters<typeof device.use>[2] = {},
): Promise<PartnerSession> {
  const offer = await callPartnerOperation(bot, 'signIn.offer', {});
  const answer = await callPartnerOperation(bot, 'signIn.passkey', device.use(offer, passkey, instead));
  if (answer.kind !== 'in') throw new Error(answer.kind);
  return answer.session;
}

/** Gives an invitation out anew, or takes it back. */
export const changeInvitation = async (
  bot: RunningBot,
  what: 'renew' | 'revoke',
  invitation: string,
): Promise<string> => {
  const tab = bot.tab(admin);
  if (what === 'revoke') {
    await tab.call('partners.revoke', { invitation });
    return '';
  }
  const made = await tab.call('partners.renew', { invitation, days: 7 });
  if ('why' in made) throw new Error(made.why);
  return made.link.split('#')[1] ?? '';
};
