import { tokens } from '@fluentui/react-components';

const sizes = { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 } as const;
const weights = { lighter: 400, default: 400, bolder: 600 } as const;
const both = (colour: string) => ({ default: colour, subtle: colour });

const foregroundColors = {
  default: { default: tokens.colorNeutralForeground1, subtle: tokens.colorNeutralForeground2 },
  dark: both(tokens.colorNeutralForeground2),
  light: both(tokens.colorNeutralForeground2),
  accent: both(tokens.colorBrandForeground1),
  good: both(tokens.colorStatusSuccessForeground3),
  warning: both(tokens.colorStatusWarningForeground3),
  attention: both(tokens.colorStatusDangerForeground3),
};
const box = (backgroundColor: string, borderColor: string) => ({ backgroundColor, borderColor, foregroundColors });

/**
 * How a card is drawn: in the colours of the client's theme, which it changes with, since each of
 * them names a variable of the page. Distances are pixels.
 */
export const cardLook = {
  supportsInteractivity: true,
  fontTypes: {
    default: { fontFamily: tokens.fontFamilyBase, fontSizes: sizes, fontWeights: weights },
    monospace: { fontFamily: tokens.fontFamilyMonospace, fontSizes: sizes, fontWeights: weights },
  },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: tokens.colorNeutralStroke1 },
  containerStyles: {
    default: box(tokens.colorNeutralBackground1, tokens.colorNeutralStroke1),
    emphasis: box(tokens.colorNeutralBackground3, tokens.colorNeutralStroke1),
    good: box(tokens.colorStatusSuccessBackground1, tokens.colorStatusSuccessBorder1),
    warning: box(tokens.colorStatusWarningBackground1, tokens.colorStatusWarningBorder1),
    attention: box(tokens.colorStatusDangerBackground1, tokens.colorStatusDangerBorder1),
    accent: box(tokens.colorBrandBackground2, tokens.colorBrandStroke2),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  adaptiveCard: { allowCustomStyle: false },
  textBlock: { headingLevel: 3 },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: '' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { spacing: 'small', weight: 'default' },
  },
} as const;
