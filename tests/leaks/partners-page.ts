import type { Language } from '../../core/model/language.ts';
import { developmentPeople } from '../../development/development-tenant.ts';
import type { ReportCall } from '../../tab/ui/post-json.ts';
import { createAuthenticator } from '../fakes/authenticator.ts';
import { type PageClient, createPageClient } from '../support/journeys/page-client.ts';
import { createTabClient } from '../support/journeys/tab-client.ts';
import { callPartnerOperation, sendPartnerRequest } from '../support/partners/partner-client.ts';
import type { BotProcess } from './bot-process.ts';

let named = 0;

/**
 * A client of the partners' page, for somebody whom an admin has just invited and who made a passkey. `heard` is told
 * each body as it is sent; `answers` has the text of every answer.
 */
export async function openPartnersPage(
  bot: BotProcess,
  language: Language,
  heard: (name: string, body: unknown) => void,
): Promise<{ readonly page: PageClient; readonly answers: readonly string[] }> {
  const admin = createTabClient(bot, { objectId: developmentPeople.admin });
  const name = `Organisation ${(named += 1)}`;
  const outcome = await admin.call('partners.name', { name, type: 'victims' });
  if ('why' in outcome) throw new Error(outcome.why);
  const organisation = outcome.view.organisations.find((one) => one.name === name)?.id ?? '';
  const made = await admin.call('partners.invite', { organisation, days: 7 });
  if ('why' in made) throw new Error(made.why);
  const [page = '', token = ''] = made.link.split('#');

  const offer = await callPartnerOperation(bot, 'passkey.offer', { token });
  if (offer.kind !== 'offer') throw new Error(offer.kind);
  const passkey = createAuthenticator(new URL(page).origin).make(offer);
  const begun = await callPartnerOperation(bot, 'passkey.make', { token, ...passkey.body });
  if (begun.kind !== 'in') throw new Error(begun.kind);
  const answers: string[] = [];
  const call: ReportCall = async (operation, body) => {
    heard(operation, body);
    const { status, text } = await sendPartnerRequest(bot, operation, body, begun.session.token);
    answers.push(text);
    return status === 200 ? { ok: true, value: JSON.parse(text) } : { ok: false, refusal: JSON.parse(text) };
  };
  const nobody = { objectId: '', name: '', call: () => Promise.reject(new Error('a partner has no tab')) };
  return { page: createPageClient(nobody, language, call, 'hub'), answers };
}
