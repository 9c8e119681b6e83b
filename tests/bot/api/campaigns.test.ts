import { describe, expect, it } from '@jest/globals';
import { developmentPeople } from '../../../development/development-tenant.ts';
import type { CampaignView, CampaignItemView } from '../../../contract/campaigns.ts';
import type { OperationAnswer, Operation, OperationRequest } from '../../../contract/operations.ts';
import { newRequestId } from '../../support/journeys/tab-client.ts';
import { setUpBot } from '../../support/journeys/set-up-bot.ts';

const bot = setUpBot({ entryPoint: 'dialog' });

const tabOf = (objectId: string) => bot.tab({ objectId, roles: ['communications'] });
const one = () => tabOf(developmentPeople.writer);
const two = () => tabOf(developmentPeople.secondWriter);
type Person = ReturnType<typeof one>;

async function ask<Name extends Operation>(
  tab: Person,
  name: Name,
  body: OperationRequest<Name>,
): Promise<OperationAnswer<Name>> {
  bot.clock.forward(1_000);
  const answer: OperationAnswer<Name> = JSON.parse((await tab.send(name, body)).text);
  return answer;
}
async function made(): Promise<CampaignView> {
  const told = await ask(one(), 'campaigns.create', {
    name: 'Winter',
    startsOn: '2026-11-30',
    request: newRequestId(),
  });
  if (told.kind !== 'campaign') throw new Error(told.kind);
  return told.campaign;
}
const on = ({ id, revision }: CampaignView) => ({ campaign: id, revision, request: newRequestId() });
const firstOf = ({ items: [first] }: CampaignView): CampaignItemView => {
  if (!first) throw new Error('no item');
  return first;
};
const sameIn = ({ items }: CampaignView, { item }: CampaignItemView): CampaignItemView | undefined =>
  items.find((each) => each.item.id === item.id);
const wanted = ({ item, on: day, at, audience }: CampaignItemView) => ({ item, on: day, at, audience });

describe('campaigns in the tab', () => {
  it('begin as a draft of the plan that comes ready, whole in both languages, that nobody approved', async () => {
    const campaign = await made();
    const list = await ask(two(), 'campaigns.list', {});
    expect(campaign.items).toHaveLength(list.plan);
    expect(list.plan).toBeGreaterThanOrEqual(12);
    expect(list.campaigns).toEqual([
      {
        id: campaign.id,
        name: 'Winter',
        startsOn: '2026-11-30',
        state: 'draft',
        items: list.plan,
        out: 0,
        unapproved: list.plan,
      },
    ]);
    expect(campaign.items.some(({ approvedBy }) => approvedBy !== undefined)).toBe(false);
    expect(campaign.items.some(({ mayApprove }) => mayApprove)).toBe(false);
    expect((await ask(two(), 'campaigns.read', { campaign: campaign.id })).items.every((each) => each.mayApprove)).toBe(
      true,
    );
  });

  it('are approved by a second person, and by no one who changed an item', async () => {
    const campaign = await made();
    const first = firstOf(campaign);
    const asked = { item: first.item.id, digest: first.digest };
    expect(await ask(one(), 'campaigns.approveItem', { ...on(campaign), ...asked })).toEqual({
      kind: 'notAllowed',
      why: 'ownWork',
    });
    const told = await ask(two(), 'campaigns.approveItem', { ...on(campaign), ...asked });
    expect(told).toMatchObject({ kind: 'campaign' });
    const approved = told.kind === 'campaign' ? told.campaign : campaign;
    expect(firstOf(approved).approvedBy).toBe(developmentPeople.secondWriter);
    const changed = { ...wanted(firstOf(approved)), at: '11:00' };
    const again = await ask(two(), 'campaigns.setItem', { ...on(approved), wanted: changed });
    const after = again.kind === 'campaign' ? sameIn(again.campaign, first) : undefined;
    expect(after).toMatchObject({ at: '11:00', mayApprove: false });
    expect(after?.approvedBy).toBeUndefined();
  });

  it('take no words that cannot go out, whatever a page sends', async () => {
    const campaign = await made();
    const first = firstOf(campaign);
    for (const body of ['<script>x</script>', 'Go to http://example.org/', '{force} and {nobody}']) {
      const item = { ...first.item, body: { en: body, cy: body } };
      expect(await ask(one(), 'campaigns.setItem', { ...on(campaign), wanted: { ...wanted(first), item } })).toEqual({
        kind: 'notAllowed',
        why: 'content',
      });
    }
    const nowhere = { ...first.item, topic: 'no-such-topic' };
    expect(
      await ask(one(), 'campaigns.setItem', { ...on(campaign), wanted: { ...wanted(first), item: nowhere } }),
    ).toMatchObject({ why: 'content' });
  });

  it('send a test to whoever asks, in their own chat, and to nobody else', async () => {
    const { item } = firstOf(await made());
    const before = bot.connector.posts.length;
    expect(await ask(one(), 'campaigns.sendToMe', { item, language: 'cy' })).toEqual({ kind: 'sent' });
    const posts = bot.connector.posts.slice(before);
    expect(JSON.stringify(posts)).toContain(item.title.cy);
    expect(JSON.stringify(posts.map(({ activity }) => activity.summary))).not.toContain(item.title.cy);
    expect(JSON.stringify(bot.log)).not.toContain(item.title.cy);
  });

  it('say nothing of a campaign that is not there, as of one that is kept from somebody', async () => {
    const { id } = await made();
    const nowhere = { campaign: '0'.repeat(16) };
    expect((await one().send('campaigns.read', nowhere)).status).toBe(403);
    expect(
      (await bot.tab({ objectId: developmentPeople.handler }).send('campaigns.read', { campaign: id })).status,
    ).toBe(403);
  });
});
