/** The looks that Teams draws cards in. */
export type Theme = 'light' | 'dark' | 'contrast';

interface Palette {
  readonly page: string;
  readonly card: string;
  readonly line: string;
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly accentText: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
  readonly containers: Readonly<Record<'emphasis' | 'good' | 'warning' | 'attention' | 'accent', string>>;
}

export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    page: '#f5f5f5',
    card: '#ffffff',
    line: '#616161',
    text: '#242424',
    subtle: '#616161',
    accent: '#5b5fc7',
    accentText: '#ffffff',
    good: '#0e700e',
    warning: '#8a3707',
    attention: '#b10e1c',
    containers: { emphasis: '#f0f0f0', good: '#f1faf1', warning: '#fdf6f3', attention: '#fdf6f6', accent: '#ebebf7' },
  },
  dark: {
    page: '#141414',
    card: '#292929',
    line: '#adadad',
    text: '#ffffff',
    subtle: '#d6d6d6',
    accent: '#a6a7dc',
    accentText: '#141414',
    good: '#92c353',
    warning: '#fdcfb4',
    attention: '#ff99a4',
    containers: { emphasis: '#1f1f1f', good: '#052505', warning: '#3d1c08', attention: '#3f1011', accent: '#2f2f4a' },
  },
  contrast: {
    page: '#000000',
    card: '#000000',
    line: '#ffffff',
    text: '#ffffff',
    subtle: '#ffffff',
    accent: '#1aebff',
    accentText: '#000000',
    good: '#3ff23f',
    warning: '#ffff01',
    attention: '#ffff01',
    containers: { emphasis: '#000000', good: '#000000', warning: '#000000', attention: '#000000', accent: '#000000' },
  },
};

/** The first that the machine has: Teams' own, or the one that the tests bring in its place. */
export const fontFamily = "'Segoe UI', 'Open Sans', system-ui, sans-serif";

/** A configuration for Microsoft's renderer with the sizes, distances and colours that Teams' cards have. */
export function createTeamsHostConfig(theme: Theme) {
  const palette = palettes[theme];
  const colour = (value: string) => ({ default: value, subtle: value });
  const foregroundColors = {
    default: { default: palette.text, subtle: palette.subtle },
    dark: colour(palette.subtle),
    light: colour(palette.subtle),
    accent: colour(palette.accent),
    good: colour(palette.good),
    warning: colour(palette.warning),
    attention: colour(palette.attention),
  };
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors, borderColor: palette.line });
  const sizes = { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 };
  const weights = { lighter: 400, default: 400, bolder: 600 };
  return {
    supportsInteractivity: true,
    fontTypes: {
      default: { fontFamily, fontSizes: sizes, fontWeights: weights },
      monospace: { fontFamily: "Consolas, 'DejaVu Sans Mono', monospace", fontSizes: sizes, fontWeights: weights },
    },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: palette.line },
    imageSizes: { small: 32, medium: 52, large: 100 },
    containerStyles: {
      default: style(palette.card),
      emphasis: style(palette.containers.emphasis),
      good: style(palette.containers.good),
      warning: style(palette.containers.warning),
      attention: style(palette.containers.attention),
      accent: style(palette.containers.accent),
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      preExpandSingleShowCardAction: false,
    },
    adaptiveCard: { allowCustomStyle: false },
    textBlock: { headingLevel: 2 },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'default', suffix: ' *' },
        optionalInputs: { weight: 'default' },
      },
      errorMessage: { spacing: 'small', weight: 'default' },
    },
    factSet: { title: { weight: 'bolder', wrap: true }, value: { wrap: true }, spacing: 16 },
    table: { cellSpacing: 8 },
  } as const;
}
