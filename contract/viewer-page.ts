export const viewerFile = 'viewer.html';
export const viewerAddress = '/tab/viewer';

const beforeStyle =
  '<!doctype html>\n<html lang="en"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><title>Candour</title><style>';
const beforeScript = '</style></head><body><script>';
const afterScript = '</script></body></html>\n';

/** Throws if either would end the element that holds it. */
export function renderViewerPage(script: string, style: string): string {
  if (/<\/script|<!--/iu.test(script) || /<\/style|<!--/iu.test(style)) throw new Error('the frame would be cut short');
  return `${beforeStyle}${style}${beforeScript}${script}${afterScript}`;
}

/** `undefined` for another page. The page's policy allows only the digests of these two. */
export function parseViewerPage(page: string): { readonly script: string; readonly style: string } | undefined {
  const at = page.indexOf(beforeScript);
  if (!page.startsWith(beforeStyle) || !page.endsWith(afterScript) || at === -1) return undefined;
  return {
    style: page.slice(beforeStyle.length, at),
    script: page.slice(at + beforeScript.length, page.length - afterScript.length),
  };
}
