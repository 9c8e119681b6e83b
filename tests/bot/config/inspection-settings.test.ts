import { describe, expect, it } from '@jest/globals';
import { loadCommandSettings } from '../../../bot/config/command-settings.ts';

const people = (count: number): string =>
  Array.from({ length: count }, (_, place) => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`).join(', ');
const inspected = (environment: Record<string, string>) =>
  loadCommandSettings({ STORE: 'sqlite', SQLITE_PATH: '/tmp/none/candour.db', ...environment }).inspected;

describe('the settings that an inspector’s sheet tells', () => {
  it('are limits, how many people there are and what is allowed', () => {
    expect(
      inspected({
        ACKNOWLEDGE_TARGET_DAYS: '3',
        UPDATE_TARGET_DAYS: '0',
        REVIEW_YEARS: '7',
        ROLE_HANDLERS: people(3),
        IDENTITY_CUSTODIANS: '2',
        MESSAGES_TO_REPORTERS: 'yes',
      }),
    ).toEqual({
      acknowledgeDays: 3,
      updateDays: 0,
      reviewYears: 7,
      custodiansNeeded: 2,
      opensWithoutRequest: false,
      writesToReporters: true,
      handlers: 3,
    });
  });

  it('say of a list that is not there nothing, and not that there is nobody', () => {
    expect(inspected({})).toEqual({
      reviewYears: 6,
      custodiansNeeded: 1,
      opensWithoutRequest: true,
      writesToReporters: false,
    });
    expect(inspected({ IDENTITY_WITHOUT_REQUEST: 'no' })).toMatchObject({ opensWithoutRequest: false });
  });

  it('name nobody', () => {
    expect(JSON.stringify(inspected({ ROLE_HANDLERS: people(2), ROLE_RESERVE: '' }))).not.toContain('0000');
  });
});
