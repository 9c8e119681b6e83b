import { describe, expect, it } from '@jest/globals';
import { themeOf } from '../../../tab/teams/host.ts';

describe('the look of the tab', () => {
  it.each([
    ['default', 'light'],
    ['dark', 'dark'],
    ['glass', 'dark'],
    ['contrast', 'contrast'],
    ['something new', 'light'],
  ])('in the theme %s is %s', (theme, look) => {
    expect(themeOf(theme)).toBe(look);
  });
});
