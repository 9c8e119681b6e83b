import type { CampaignItem } from '../../concerns/records/campaign-item.ts';
import type { Language } from '../../concerns/terms/language.ts';
import type { PersonId } from '../../concerns/terms/directory.ts';
import type { TestSent } from '../../contract/campaigns.ts';
import { sentToPerson } from '../alerts/sent.ts';
import type { ChannelConnection } from '../teams/channel-connection.ts';
import { activityOf, type ItemMessages } from './channel-posts.ts';

export interface TestMessage {
  send(objectId: PersonId, item: CampaignItem, language: Language): Promise<TestSent>;
}

export const createTestMessage = (deps: {
  readonly connectionTo: (serviceUrl: string) => Pick<ChannelConnection, 'chatWith' | 'say'>;
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly messages: ItemMessages;
}): TestMessage => ({
  async send(objectId, item, language) {
    const sent = await sentToPerson(
      deps.connectionTo(deps.serviceUrl),
      { objectId, tenantId: deps.tenantId },
      activityOf(deps.messages.item(item, language)),
    );
    if (sent.kind === 'arrived') return { kind: 'sent' };
    const kinds = { refused: 'noChat', busy: 'busy', noAnswer: 'notKnown' } as const;
    return { kind: kinds[sent.reason] };
  },
});
