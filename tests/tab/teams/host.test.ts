import { describe, expect, it } from '@jest/globals';
import { parseThemeName } from '../../../tab/teams/host.ts';

describe('the look of the tab', () => {
  it.each([
    ['default', 'light'],
    ['dark', 'dark'],
    ['glass', 'dark'],
    ['contrast', 'contrast'],
    ['something new', 'light'],
  ])('in the theme %s is %s', (theme, look) => {
    expect(parseThemeName(theme)).toBe(look);
  });
});
