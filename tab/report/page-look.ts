import { tokens } from '@fluentui/react-components';
import type { CSSProperties } from 'react';

// The styles of both pages know the parts by their class names. Each colour names a variable of the page, so that it
// changes with the client's theme. Sizes and distances are pixels.

export const column: CSSProperties = { display: 'flex', flexDirection: 'column', gap: '12px', boxSizing: 'border-box' };
/** Words of one look. */
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
/** A block of such words. */
export const textLook = (...look: Parameters<typeof runLook>): CSSProperties => ({
  ...runLook(...look),
  lineHeight: `${look[0] * 1.33}px`,
  overflowWrap: 'break-word',
});
export const plain = textLook(14);
export const strong = textLook(14, true);
export const small = textLook(12, false, tokens.colorNeutralForeground2);
export const problem = textLook(14, true, tokens.colorStatusDangerForeground3);
