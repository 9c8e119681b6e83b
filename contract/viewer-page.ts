/** The file of a build that is the frame which shows files, and the address that the server hands it out under. */
export const viewerFile = 'viewer.html';
export const viewerAddress = '/tab/viewer';

const beforeStyle =
  '<!doctype html>\n<html lang="en"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><title>Candour</title><style>';
const beforeScript = '</style></head><body><script>';
const end = '</script></body></html>\n';

/** Puts the frame together of its script and its style. Throws where either would end the element that it stands in. */
export function viewerPage(script: string, style: string): string {
  if (/<\/script|<!--/iu.test(script) || /<\/style|<!--/iu.test(style)) throw new Error('the frame would be cut short');
  return `${beforeStyle}${style}${beforeScript}${script}${end}`;
}

/** The script and the style of such a frame, by whose digests alone its policy lets them in; `undefined` for another page. */
export function partsOfViewer(page: string): { readonly script: string; readonly style: string } | undefined {
  const at = page.indexOf(beforeScript);
  if (!page.startsWith(beforeStyle) || !page.endsWith(end) || at === -1) return undefined;
  return {
    style: page.slice(beforeStyle.length, at),
    script: page.slice(at + beforeScript.length, page.length - end.length),
  };
}
