import { describe, expect, it } from '@jest/globals';
import { pageLink } from '../../../bot/settings/page-link.ts';

const TEAMS_APP_ID = '00000000-0000-4000-8000-000000000001';

describe('the link to the page for reporting', () => {
  it('opens the app in Teams, the same for everybody, and is left out where the app’s id is not set', () => {
    const production = { development: false, PORT: 3978 };
    expect(pageLink({ ...production, TEAMS_APP_ID })).toBe(
      `https://teams.microsoft.com/l/entity/${TEAMS_APP_ID}/report`,
    );
    expect(pageLink({ ...production, TEAMS_APP_ID: undefined })).toBeUndefined();
  });

  it('opens the stand-in for Teams in development, where its port is known', () => {
    const development = { development: true, TEAMS_APP_ID };
    expect(pageLink({ ...development, PORT: 3978 })).toBe('http://127.0.0.1:3978/development/teams');
    expect(pageLink({ ...development, PORT: 0 })).toBeUndefined();
  });
});
