import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { FilePickerClassNames } from './file-picker.tsx';

const button = {
  font: 'inherit',
  color: tokens.colorNeutralForeground1,
  backgroundColor: tokens.colorNeutralBackground1,
  border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
  borderRadius: tokens.borderRadiusMedium,
  padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  cursor: 'pointer',
  overflowWrap: 'anywhere',
  ':disabled': { color: tokens.colorNeutralForegroundDisabled, cursor: 'not-allowed' },
} as const;

const useStyles = makeStyles({
  panel: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    marginTop: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
    '& p': { margin: 0 },
    '& ul': { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
    '& li': { marginBottom: tokens.spacingVerticalM },
    '& li > *': { marginTop: tokens.spacingVerticalS },
    '& fieldset': {
      margin: 0,
      minWidth: 0,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    },
    '& label': { display: 'block' },
    '& input[type="radio"]': { width: '24px', height: '24px', margin: 0, flexShrink: 0 },
    '& progress': { minWidth: '8rem', accentColor: tokens.colorBrandForeground1 },
  },
  heading: { ...typographyStyles.subtitle2, margin: 0, ':focus': { outlineStyle: 'none' } },
  words: { display: 'grid', gap: tokens.spacingVerticalS },
  button,
  main: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandBackground}`,
  },
  field: {
    font: 'inherit',
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '100%',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingVerticalXS,
  },
  box: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  picture: {
    display: 'block',
    maxWidth: '100%',
    height: 'auto',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  },
  player: {
    width: '100%',
    height: 'min(60vh, 24rem)',
    boxSizing: 'border-box',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  },
  soundPlayer: {
    width: '100%',
    height: '5rem',
    boxSizing: 'border-box',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  },
  text: {
    margin: 0,
    maxHeight: '20rem',
    overflowY: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    fontFamily: tokens.fontFamilyMonospace,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  bad: {
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `${tokens.strokeWidthThickest} solid ${tokens.colorStatusDangerBorder2}`,
  },
});

export function useFilePickerClassNames(): FilePickerClassNames {
  const styles = useStyles();
  return useMemo(() => ({ ...styles, main: mergeClasses(styles.button, styles.main) }), [styles]);
}
