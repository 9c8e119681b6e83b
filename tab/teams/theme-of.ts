export type ThemeName = 'light' | 'dark' | 'contrast';

/** Glass is dark; an unknown theme is light, Teams' default. */
export function themeOf(theme: string): ThemeName {
  if (theme === 'contrast') return 'contrast';
  return theme === 'dark' || theme === 'glass' ? 'dark' : 'light';
}
