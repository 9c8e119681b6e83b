import { describe, expect, it } from '@jest/globals';
import type { TitledCase } from '../../../core/casework/case-titles.ts';
import { caseTitleLength, sealedCaseTitleBytes } from '../../../core/model/case-title.ts';
import { keyGenerationId } from '../../../core/model/public-keys.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { deriveCaseTitlesKey, sealCaseTitle } from '../../../crypto/case-title-encryption.ts';
import { deriveSubjectCardsKey } from '../../../crypto/subject-card-encryption.ts';
import { openTitle } from '../../../tab/titles/title-crypto.ts';
import { createTitleStore } from '../../../tab/crypto/title-store.ts';
import { newCaseId } from '../../support/contracts/records.ts';
import { createHeldKey } from '../../support/tab/keys.ts';

const tenantId = 'tenant';
const held = createHeldKey(3, 'acu');
const generation = keyGenerationId(held.recipient);
const keys = { getKeys: () => [held] };
const [mine, other] = [newCaseId(), newCaseId()];

async function titled(version: number, title: string, changes: Partial<TitledCase['title']> = {}): Promise<TitledCase> {
  const by = toPersonId('a-handler');
  const key = await deriveCaseTitlesKey(held.identity, { tenantId, group: 'acu' });
  const sealed = await sealCaseTitle(
    key,
    { v: 1, title, subject: 'PC 1234 Rees' },
    { tenantId, caseId: mine, version, by, generation },
  );
  return { caseId: mine, handledBy: 'acu', title: { sealed, version, by, generation, ...changes } };
}
const newStore = () => createTitleStore({ isUnlocked: () => true });
const open = (one: TitledCase, titles = newStore(), of = tenantId) => openTitle({ keys, titles, tenantId: of }, one);

describe('a title that the server hands out', () => {
  it('opens for those who hold the group’s key, and is of one length whatever it says', async () => {
    const [short, long] = [await titled(1, 'A'), await titled(1, 'ŵ'.repeat(caseTitleLength))];
    expect(await open(short)).toEqual({ kind: 'open', title: 'A', subject: 'PC 1234 Rees' });
    expect(await open(long)).toMatchObject({ kind: 'open' });
    expect([short, long].map(({ title }) => Buffer.from(title.sealed, 'base64').length)).toEqual([
      sealedCaseTitleBytes,
      sealedCaseTitleBytes,
    ]);
  });

  it('is refused where it is forged, of another case, version, person, tenant or group', async () => {
    const one = await titled(2, 'Gifts in Newport');
    const turned = one.title.sealed.startsWith('A') ? 'B' : 'A';
    const forgeries: readonly TitledCase[] = [
      { ...one, caseId: other },
      { ...one, handledBy: 'reserve' },
      { ...one, title: { ...one.title, version: 3 } },
      { ...one, title: { ...one.title, by: toPersonId('another') } },
      { ...one, title: { ...one.title, sealed: `${turned}${one.title.sealed.slice(1)}` } },
      { ...one, title: { ...one.title, sealed: 'not a seal' } },
    ];
    for (const forged of forgeries) expect(await open(forged)).toEqual({ kind: 'damaged' });
    expect(await open(one, newStore(), 'another tenant')).toEqual({ kind: 'damaged' });
    const ofAnother = { ...one, title: { ...one.title, generation: 'ffffffffffffffff' } };
    expect(await open(ofAnother)).toEqual({ kind: 'closed' });
  });

  it('is refused where it is an earlier one than this page has seen', async () => {
    const titles = newStore();
    const [first, second] = [await titled(1, 'First'), await titled(2, 'Second')];
    expect(await open(second, titles)).toMatchObject({ title: 'Second' });
    expect(await open(first, titles)).toEqual({ kind: 'damaged' });
    titles.clear();
    expect(await open(first, titles)).toEqual({ kind: 'damaged' });
  });

  it('has a key of its own: one of subject cards opens none', async () => {
    const context = { tenantId, caseId: mine, version: 1, by: toPersonId('a-handler'), generation };
    const key = await deriveSubjectCardsKey(held.identity, { tenantId, group: 'acu' });
    const sealed = await sealCaseTitle(key, { v: 1, title: 'Forged', subject: '' }, context);
    const one = await titled(1, 'A', { sealed });
    expect(await open(one)).toEqual({ kind: 'damaged' });
  });
});

describe('the titles that a page knows', () => {
  it('are found whatever their case and marks, and are gone once the key locks', () => {
    let isUnlocked = true;
    const titles = createTitleStore({ isUnlocked: () => isUnlocked });
    titles.set([
      [mine, { kind: 'open', title: 'Gifts at Tŷ Gwyn', subject: 'PC 1234 Siân Rees' }],
      [other, { kind: 'damaged' }],
    ]);
    expect(titles.search('TY GWYN').map(({ caseId }) => caseId)).toEqual([mine]);
    expect(titles.search('sian')[0]?.excerpt.words).toBe('Siân');
    expect(titles.search('elsewhere')).toEqual([]);
    isUnlocked = false;
    titles.clear();
    expect(titles.search('ty gwyn')).toEqual([]);
    // An answer that comes after locking shows nothing.
    titles.set([[mine, { kind: 'open', title: 'Late', subject: '' }]]);
    expect(titles.state().size).toBe(0);
  });
});
