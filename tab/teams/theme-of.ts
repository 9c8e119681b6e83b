/** The looks of the tab. */
export type ThemeName = 'light' | 'dark' | 'contrast';

/** The look for a theme of the client. Glass is dark; one that is not known is light, as Teams is by default. */
export function themeOf(theme: string): ThemeName {
  if (theme === 'contrast') return 'contrast';
  return theme === 'dark' || theme === 'glass' ? 'dark' : 'light';
}
