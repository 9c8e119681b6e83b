import { makeStyles, tokens } from '@fluentui/react-components';

const focus = {
  outlineStyle: 'solid',
  outlineWidth: tokens.strokeWidthThick,
  outlineColor: tokens.colorStrokeFocus2,
  outlineOffset: '1px',
} as const;
const field = {
  font: 'inherit',
  boxSizing: 'border-box',
  color: tokens.colorNeutralForeground1,
  backgroundColor: tokens.colorNeutralBackground1,
  border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
  borderRadius: tokens.borderRadiusMedium,
  padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalMNudge}`,
  width: '100%',
  minHeight: '32px',
} as const;

export const useCardStyles = makeStyles({
  card: {
    maxWidth: '42rem',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    fontFamily: tokens.fontFamilyBase,
    lineHeight: 1.45,
    '& .ac-container': { borderRadius: tokens.borderRadiusMedium },
    '& [role="heading"]:focus': { outlineStyle: 'none' },
    '& .candour-room': {
      margin: 0,
      marginTop: tokens.spacingVerticalXS,
      fontSize: tokens.fontSizeBase200,
      color: tokens.colorNeutralForeground2,
    },
    '& .candour-room[data-over]': { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
    '& textarea.ac-input': { ...field, minHeight: '8rem', resize: 'vertical' },
    '& select.ac-input': field,
    '& input.ac-textInput': field,
    // Browsers paint their own in the machine's look, which need not be the client's.
    '& input[type="radio"], & input[type="checkbox"]': {
      appearance: 'none',
      boxSizing: 'border-box',
      width: '24px',
      height: '24px',
      flexShrink: 0,
      border: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStrokeAccessible}`,
      borderRadius: tokens.borderRadiusSmall,
      backgroundColor: tokens.colorNeutralBackground1,
      '@media (forced-colors: active)': { appearance: 'auto' },
    },
    '& input[type="radio"]': { borderRadius: tokens.borderRadiusCircular },
    '& input:checked': {
      backgroundColor: tokens.colorCompoundBrandBackground,
      border: `${tokens.strokeWidthThick} solid ${tokens.colorCompoundBrandStroke}`,
    },
    '& input[type="radio"]:checked': { boxShadow: `inset 0 0 0 4px ${tokens.colorNeutralBackground1}` },
    '& input[type="checkbox"]:checked::before': {
      content: '"\\2713"',
      display: 'block',
      textAlign: 'center',
      lineHeight: '20px',
      fontWeight: tokens.fontWeightBold,
      color: tokens.colorNeutralForegroundInverted,
    },
    '& .ac-choiceSetInput-expanded > div, & .ac-choiceSetInput-multiSelect > div': {
      marginBottom: tokens.spacingVerticalS,
    },
    '& .ac-pushButton': {
      font: 'inherit',
      fontWeight: tokens.fontWeightSemibold,
      minHeight: '32px',
      padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
      borderRadius: tokens.borderRadiusMedium,
      cursor: 'pointer',
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    },
    '& .ac-pushButton.style-positive': {
      color: tokens.colorNeutralForegroundOnBrand,
      backgroundColor: tokens.colorBrandBackground,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    },
    '& .ac-pushButton.style-destructive': {
      color: tokens.colorStatusDangerForeground3,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusDangerBorder2}`,
    },
    '& .ac-pushButton:focus-visible, & .ac-input:focus-visible, & input:focus-visible': focus,
  },
});
