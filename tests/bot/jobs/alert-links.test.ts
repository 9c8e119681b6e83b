import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { caseDeepLink } from '../../../contract/deep-links.ts';
import type { AlertRecord } from '../../../core/model/alert-record.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { formatCaseId } from '../../../core/model/case-id.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { createCase, createAlert, firstEvent } from '../../support/contracts/records.ts';
import { tenantId } from '../../support/journeys/bot-settings.ts';
import { setUpSharedBot } from '../../support/journeys/set-up-bot.ts';

const teamsAppId = '00000000-0000-4000-8000-000000000001';
const list = `https://teams.microsoft.com/l/entity/${teamsAppId}/cases`;
const [handlerId, shutOutId] = [randomUUID(), randomUUID()];

const bot = setUpSharedBot({
  entryPoint: 'dialog',
  environment: { ROLE_HANDLERS: `${handlerId},${shutOutId}`, TEAMS_APP_ID: teamsAppId },
});

const openUrlSchema = z.object({ type: z.literal('Action.OpenUrl'), title: z.string(), url: z.string() });

/** What an alert of such a case says in the channel, and where its button leads. */
async function posted(
  standing: Partial<CaseRecord>,
  alerted: Partial<AlertRecord> = {},
): Promise<{ readonly record: CaseRecord; readonly text: string; readonly title: string; readonly url: string }> {
  const record = createCase({ tenantId, ...standing });
  const alert = createAlert(record.caseId, { dueAt: bot.clock.now().toISOString(), ...alerted });
  const before = bot.connector.posts.length;
  await bot.store().cases.create(record, alert, [firstEvent(record.caseId)]);
  await bot.run('alerts');
  const text = JSON.stringify(bot.connector.posts.slice(before).map(({ activity }) => activity));
  const [button = ''] = /\{"type":"Action\.OpenUrl"[^{}]*\}/u.exec(text) ?? [];
  const { title, url } = openUrlSchema.parse(JSON.parse(button));
  return { record, text, title, url };
}
const contextSchema = z.object({ subEntityId: z.string() });
const subPageIn = (url: string): string =>
  contextSchema.parse(JSON.parse(new URL(url).searchParams.get('context') ?? '')).subEntityId;

describe('the button of an alert', () => {
  it('leads to its case by a pointer, which opens it for those alone who may see it', async () => {
    const { record, text, title, url } = await posted({ excluded: [toPersonId(shutOutId)] });
    expect(title).toBe('Open in Candour');
    expect(url.startsWith(`${list}?context=`)).toBe(true);
    for (const telling of [record.caseId, formatCaseId(record.caseId)]) {
      expect(text).toContain(formatCaseId(record.caseId));
      expect(decodeURIComponent(url)).not.toContain(telling);
    }
    const pointer = caseDeepLink.parsePointer(subPageIn(url)) ?? '';
    const follow = (objectId: string) => bot.tab({ objectId }).send('cases.followLink', { pointer });
    expect(await follow(handlerId)).toMatchObject({ status: 200, text: JSON.stringify({ caseId: record.caseId }) });
    expect(await follow(shutOutId)).toMatchObject({ status: 403, text: '{"code":"refused"}' });
    expect(await follow(randomUUID())).toMatchObject({ status: 403 });
    expect(bot.log.join('')).not.toContain(pointer);
  });

  it('leads to the list, the same for everybody, where the alert names no case', async () => {
    const { url } = await posted({}, { withoutReference: true });
    expect(url).toBe(list);
  });
});
