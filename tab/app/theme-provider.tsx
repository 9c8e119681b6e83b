import { FluentProvider, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import { type ReactNode, useEffect } from 'react';
import type { Language } from '../../core/model/language.ts';
import type { Tab } from '../ui/tab-context.ts';
import type { ThemeName } from '../teams/host.ts';

const themes = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme } as const;

interface Props {
  readonly theme: ThemeName;
  readonly language: Language;
  readonly children: ReactNode;
}

export const renderWithTheme: Tab['renderInTheme'] = (theme, children) => (
  <FluentProvider theme={themes[theme]}>{children}</FluentProvider>
);

export function ThemeProvider({ theme, language, children }: Props) {
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <FluentProvider theme={themes[theme]} style={{ minHeight: '100vh' }}>
      {children}
    </FluentProvider>
  );
}
