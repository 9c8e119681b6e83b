import { tokens } from '@fluentui/react-components';
import type { CSSProperties } from 'react';

// Both pages' styles know the parts by class names. Colours are the page's variables, so that they follow the client's
// theme.

export const column: CSSProperties = { display: 'flex', flexDirection: 'column', gap: '12px', boxSizing: 'border-box' };
export const runLook = (
  size: number,
  isStrong = false,
  color: string = tokens.colorNeutralForeground1,
): CSSProperties => ({
  fontFamily: tokens.fontFamilyBase,
  fontSize: `${size}px`,
  fontWeight: isStrong ? 600 : 400,
  color,
});
export const textLook = (...look: Parameters<typeof runLook>): CSSProperties => ({
  ...runLook(...look),
  lineHeight: `${look[0] * 1.33}px`,
  overflowWrap: 'break-word',
});
export const plain = textLook(14);
export const strong = textLook(14, true);
export const small = textLook(12, false, tokens.colorNeutralForeground2);
export const problem = textLook(14, true, tokens.colorStatusDangerForeground3);
