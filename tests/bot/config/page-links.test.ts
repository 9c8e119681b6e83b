import { summaryDeepLink } from '../../../contract/deep-links.ts';
import { describe, expect, it } from '@jest/globals';
import { casesLink, reportPageLink, summaryLinks } from '../../../bot/config/page-links.ts';

const teamsAppId = '00000000-0000-4000-8000-000000000001';

describe('the link to the page for reporting', () => {
  it('opens the app in Teams, the same for everybody, and is left out where the app’s id is not set', () => {
    const production = { development: false, listen: { port: 3978 } };
    expect(reportPageLink({ ...production, teamsAppId })).toBe(
      `https://teams.microsoft.com/l/entity/${teamsAppId}/report`,
    );
    expect(reportPageLink({ ...production, teamsAppId: undefined })).toBeUndefined();
  });

  it('opens the stand-in for Teams in development, where its port is known', () => {
    const development = { development: true, teamsAppId };
    expect(reportPageLink({ ...development, listen: { port: 3978 } })).toBe('http://127.0.0.1:3978/development/teams');
    expect(reportPageLink({ ...development, listen: { port: 0 } })).toBeUndefined();
  });
});

describe('the link to the cases', () => {
  const production = { development: false, listen: { port: 3978 }, teamsAppId };

  it('opens the list, or what a pointer leads to, and has no reference in it', () => {
    const list = `https://teams.microsoft.com/l/entity/${teamsAppId}/cases`;
    expect(casesLink(production)).toBe(list);
    const led = new URL(casesLink(production, 'a-pointer_1') ?? '');
    expect(`${led.origin}${led.pathname}`).toBe(list);
    expect(JSON.parse(led.searchParams.get('context') ?? '')).toEqual({ subEntityId: 'at:a-pointer_1' });
  });

  it('is left out where the app’s id is not set, and leads to the stand-in for Teams in development', () => {
    expect(casesLink({ ...production, teamsAppId: undefined }, 'a-pointer')).toBeUndefined();
    expect(casesLink({ ...production, development: true }, 'a-pointer')).toBe(
      'http://127.0.0.1:3978/development/teams',
    );
  });
});

describe('the links to the summaries', () => {
  const production = { development: false, listen: { port: 3978 }, teamsAppId };

  it('open a period, to be read or as files, and say nothing else', () => {
    const { page, file } = summaryLinks(production, '2026-W40-to-2026-W43');
    const placeIn = (address: string | undefined) => {
      const context: unknown = JSON.parse(new URL(address ?? '').searchParams.get('context') ?? '');
      expect(context).toEqual({ subEntityId: expect.any(String) });
      return summaryDeepLink.parseLink(JSON.stringify(context).split('"')[3]);
    };
    expect(placeIn(page)).toEqual({ period: '2026-W40-to-2026-W43', part: 'figures' });
    expect(placeIn(file)).toEqual({ period: '2026-W40-to-2026-W43', part: 'files' });
  });

  it('are left out where the app’s id is not set, and lead to the stand-in for Teams in development', () => {
    expect(summaryLinks({ ...production, teamsAppId: undefined }, '2026-W47')).toEqual({});
    expect(summaryLinks({ ...production, development: true }, '2026-W47').page).toBe(
      'http://127.0.0.1:3978/development/teams?page=summaries%3A2026-W47',
    );
  });
});

describe('the place that a link to the summaries names', () => {
  it.each([undefined, '', 'summaries', 'summaries:', 'cases:2026-W47', `summaries:${'2'.repeat(25)}`, 'files:../x'])(
    'is none where it was not made by one: %s',
    (subPage) => {
      expect(summaryDeepLink.parseLink(subPage)).toBeUndefined();
    },
  );
});
