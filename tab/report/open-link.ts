/** Opens an address of a card beside the page, which it learns nothing of. Anything but https, a number or mail stays shut. */
export function openLink(address: string | undefined, open: typeof window.open = window.open.bind(window)): void {
  if (address === undefined || !URL.canParse(address)) return;
  const url = new URL(address);
  if (['https:', 'tel:', 'mailto:'].includes(url.protocol)) open(url.href, '_blank', 'noopener,noreferrer');
}
