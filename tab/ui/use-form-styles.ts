import { makeStyles, tokens } from '@fluentui/react-components';

export const useFormStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  title: { margin: 0, ':focus': { outlineStyle: 'none' } },
  form: { display: 'grid', gap: tokens.spacingVerticalM, maxWidth: '40rem', gridTemplateColumns: 'minmax(0, 1fr)' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalS,
    width: '100%',
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
  item: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    maxWidth: '48rem',
    boxSizing: 'border-box',
  },
  fieldset: { border: 0, margin: 0, padding: 0, display: 'grid', minWidth: 0 },
  words: { maxWidth: '48rem', margin: 0 },
  code: { fontFamily: tokens.fontFamilyMonospace, wordBreak: 'break-all' },
  group: { maxWidth: '48rem', width: '100%', display: 'grid', gap: tokens.spacingVerticalS },
});
