import { describe, expect, it } from '@jest/globals';
import { pageLink } from '../../../bot/settings/page-link.ts';

const teamsAppId = '00000000-0000-4000-8000-000000000001';

describe('the link to the page for reporting', () => {
  it('opens the app in Teams, the same for everybody, and is left out where the app’s id is not set', () => {
    const production = { development: false, listening: { port: 3978 } };
    expect(pageLink({ ...production, teamsAppId })).toBe(`https://teams.microsoft.com/l/entity/${teamsAppId}/report`);
    expect(pageLink({ ...production, teamsAppId: undefined })).toBeUndefined();
  });

  it('opens the stand-in for Teams in development, where its port is known', () => {
    const development = { development: true, teamsAppId };
    expect(pageLink({ ...development, listening: { port: 3978 } })).toBe('http://127.0.0.1:3978/development/teams');
    expect(pageLink({ ...development, listening: { port: 0 } })).toBeUndefined();
  });
});
