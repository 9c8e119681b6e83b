import { describe, expect, it } from '@jest/globals';
import { menuCommands } from '../../manifest/app-manifest.ts';

const every = Object.values(menuCommands).flat();
const titles = every.flatMap(({ title }) => [title.en, title.cy]);

describe('the menu', () => {
  it('offers guidance, help, messages, the language and the weekly summary to a person', () => {
    expect(menuCommands.personal.map(({ title }) => title)).toEqual([
      { en: 'Guidance', cy: 'Canllawiau' },
      { en: 'Help', cy: 'Cymorth' },
      { en: 'Messages', cy: 'Negeseuon' },
      { en: 'Language', cy: 'Iaith' },
      { en: 'Weekly summary', cy: 'Crynodeb wythnosol' },
    ]);
  });

  it('offers the choice of channel and the health of the alerts to a team', () => {
    expect(menuCommands.team.map(({ title }) => title.en)).toEqual(['Alerts here', 'Alert health']);
  });

  it('never has anyone type in the chat that they report or come back with a code', () => {
    const telling = /report|concern|code|come back|adrodd|rhoi gwybod|pryder|cod\b|dod yn ôl|dewch/iu;
    expect(titles.filter((title) => telling.test(title))).toEqual([]);
  });

  it('never has one title for two things', () => {
    expect(new Set(titles.map((title) => title.toLowerCase())).size).toBe(titles.length);
  });
});
